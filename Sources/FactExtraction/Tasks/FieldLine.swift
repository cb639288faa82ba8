internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// A line that says one thing of the task above it: *Đơn vị chủ trì: Sở Nội vụ*.
struct FieldLine {
  /// What it says.
  enum Label {
    case lead, cooperating, time, product, other
  }

  /// What it says.
  var label: Label

  /// The bodies that are to act.
  var lead: [String] = []

  /// The bodies that cooperate.
  var cooperating: [String] = []

  /// When the task is due.
  var deadline: Deadline?

  /// What it produces.
  var product: String?

  /// Fills in what the line says of a task.
  func apply(to task: inout ProgrammeTask) {
    if !lead.isEmpty {
      task.lead = lead
      task.leadFrom = .fields
      task.mentions.removeAll { $0.value == .lead }
    }
    if !cooperating.isEmpty {
      task.cooperating = cooperating
      task.mentions.removeAll { $0.value == .cooperating }
    }
    if let deadline {
      task.deadline = deadline
      task.mentions.removeAll { $0.value == .deadline }
    }
    if let product {
      task.product = product
      task.mentions.removeAll { $0.value == .product }
    }
  }
}

extension TokenisedText {
  /// The label that the tokens are, from the first to the last.
  func fieldLabel(_ tokens: Range<Int>) -> FieldLine.Label? {
    let start = afterMarks(tokens.lowerBound, until: tokens.upperBound)
    let wanted: Meaning = [.fieldLead, .fieldCooperating, .fieldTime, .fieldProduct, .fieldOther]
    guard let phrase = phrase(at: start, meaning: wanted), phrase.end == tokens.upperBound else {
      return nil
    }
    if phrase.meaning.contains(.fieldLead) { return .lead }
    if phrase.meaning.contains(.fieldCooperating) { return .cooperating }
    if phrase.meaning.contains(.fieldTime) { return .time }
    return phrase.meaning.contains(.fieldProduct) ? .product : .other
  }

  /// The label that opens a sentence and the token behind its colon.
  func fieldLine(in sentence: Range<Int>) -> (label: FieldLine.Label, value: Int)? {
    guard mayHold(UInt8(ascii: ":")) else { return nil }
    for colon in sentence.prefix(12) where self[colon].isMark(UInt8(ascii: ":")) {
      guard colon + 1 < sentence.upperBound,
        let label = fieldLabel(sentence.lowerBound..<colon)
      else { return nil }
      return (label, colon + 1)
    }
    return nil
  }
}
