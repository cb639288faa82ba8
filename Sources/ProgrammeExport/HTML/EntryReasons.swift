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
    let length = text.unicodeScalars.count
    var found = mentions.map { mention in
      let (kind, name) = mention.value.look
      return (range: mention.range, kind: kind, name: name)
    }
    if let range {
      found += targets.map { target in
        let stretch = TextRange(target.range.start - range.start, target.range.end - range.start)
        return (stretch, "quantity", .targets)
      }
    }
    var reasons: [EntryReason] = []
    var end = 0
    for (range, kind, name) in found.sorted(by: { $0.range.start < $1.range.start })
    where range.start >= end && range.start < range.end && range.end <= length {
      reasons.append(EntryReason(range: range.start..<range.end, kind: kind, name: name))
      end = range.end
    }
    return reasons
  }
}

extension ProgrammeTask.Mention.Value {
  /// The class of its mark, and what it is called.
  fileprivate var look: (kind: String, name: ReviewWord) {
    switch self {
    case .lead: ("organization", .lead)
    case .cooperating: ("organization", .cooperating)
    case .deadline: ("date", .deadline)
    case .product: ("campaign", .product)
    }
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
