internal import ProgrammeModel

/// A stretch of an entry's text that says who, by when or how much.
struct EntryReason: Hashable {
  /// The stretch, in scalars.
  var range: Range<Int>
  /// The class of its mark, which is that of the facts of its kind.
  var kind: String
  /// What it says.
  var name: ReviewWord
}

extension ProgrammeTask {
  /// Why the entry has its bodies, its deadline and its targets: where they stand in its text.
  ///
  /// What stands elsewhere, such as in another column of a table, has no stretch. None overlaps another.
  var reasons: [EntryReason] {
    let scalars = Array(text.unicodeScalars)
    var search = EntrySearch(scalars: scalars)
    var found: [EntryReason] = []
    for body in lead {
      found += search.find(body).map { EntryReason(range: $0, kind: "organization", name: .lead) }
    }
    for body in cooperating {
      found += search.find(body).map {
        EntryReason(range: $0, kind: "organization", name: .cooperating)
      }
    }
    if let deadline {
      found += search.find(deadline.text).map {
        EntryReason(range: $0, kind: "date", name: .deadline)
      }
    }
    if let product {
      found += search.find(product).map { EntryReason(range: $0, kind: "campaign", name: .product) }
    }
    if let range {
      for target in targets {
        let start = target.range.start - range.start
        let end = target.range.end - range.start
        guard start >= 0, start < end, end <= scalars.count else { continue }
        found.append(EntryReason(range: start..<end, kind: "quantity", name: .targets))
      }
    }
    var end = 0
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }.filter { reason in
      guard reason.range.lowerBound >= end else { return false }
      end = reason.range.upperBound
      return true
    }
  }
}

/// A search for names in the text of one entry.
private struct EntrySearch {
  let scalars: [Unicode.Scalar]

  /// How many letters may still be compared: a text that says the same again and again is not searched to its end.
  private var steps = 100_000

  init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// The first place of a name.
  mutating func find(_ name: String) -> [Range<Int>] {
    let wanted = Array(name.unicodeScalars)
    guard let first = wanted.first, wanted.count <= scalars.count else { return [] }
    for start in 0...scalars.count - wanted.count where scalars[start] == first {
      var place = 1
      while place < wanted.count, scalars[start + place] == wanted[place] { place += 1 }
      if place == wanted.count { return [start..<start + place] }
      steps -= place
      if steps < 0 { return [] }
    }
    return []
  }
}

extension HTMLWriter {
  /// Writes the text of an entry with a mark around what says who, by when and how much.
  mutating func reasoned(_ task: ProgrammeTask) {
    let scalars = Array(task.text.unicodeScalars)
    var end = 0
    for reason in task.reasons {
      text(scalars[end..<reason.range.lowerBound])
      open("mark", ["class": reason.kind, "title": reason.name.vietnamese])
      text(scalars[reason.range])
      close("mark")
      end = reason.range.upperBound
    }
    text(scalars[end...])
  }
}

extension ProgrammeTask.LeadSource {
  /// Where who leads is named.
  var word: ReviewWord {
    switch self {
    case .sentence: .leadInSentence
    case .table: .leadInTable
    case .fields: .leadInFields
    case .heading: .leadInHeading
    }
  }
}
