internal import ProgrammeModel

/// Finds the best-scoring reading of all markers of a text: which lines are headings, and on which level.
///
/// A beam search from the first passage to the last. Each reading holds the chain of its open levels; each
/// passage that can be read as a marker lets every reading go on as text, as a sibling of an open level or as a
/// child of one. Readings with equal chains are one; those far behind the best are dropped. The cost grows
/// with the number of passages alone.
struct LevelSearch {
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
  private var levels: [OpenLevel]
  private var records: [Record] = []
  private var readings: [Reading]
  private var moves: [Move] = []
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

  /// Readings so far behind the best do not catch up.
  private static let reach = 130

  /// A way to read the passages so far.
  private struct Reading {
    var level = 0
    var score = 0
    var record = -1
    var memory = FamilyMemory()
    /// Whether the lowest level has neither text nor children of its own.
    var isEmpty = false
  }

  /// The decision about one passage, and the one before it in the same reading.
  private struct Record {
    var passage: Int
    var candidate: Int
    var depth: Int
    var previous: Int
    var margin: Int
  }

  /// One step that a reading may take.
  private struct Move {
    var reading: Int
    var candidate: Int
    /// The level that becomes the parent, or -1 for text.
    var parent: Int
    var score: Int

    /// Whether it is tried before another: the better first, of equals the first in the order of readings.
    func precedes(_ other: Move) -> Bool {
      if score != other.score { return score > other.score }
      if reading != other.reading { return reading < other.reading }
      if candidate != other.candidate { return candidate < other.candidate }
      return parent < other.parent
    }
  }

  /// Reads the passages; the result has one decision for each.
  static func decisions(for passages: [Passage]) -> [Decision] {
    var search = LevelSearch(passages)
    return search.run()
  }

  private init(_ passages: [Passage]) {
    self.passages = passages
    let top = MarkerCandidate(family: .none, end: 0, textStart: 0, strength: 0)
    levels = []
    let markers = passages.count { !$0.candidates.isEmpty }
    levels.reserveCapacity(markers * LevelSearch.beamWidth + 1)
    records.reserveCapacity(markers * LevelSearch.beamWidth)
    levels.append(OpenLevel(marker: top, parent: -1, depth: -1, signature: 0))
    readings = [Reading()]
  }

  private mutating func run() -> [Decision] {
    for index in passages.indices {
      if passages[index].candidates.isEmpty {
        for place in readings.indices { readings[place].isEmpty = false }
      } else {
        step(index)
      }
    }
    var decisions = [Decision](repeating: Decision(), count: passages.count)
    guard let best = readings.first else { return decisions }
    for rival in readings.dropFirst() {
      noteRival(of: best.record, rival.record, behind: best.score - rival.score)
    }
    var record = best.record
    while record >= 0 {
      let entry = records[record]
      decisions[entry.passage] = Decision(
        candidate: entry.candidate, depth: entry.depth, margin: entry.margin)
      record = entry.previous
    }
    return decisions
  }

  private mutating func step(_ index: Int) {
    moves.removeAll(keepingCapacity: true)
    bestScore = .min
    let passage = passages[index]
    var rejection = Int.max
    for candidate in passage.candidates {
      rejection = min(rejection, LevelScore.rejection(candidate, of: passage))
    }
    for place in readings.indices {
      add(Move(reading: place, candidate: -1, parent: -1, score: readings[place].score + rejection))
      for candidate in passage.candidates.indices { addMoves(place, candidate, passage) }
    }
    moves.sort { $0.precedes($1) }
    follow(passage, index)
  }

  /// Adds a move, unless it is too far behind one that was added.
  private mutating func add(_ move: Move) {
    guard bestScore == .min || move.score > bestScore - LevelSearch.reach else { return }
    bestScore = max(bestScore, move.score)
    moves.append(move)
  }

  /// Adds every way in which a reading can take the candidate as a marker.
  private mutating func addMoves(_ place: Int, _ number: Int, _ passage: Passage) {
    let reading = readings[place]
    let candidate = passage.candidates[number]
    let base = reading.score + LevelScore.form(candidate, of: passage)
    let lowest = levels[reading.level]
    let emptiness = reading.isEmpty ? emptiness(of: lowest) : 0
    var level = reading.level
    var below = Family.none
    var isOpenAbove = isOpen(candidate.family, from: lowest.parent)
    var leaves = 0
    while level >= 0 {
      let open = levels[level]
      if open.marker.family == candidate.family {
        let score = emptiness + LevelScore.sibling(candidate, after: open, passage)
        if candidate.ordinal > 1, candidate.ordinal == open.marker.ordinal + 1 {
          leaves = LevelScore.leftList
        }
        add(Move(reading: place, candidate: number, parent: open.parent, score: base + score))
      }
      // Under a level whose list is still open a marker of the list is a sibling, not a first child.
      if below != candidate.family, open.depth + 1 < LevelSearch.levelLimit {
        let closing = level == reading.level ? 0 : emptiness
        let score = LevelScore.child(
          candidate, of: open, passage, memory: reading.memory, isOpenAbove: isOpenAbove)
        add(
          Move(
            reading: place, candidate: number, parent: level, score: base + closing + score + leaves
          ))
      }
      below = open.marker.family
      level = open.parent
      if isOpenAbove {
        isOpenAbove = level >= 0 && isOpen(candidate.family, from: levels[level].parent)
      }
    }
  }

  private func emptiness(of level: OpenLevel) -> Int {
    level.opens || level.marker.family.isUnmarked ? LevelScore.emptyHeading : 0
  }

  /// Whether a level of the family is open at the place or above.
  private func isOpen(_ family: Family, from place: Int) -> Bool {
    var level = place
    while level > 0 {
      if levels[level].marker.family == family { return true }
      level = levels[level].parent
    }
    return false
  }

  /// Takes the best moves, one for each chain of open levels.
  private mutating func follow(_ passage: Passage, _ index: Int) {
    next.removeAll(keepingCapacity: true)
    for move in moves {
      guard move.score > bestScore - LevelSearch.reach, next.count < LevelSearch.beamWidth else {
        break
      }
      let signature = self.signature(of: move, passage)
      if let place = next.firstIndex(where: { levels[$0.level].signature == signature }) {
        noteRival(
          of: next[place].record, readings[move.reading].record, behind: bestScore - move.score)
      } else {
        take(move, passage, index, signature)
      }
    }
    let base = next.first?.score ?? 0
    for place in next.indices { next[place].score -= base }
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
        own = records[own].previous
      } else {
        other = records[other].previous
      }
    }
    guard own == other, parting >= 0 else { return }
    records[parting].margin = min(records[parting].margin, margin)
  }

  /// How many decisions a way back to the parting of two readings may have.
  private static let longestWayBack = 200

  private func signature(of move: Move, _ passage: Passage) -> Int {
    guard move.candidate >= 0 else { return levels[readings[move.reading].level].signature }
    let candidate = passage.candidates[move.candidate]
    var hasher = StableHash(levels[move.parent].signature)
    hasher.combine(Int(candidate.family.rawValue))
    hasher.combine(candidate.ordinal)
    hasher.combine(Int(candidate.separator))
    return hasher.value
  }

  /// Lets the reading of a move go on with it.
  private mutating func take(_ move: Move, _ passage: Passage, _ index: Int, _ signature: Int) {
    let place = next.count
    next.append(readings[move.reading])
    next[place].score = move.score
    next[place].isEmpty = move.candidate >= 0
    guard move.candidate >= 0 else { return }
    let candidate = passage.candidates[move.candidate]
    var parent = move.parent
    if levels[parent].childFamily != candidate.family {
      levels.append(levels[parent])
      parent = levels.count - 1
      levels[parent].childFamily = candidate.family
    }
    var level = OpenLevel(
      marker: candidate, parent: parent, depth: levels[parent].depth + 1, opens: passage.opens,
      isSentence: passage.looks.shape.finalMark == .period && passage.looks.shape.wordCount > 25,
      signature: signature)
    if let label = passage.looks.label { (level.list, level.listLevel) = (label.list, label.level) }
    next[place].level = levels.count
    levels.append(level)
    next[place].memory.keep(candidate, under: levels[parent].marker.family)
    if candidate.family == .part { next[place].memory.forgetBelow(.part) }
    let previous = next[place].record
    next[place].record = records.count
    records.append(
      Record(
        passage: index, candidate: move.candidate, depth: level.depth, previous: previous,
        margin: .max))
  }
}

/// A hash that is the same on every run.
private struct StableHash {
  var value: Int

  init(_ value: Int) { self.value = value }

  mutating func combine(_ number: Int) {
    value = (value ^ number) &* 0x100_0000_01B3 &+ 0x9E37_79B9
  }
}
