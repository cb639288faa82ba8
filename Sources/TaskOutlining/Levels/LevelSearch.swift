internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseText

/// Finds the best-scoring reading of all markers of a text: which lines are headings, and on which level.
///
/// A beam search from the first passage to the last. Each reading holds the chain of its open levels; each
/// passage that can be read as a marker lets every reading go on as text, as a sibling of an open level or as a
/// child of one. Readings with equal chains are one; those far behind the best are dropped. The cost grows
/// with the number of passages alone.
struct LevelSearch: ~Copyable {
  /// What became of a passage.
  struct Decision {
    /// The reading of its marker, an index into its candidates, or -1 for text.
    var candidate = -1
    /// The level, 0 for the highest.
    var depth = 0
    /// How far the nearest other reading from here on was behind when both came to the same levels, in points.
    var margin = Int.max
  }

  private let passages: [Passage]
  /// The levels that readings hold; a parent stands before its children.
  private var levels: [OpenLevel] = []
  private var records: [Record] = []
  private var readings: [Reading] = []
  /// The moves of one step, the best first.
  private var moves: [LevelMove] = []
  private var bestScore = Int.min
  /// Memory for the readings that go on.
  private var next: [Reading] = []

  /// How many readings are followed at once.
  private static let beamWidth = 8

  /// How many levels may stand in one another; what would stand deeper stands beside the deepest.
  ///
  /// Documents have nine at most. Whatever walks a tree takes a frame of the stack a level, and threads
  /// have as little as 512 kB.
  static let levelLimit = 32

  /// How many levels are kept before those are looked for that no reading holds any more: few enough for the
  /// caches, and twice as many as all readings hold.
  private static let mostLevels = 512

  /// Readings so far behind the best do not catch up.
  private static let reach = 130

  /// A way to read the passages so far.
  private struct Reading {
    var level = 0
    var score = 0
    var record = -1
    /// The signature of its lowest level.
    var signature = 0
    var memory = FamilyMemory()
    /// Whether the lowest level has neither text nor children of its own.
    var isEmpty = false
  }

  /// The decision about one passage, and the one before it in the same reading.
  private struct Record {
    var passage: Int32
    var candidate: Int32
    var depth: Int32
    var previous: Int32
    var margin: Int32
  }

  /// Reads the passages; the result has one decision for each.
  static func decisions(for passages: [Passage]) -> [Decision] {
    var search = LevelSearch(passages)
    return search.run()
  }

  private init(_ passages: [Passage]) {
    self.passages = passages
    let top = MarkerCandidate(family: .none, end: 0, textStart: 0, strength: 0)
    levels.append(OpenLevel(marker: top, parent: -1, depth: -1, signature: 0))
    readings.append(Reading())
  }

  private mutating func run() -> [Decision] {
    for index in passages.indices {
      if passages[index].candidates.isEmpty {
        for place in 0..<readings.count { readings[place].isEmpty = false }
      } else {
        step(index)
      }
    }
    var decisions = [Decision](repeating: Decision(), count: passages.count)
    guard readings.count > 0 else { return decisions }
    let best = readings[0]
    for place in 1..<readings.count {
      noteRival(
        of: best.record, readings[place].record, behind: best.score - readings[place].score)
    }
    var record = best.record
    while record >= 0 {
      let entry = records[record]
      decisions[Int(entry.passage)] = Decision(
        candidate: Int(entry.candidate), depth: Int(entry.depth),
        margin: entry.margin == .max ? .max : Int(entry.margin))
      record = Int(entry.previous)
    }
    return decisions
  }

  private mutating func step(_ index: Int) {
    if levels.count > LevelSearch.mostLevels { forgetClosedLevels() }
    moves.removeAll(keepingCapacity: true)
    bestScore = .min
    let candidates = passages[index].candidates
    let signs = PassageSigns(passages, index)
    var rejection = Int.max
    for candidate in candidates {
      rejection = min(rejection, LevelScore.rejection(candidate, of: signs))
    }
    for place in 0..<readings.count {
      add(
        LevelMove(
          reading: place, candidate: -1, parent: -1, score: readings[place].score + rejection))
      for number in candidates.indices { addMoves(place, number, candidates[number], signs) }
    }
    follow(candidates, signs, index)
  }

  /// Drops the levels that no reading holds any more; those of a long text would fill the memory.
  private mutating func forgetClosedLevels() {
    var places = [Int](repeating: -1, count: levels.count)
    for reading in 0..<readings.count {
      var level = readings[reading].level
      while level >= 0, places[level] < 0 {
        places[level] = 0
        level = levels[level].parent
      }
    }
    var count = 0
    for place in places.indices where places[place] == 0 {
      levels[count] = levels[place]
      let parent = levels[count].parent
      if parent >= 0 { levels[count].parent = places[parent] }
      places[place] = count
      count += 1
    }
    levels.removeSubrange(count...)
    for reading in 0..<readings.count {
      readings[reading].level = places[readings[reading].level]
    }
  }

  /// Adds a move in its order, unless it is too far behind one that was added.
  private mutating func add(_ move: LevelMove) {
    guard bestScore == .min || move.score > bestScore - LevelSearch.reach else { return }
    bestScore = max(bestScore, move.score)
    moves.append(move)
    var place = moves.count - 1
    while place > 0, moves[place - 1].order < move.order {
      moves[place] = moves[place - 1]
      place -= 1
    }
    moves[place] = move
  }

  /// Adds every way in which a reading can take the candidate as a marker.
  private mutating func addMoves(
    _ place: Int, _ number: Int, _ candidate: MarkerCandidate, _ signs: PassageSigns
  ) {
    let base = readings[place].score + LevelScore.form(candidate, of: signs)
    let beginning = LevelScore.Beginning(candidate, readings[place].memory)
    let lowest = readings[place].level
    let emptiness = readings[place].isEmpty ? emptiness(of: levels[lowest]) : 0
    var level = lowest
    var below = Family.none
    var leaves = 0
    while level >= 0 {
      let family = levels[level].marker.family
      if family == candidate.family {
        let score = emptiness + LevelScore.sibling(candidate, after: levels[level], signs)
        if candidate.ordinal > 1, candidate.ordinal == levels[level].marker.ordinal + 1 {
          leaves = LevelWeights.leftList
        }
        add(
          LevelMove(
            reading: place, candidate: number, parent: levels[level].parent, score: base + score))
      }
      // Under a level whose list is still open a marker of the list is a sibling, not a first child.
      if below != candidate.family, levels[level].depth + 1 < LevelSearch.levelLimit {
        let closing = level == lowest ? 0 : emptiness
        let score = LevelScore.child(candidate, of: levels[level], signs, beginning)
        add(
          LevelMove(
            reading: place, candidate: number, parent: level, score: base + closing + score + leaves
          ))
      }
      below = family
      level = levels[level].parent
    }
  }

  private func emptiness(of level: OpenLevel) -> Int {
    level.opens || level.marker.family.isUnmarked ? LevelWeights.emptyHeading : 0
  }

  /// Takes the best moves, one for each chain of open levels.
  private mutating func follow(
    _ candidates: [MarkerCandidate], _ signs: PassageSigns, _ index: Int
  ) {
    next.removeAll(keepingCapacity: true)
    for place in 0..<moves.count {
      let move = moves[place]
      guard move.score > bestScore - LevelSearch.reach, next.count < LevelSearch.beamWidth else {
        break
      }
      let signature = self.signature(of: move, candidates)
      if let place = (0..<next.count).first(where: { next[$0].signature == signature }) {
        noteRival(
          of: next[place].record, readings[move.reading].record, behind: bestScore - move.score)
      } else {
        take(move, candidates, signs, index, signature)
      }
    }
    let base = next.count > 0 ? next[0].score : 0
    for place in 0..<next.count { next[place].score -= base }
    swap(&readings, &next)
  }

  /// How near a rival makes a reading doubtful, in points.
  private static let doubtfulMargin = 8

  /// Notes, where two readings part, how far the rival of the better one was behind in the end.
  private mutating func noteRival(of record: Int, _ rival: Int, behind margin: Int) {
    guard margin < LevelSearch.doubtfulMargin else { return }
    var (own, other) = (record, rival)
    var parting = -1
    for _ in 0..<LevelSearch.longestWayBack where own != other {
      if own > other {
        parting = own
        own = Int(records[own].previous)
      } else {
        other = Int(records[other].previous)
      }
    }
    guard own == other, parting >= 0 else { return }
    records[parting].margin = min(records[parting].margin, Int32(margin))
  }

  /// How many decisions a way back to the parting of two readings may have.
  private static let longestWayBack = 200

  private func signature(of move: LevelMove, _ candidates: [MarkerCandidate]) -> Int {
    guard move.candidate >= 0 else { return readings[move.reading].signature }
    let candidate = candidates[move.candidate]
    var hasher = StableHash(levels[move.parent].signature)
    hasher.combine(Int(candidate.family.number))
    hasher.combine(candidate.ordinal)
    hasher.combine(Int(candidate.separator))
    return hasher.value
  }

  /// Lets the reading of a move go on with it.
  private mutating func take(
    _ move: LevelMove, _ candidates: [MarkerCandidate], _ signs: PassageSigns, _ index: Int,
    _ signature: Int
  ) {
    var reading = readings[move.reading]
    reading.score = move.score
    reading.isEmpty = move.candidate >= 0
    guard move.candidate >= 0 else { return next.append(reading) }
    let candidate = candidates[move.candidate]
    var parent = move.parent
    if levels[parent].childFamily != candidate.family {
      levels.append(levels[parent])
      parent = levels.count - 1
      levels[parent].childFamily = candidate.family
    }
    let level = OpenLevel(
      marker: candidate, under: levels[parent], at: parent, signs, signature: signature)
    records.append(
      Record(
        passage: Int32(index), candidate: Int32(move.candidate), depth: Int32(level.depth),
        previous: Int32(reading.record), margin: .max))
    reading.record = records.count - 1
    reading.level = levels.count
    reading.signature = signature
    reading.memory.keep(candidate, under: levels[parent].marker.family)
    if candidate.family == .part { reading.memory.forgetBelow(.part) }
    levels.append(level)
    next.append(reading)
  }
}
