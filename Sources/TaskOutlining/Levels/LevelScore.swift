internal import DocumentLines
internal import ProgrammeModel

/// The points that decide between readings of the markers.
///
/// Every piece of evidence is worth points, for and against; `LevelWeights` has them with what each rests on.
enum LevelScore {
  /// A marker taken for text although its form is clean.
  static func rejection(_ candidate: MarkerCandidate, of passage: PassageSigns) -> Int {
    if candidate.family.isUnmarked { return 0 }
    if passage.hasLabel { return LevelWeights.labelAsText }
    if passage.mayContinue || passage.followsInline { return LevelWeights.continuation }
    return LevelWeights.markerAsText - candidate.strength / 2
  }

  /// What form and place of the line say for the marker, whatever level it stands on.
  static func form(_ candidate: MarkerCandidate, of passage: PassageSigns) -> Int {
    var score = candidate.strength
    if passage.followsInline { score += LevelWeights.inlineCount }
    if passage.mayContinue {
      score += candidate.family.isBullet ? LevelWeights.wrappedBullet : LevelWeights.wrappedNumber
    }
    if candidate.family.namesTopics && passage.isSet { score += LevelWeights.setTopic }
    return score
  }

  /// The marker as the next sibling of an open level.
  static func sibling(
    _ candidate: MarkerCandidate, after level: OpenLevel, _ passage: PassageSigns
  ) -> Int {
    var score = 0
    if candidate.family.isUnmarked {
      // Looks alone weigh little: numbered levels that they would close must win.
      let isTold = candidate.family != .capitals && candidate.family != .bold
      score += isTold ? LevelWeights.styledSibling : LevelWeights.unmarkedSibling
    } else if candidate.family.isBullet {
      score += LevelWeights.bulletSibling
    } else {
      score += step(candidate, after: level.marker)
      if candidate.separator != level.marker.separator { score += LevelWeights.otherMark }
    }
    if candidate.prefixCount > 0, candidate.prefix != level.marker.prefix {
      score += LevelWeights.otherPrefix
    }
    if passage.hasLabel, level.list >= 0 {
      let isSame = passage.list == level.list && passage.listLevel == level.listLevel
      score += isSame ? LevelWeights.sameWordList : LevelWeights.otherWordList
    }
    return score
  }

  /// How well the number follows the one before it.
  private static func step(_ candidate: MarkerCandidate, after marker: MarkerCandidate) -> Int {
    let step = candidate.ordinal - marker.ordinal
    if step == 1 { return LevelWeights.nextNumber }
    if candidate.latinOrdinal > 0, candidate.latinOrdinal - marker.latinOrdinal == 1 {
      return LevelWeights.nextLatinLetter
    }
    switch step {
    case 0, 2: return LevelWeights.repeatedOrSkipped
    case 3...: return LevelWeights.gap - min(step, -LevelWeights.gap)
    default: return candidate.ordinal == 1 ? LevelWeights.restart : LevelWeights.backwards
    }
  }

  /// What is the same for a marker as a first child whatever level it stands under.
  struct Beginning {
    /// How well its number starts a list.
    let start: Int

    /// The rank of its family.
    let rank: Int

    /// What its family stood under first, or `nil` where the document has not shown it.
    let parent: Family?

    /// Whether its numbers start over and the document has shown them below a number of their own family.
    let startsOver: Bool

    /// Looks at a marker, and at what the document has shown so far.
    @inline(__always)  // A call would copy the memory first.
    init(_ candidate: MarkerCandidate, _ memory: FamilyMemory) {
      start = LevelScore.start(candidate, memory)
      rank = candidate.family.traits.rank
      // Bullets stand under anything.
      parent = candidate.family.isBullet ? nil : memory.parent(of: candidate.family)
      startsOver = candidate.ordinal == 1 && memory.nestsInItself(candidate.family)
    }
  }

  /// The marker as the first child, or the first of its kind, under an open level.
  static func child(
    _ candidate: MarkerCandidate, of level: OpenLevel, _ passage: PassageSigns,
    _ beginning: Beginning
  ) -> Int {
    let family = candidate.family
    let parent = level.marker.family
    var score = beginning.start
    // The order of families that the document has shown so far.
    let startsOver = beginning.startsOver && parent == family && level.isShort
    if let known = beginning.parent {
      // Articles stand under chapters and under their sections alike.
      let isUsual = known == parent || startsOver || family == .article && parent.namesTopics
      score += isUsual ? LevelWeights.knownOrder : LevelWeights.newOrder
    }
    if parent != .none {
      if level.rank < beginning.rank {
        score += family.isKeyword ? 0 : LevelWeights.usualRank
      } else if level.rank > beginning.rank, !family.isKeyword, !parent.isKeyword,
        family.isDay == parent.isDay,
        // Of bullets either may stand above the other: the first to come decides.
        !parent.isBullet || !family.isBullet
      {
        score +=
          level.opens && family.isBullet ? LevelWeights.bulletBelowColon : LevelWeights.againstRank
      }
      if parent == family, !startsOver {
        let isOther = candidate.separator != level.marker.separator && !level.opens
        score += isOther ? LevelWeights.belowOtherMark : LevelWeights.belowOwnFamily
      }
      if parent.isBullet && !family.isBullet {
        score +=
          level.opens
          ? LevelWeights.numberBelowOpenBullet
          : family.isKeyword ? LevelWeights.keywordBelowBullet : LevelWeights.numberBelowBullet
      }
      if parent.isOutlineLevel, family.isOutlineLevel {
        score += parent < family ? LevelWeights.lowerStyle : LevelWeights.higherStyle
      }
      if level.opens {
        score += LevelWeights.belowColon
      } else if level.isSentence {
        score += LevelWeights.belowSentence
      }
    }
    if level.childFamily != .none && level.childFamily != family {
      let isUnmarked = family.isUnmarked || level.childFamily.isUnmarked
      score += isUnmarked ? LevelWeights.besideUnmarked : LevelWeights.besideOtherFamily
    }
    if level.familiesAbove & family.bit != 0 {
      score += level.opens ? LevelWeights.openAncestor : LevelWeights.ancestor
    }
    if candidate.prefixCount > 0 { score += agreement(candidate, with: level) }
    if passage.hasLabel, level.list == passage.list {
      score +=
        passage.listLevel == level.listLevel + 1
        ? LevelWeights.nextListLevel
        : passage.listLevel > level.listLevel
          ? LevelWeights.lowerListLevel : LevelWeights.higherListLevel
    }
    return score
  }

  /// How well the number starts a list.
  private static func start(_ candidate: MarkerCandidate, _ memory: FamilyMemory) -> Int {
    if candidate.family.isUnmarked {
      return candidate.family == .bold ? 0 : LevelWeights.unmarkedStart
    }
    if candidate.family.isBullet || candidate.ordinal == 1 { return LevelWeights.firstNumber }
    // A count that runs on over several parents, as that of articles does.
    if memory.last(of: candidate.family) == candidate.ordinal - 1 && candidate.ordinal > 1 {
      return candidate.family == .article ? LevelWeights.nextArticle : LevelWeights.countedOn
    }
    if candidate.family == .article { return LevelWeights.anyArticle }
    return candidate.ordinal == 2
      ? LevelWeights.secondNumber : LevelWeights.laterNumber - min(candidate.ordinal, 20)
  }

  /// How well a number of several parts stands under its parent, `2.1` under `2.` for example.
  private static func agreement(_ candidate: MarkerCandidate, with level: OpenLevel) -> Int {
    let count = candidate.prefixCount
    let isAutomatic = candidate.strength >= 80
    guard level.marker.family != .none, !level.marker.family.isBullet else {
      let mayBe = candidate.prefix[0] == 1 || level.marker.family == .none || isAutomatic
      return mayBe ? LevelWeights.loosePrefix : LevelWeights.wrongPrefix
    }
    // The I of `I.1` is no 1: it names the I of a list or `Phần I`, not `Tiêu chí 1:`.
    let isOfItsKind = candidate.family != .romanCompound || level.marker.family.namesTopics
    guard isOfItsKind, Int(candidate.prefix[count - 1]) == level.marker.ordinal else {
      return isAutomatic ? LevelWeights.loosePrefix : LevelWeights.wrongPrefix
    }
    if level.marker.prefixCount == count - 1 {
      for place in 0..<(count - 1) where candidate.prefix[place] != level.marker.prefix[place] {
        return isAutomatic ? LevelWeights.loosePrefix : LevelWeights.wrongPrefix
      }
      return LevelWeights.wholePrefix
    }
    return LevelWeights.lastOfPrefix
  }
}

/// What the document has shown of a family: what it stood under, and its last number.
struct FamilyMemory {
  private var parents = SIMD64<UInt8>(repeating: unknown)
  private var lasts = SIMD64<Int16>(repeating: 0)
  /// The families that stood below a number of their own, one bit for each.
  private var nested: UInt64 = 0

  private static let unknown: UInt8 = 255

  /// The family that the family first stood under, or `nil` where it was not met.
  func parent(of family: Family) -> Family? {
    let parent = parents[Int(family.number)]
    return parent == FamilyMemory.unknown ? nil : Family(rawValue: parent)
  }

  /// The last number of the family.
  func last(of family: Family) -> Int { Int(lasts[Int(family.number)]) }

  /// Whether numbers of the family stood below a number of the same family.
  func nestsInItself(_ family: Family) -> Bool { nested & family.bit != 0 }

  /// Keeps a marker and what it stands under.
  mutating func keep(_ candidate: MarkerCandidate, under parent: Family) {
    let index = Int(candidate.family.number)
    if parents[index] == FamilyMemory.unknown { parents[index] = parent.number }
    lasts[index] = Int16(truncatingIfNeeded: candidate.ordinal)
    if parent == candidate.family { nested |= parent.bit }
  }

  /// Forgets the orders below a family: another part of the document may be built otherwise.
  mutating func forgetBelow(_ family: Family) {
    for other in Family.allCases where other.traits.rank > family.traits.rank {
      parents[Int(other.number)] = FamilyMemory.unknown
    }
  }
}
