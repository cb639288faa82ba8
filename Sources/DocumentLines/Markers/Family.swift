public import ProgrammeModel

/// The kind of a marker: markers of one family count together and stand on one level.
///
/// ```swift
/// Family.roman.traits  // names topics, rank 40, style roman
/// ```
///
/// A new style of markers is a case here with its traits, and its reading in `MarkerReader`.
public enum Family: UInt8, CaseIterable, BitwiseCopyable, Sendable {
  case part, chapter, section, subsection, article, alpha, roman, smallRoman, decimal
  /// `I.1`, `A.1`: two parts, the first a letter or a Roman number.
  case romanCompound
  /// `1.1`, and with the next numbers `1.1.1` to six parts.
  case compound2, compound3, compound4, compound5, compound6
  case letter
  /// Letters with a number, such as `a.1)`.
  case letterCompound
  case numberInBrackets, letterInBrackets, romanInBrackets
  case dash, plus, dot
  /// `o`, the bullet of Word's second level.
  case circle
  case star
  /// Headings without marker, in capitals and in bold.
  case capitals, bold
  /// Headings in Word's styles, one family an outline level.
  case outline1, outline2, outline3, outline4, outline5, outline6, outline7, outline8, outline9
  /// The caption of a day in a schedule, `Thứ Hai, ngày 21/7/2031`, and of a part of a day, `Buổi sáng`.
  case day, dayPart
  /// `Bước 1:` and its like, one family a word of the table.
  case step0, step1, step2, step3, step4, step5, step6, step7, step8, step9, step10, step11
  case step12, step13, step14, step15, step16, step17, step18, step19, step20, step21
  /// A label of Word that holds a word of its own.
  case label
  /// No family.
  case none
}

/// What markers of a family have in common.
public struct FamilyTraits: Sendable {
  /// What a marker is made of.
  public enum Kind: Sendable {
    /// A number that opens a topic whatever its words are: Phần, Chương, Mục, A., I.
    case topic
    /// Another number or letter.
    case number
    /// A sign without numbers.
    case bullet
    /// Nothing: the heading is told by its looks.
    case unmarked
    /// A word such as *Bước*, with a number.
    case keyword
  }

  /// What its markers are made of.
  public let kind: Kind

  /// How deep it usually stands: a hint where the document has not yet shown it (documents.md 3.1).
  public let rank: Int

  /// Its name in the output.
  public let style: Marker.Style

  @inlinable
  init(_ kind: Kind, _ rank: Int, _ style: Marker.Style) {
    self.kind = kind
    self.rank = rank
    self.style = style
  }
}

extension Family {
  /// Its place among the families: `rawValue`, which other modules cannot look into.
  @inlinable public var number: UInt8 { unsafe unsafeBitCast(self, to: UInt8.self) }

  /// The table of the families.
  @inlinable @inline(__always)
  public var traits: FamilyTraits {
    switch self {
    case .part: FamilyTraits(.topic, 10, .part)
    case .chapter: FamilyTraits(.topic, 15, .chapter)
    case .section: FamilyTraits(.topic, 20, .section)
    case .subsection: FamilyTraits(.topic, 22, .subsection)
    case .article: FamilyTraits(.number, 25, .article)
    // Either may stand above the other; the first to come decides.
    case .alpha: FamilyTraits(.topic, 40, .alpha)
    case .roman: FamilyTraits(.topic, 40, .roman)
    case .decimal: FamilyTraits(.number, 50, .decimal)
    case .romanCompound: FamilyTraits(.number, 50, .compound)
    case .compound2: FamilyTraits(.number, 58, .compound)
    case .compound3: FamilyTraits(.number, 59, .compound)
    case .compound4: FamilyTraits(.number, 60, .compound)
    case .compound5: FamilyTraits(.number, 61, .compound)
    case .compound6: FamilyTraits(.number, 62, .compound)
    case .letter: FamilyTraits(.number, 70, .letter)
    case .smallRoman: FamilyTraits(.number, 70, .roman)
    case .letterCompound: FamilyTraits(.number, 75, .letter)
    case .numberInBrackets, .letterInBrackets, .romanInBrackets:
      FamilyTraits(.number, 78, .parenthesis)
    case .dash: FamilyTraits(.bullet, 80, .dash)
    case .plus: FamilyTraits(.bullet, 85, .plus)
    case .dot: FamilyTraits(.bullet, 85, .dot)
    case .circle: FamilyTraits(.bullet, 88, .dot)
    case .star: FamilyTraits(.bullet, 90, .star)
    case .day: FamilyTraits(.unmarked, 55, .other)
    case .dayPart: FamilyTraits(.unmarked, 56, .other)
    case .capitals, .bold, .outline1, .outline2, .outline3, .outline4, .outline5, .outline6,
      .outline7, .outline8, .outline9:
      FamilyTraits(.unmarked, 45, .other)
    case .none: FamilyTraits(.number, 45, .other)
    default: FamilyTraits(.keyword, 45, .other)
    }
  }

  /// The family of a word that counts steps, by its number in the table.
  package init(step: Int) {
    let last = Int(Family.step21.rawValue - Family.step0.rawValue)
    self = Family(rawValue: Family.step0.rawValue + UInt8(min(max(step, 0), last))) ?? .step0
  }

  /// The family of Word's outline level, counted from 0.
  package init(outlineLevel: Int) {
    self = Family(rawValue: Family.outline1.rawValue + UInt8(min(max(outlineLevel, 0), 8))) ?? .bold
  }

  /// The family of `1.1` (two parts) to `1.1.1.1.1.1` (six).
  package init(compoundParts: Int) {
    let more = UInt8(min(max(compoundParts, 2), 6) - 2)
    self = Family(rawValue: Family.compound2.rawValue + more) ?? .compound6
  }

  /// Whether it has no numbers.
  @inlinable public var isBullet: Bool {
    if case .bullet = traits.kind { true } else { false }
  }

  /// Whether it has no marker at all.
  @inlinable public var isUnmarked: Bool {
    if case .unmarked = traits.kind { true } else { false }
  }

  /// Whether it is one of Word's outline levels.
  @inlinable public var isOutlineLevel: Bool { self >= .outline1 && self <= .outline9 }

  /// Whether its marker opens with a word such as *Bước*.
  @inlinable public var isKeyword: Bool {
    if case .keyword = traits.kind { true } else { false }
  }

  /// Whether it is the caption of a day or of a part of one, which may stand above numbers and below them.
  @inlinable public var isDay: Bool { self == .day || self == .dayPart }

  /// Whether it is `I.1`, `1.1` or longer.
  @inlinable public var isCompound: Bool { self >= .romanCompound && self <= .compound6 }

  /// Whether its line names a topic whatever its words are: Phần, Chương, Mục, A., I.
  @inlinable public var namesTopics: Bool {
    if case .topic = traits.kind { true } else { false }
  }
}

extension Family: Comparable {
  /// Whether two families are one; without it other modules compare in the generic way of all enumerations.
  @inlinable
  public static func == (one: Family, other: Family) -> Bool { one.number == other.number }

  /// Orders families as the cases stand.
  @inlinable
  public static func < (one: Family, other: Family) -> Bool { one.number < other.number }
}
