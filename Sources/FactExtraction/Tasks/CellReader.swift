internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Reads what a cell, or the value of a field line, says of a task.
struct CellReader {
  private var reader: FactReader

  /// The vocabulary.
  private let lexicon: Lexicon

  /// Makes a reader.
  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    reader = FactReader(lexicon: lexicon)
  }

  /// The bodies that a cell lists, one a line or parted by commas, semicolons or `và`.
  ///
  /// A name may stand over two lines: `Lãnh đạo⏎Sở Y tế`, `Ủy ban nhân dân⏎xã Hòa Bình`.
  mutating func bodies(in cell: String) -> (lead: [String], cooperating: [String]) {
    var lead: [String] = []
    var cooperating: [String] = []
    for text in lines(of: cell) {
      if let labelled = labelled(text) {
        lead += labelled.lead
        cooperating += labelled.cooperating
        continue
      }
      let shared = parted(text)
      lead += shared.lead
      cooperating += shared.cooperating
    }
    return (lead, cooperating)
  }

  /// The lines of a cell, those joined that hold one name together.
  private func lines(of cell: String) -> [TokenisedText] {
    var lines: [TokenisedText] = []
    for part in cell.utf8.split(separator: UInt8(ascii: "\n")) {
      let text = TokenisedText(String(Substring(part)), lexicon: lexicon)
      if text.string.isBlank { continue }
      // What stands in brackets alone is a remark.
      if text[0].isMark(UInt8(ascii: "(")), text[text.count - 1].isMark(UInt8(ascii: ")")) {
        continue
      }
      if let last = lines.last, goesOn(from: last, to: text) {
        lines[lines.count - 1].read(last.string + " " + text.string)
      } else {
        lines.append(text)
      }
    }
    return lines
  }

  /// Whether a name goes on from one line to the next.
  private func goesOn(from above: TokenisedText, to text: TokenisedText) -> Bool {
    let last = above[above.count - 1]
    if last.isComma || last.isDash || above.means(above.count - 1, [.and, .of, .with]) {
      return true
    }
    if last.isMark(UInt8(ascii: ";")) || last.isStop || text[0].kind != .word { return false }
    if text.phrase(at: 0, meaning: .many) != nil {
      return above.phrase(at: 0, meaning: .officer)?.end == above.count
    }
    if !text[0].isCapital {
      return text.phrase(at: 0, meaning: [.place, .numbered, .openTail, .closingTail, .of]) != nil
        || text.phrase(at: 0, meaning: [.actor, .body, .office]) == nil
    }
    // Lãnh đạo, Đại diện, Chủ tịch alone; Văn phòng alone
    if let officer = above.phrase(at: 0, meaning: .officer), officer.end == above.count {
      return BodyRecogniser.body(at: 0, in: text) != nil
        || ActorName(at: 0, in: text, as: .cell) != nil
    }
    return false
  }

  /// `Chủ trì: Sở Nội vụ`, `Phối hợp: Sở Y tế, Sở Tài chính`.
  private func labelled(_ text: TokenisedText) -> (lead: [String], cooperating: [String])? {
    guard let field = text.fieldLine(in: 0..<text.count) else { return nil }
    let names = list(text, field.value..<text.count)
    switch field.label {
    case .lead: return (names, [])
    case .cooperating: return ([], names)
    case .time, .product, .other: return nil
    }
  }

  /// `Sở Nội vụ chủ trì; các sở phối hợp`, or a list of names.
  private func parted(_ text: TokenisedText) -> (lead: [String], cooperating: [String]) {
    let chairs = (0..<text.count).first { text.phrase(at: $0, meaning: .chairs) != nil }
    let joins = (0..<text.count).first { text.phrase(at: $0, meaning: .cooperates) != nil }
    guard chairs != nil || joins != nil else { return (list(text, 0..<text.count), []) }
    let found = text.responsibility(in: 0..<text.count)
    var lead = text.squeezed(found.lead)
    var others = text.squeezed(found.cooperating)
    if lead.isEmpty, let chairs, chairs > 0 { lead = list(text, 0..<chairs) }
    if others.isEmpty, let joins, joins > 0 {
      let start = (chairs.flatMap { text.phrase(at: $0, meaning: .chairs)?.end }) ?? 0
      if start < joins { others = list(text, start..<joins) }
    }
    lead.removeAll { others.contains($0) }
    return (lead, others)
  }

  /// The names of a list.
  private func list(_ text: TokenisedText, _ tokens: Range<Int>) -> [String] {
    var names: [String] = []
    var start = text.afterMarks(tokens.lowerBound, until: tokens.upperBound)
    while start < tokens.upperBound {
      if let list = text.actors(at: start, until: tokens.upperBound, as: .cell) {
        names += text.squeezed(list.names)
        start = list.end
      } else {
        // A name that we do not know ends at the next separator.
        var end = start + 1
        while end < tokens.upperBound, !text[end].isComma, !text[end].isMark(UInt8(ascii: ";")) {
          end += 1
        }
        var last = end
        while last > start + 1, text[last - 1].isStop { last -= 1 }
        names.append(text.squeezed(start..<last))
        start = end
      }
      start = text.afterMarks(start, until: tokens.upperBound)
    }
    return names
  }

  /// The deadline that a cell of times says: its date where it has just one.
  mutating func deadline(in cell: String) -> Deadline? {
    let facts = reader.facts(in: cell)
    let text = reader.text
    var end = text.count
    while end > 0, text[end - 1].kind == .mark, !text[end - 1].isMark(UInt8(ascii: ")")) {
      end -= 1
    }
    let start = text.afterMarks(0, until: end)
    guard start < end else { return nil }
    let words = text.squeezed(start..<end)
    if let bare = text.bareTime(start..<end) { return Deadline(text: words, edtf: bare) }
    var edtf: String?
    for fact in facts {
      guard case .date(let date) = fact.value else { continue }
      guard edtf == nil else { return Deadline(text: words, edtf: nil) }
      edtf = date
    }
    return Deadline(text: words, edtf: edtf)
  }

  /// The words of a cell, without a mark at the end.
  func words(of cell: String) -> String? {
    let text = TokenisedText(cell, lexicon: lexicon)
    var end = text.count
    while end > 0, text[end - 1].isStop || text[end - 1].isMark(UInt8(ascii: ";")) { end -= 1 }
    return end > 0 ? text.squeezed(0..<end) : nil
  }

  /// Reads the value of a field line.
  mutating func field(_ label: FieldLine.Label, _ value: String) -> FieldLine {
    var field = FieldLine(label: label)
    switch label {
    case .lead:
      let bodies = bodies(in: value)
      field.lead = bodies.lead
      field.cooperating = bodies.cooperating
    case .cooperating:
      let bodies = bodies(in: value)
      field.cooperating = bodies.lead + bodies.cooperating
    case .time: field.deadline = deadline(in: value)
    case .product: field.product = words(of: value)
    case .other: break
    }
    return field
  }
}

extension TokenisedText {
  /// The time that tokens are, from the first to the last, where nothing tells that they are one but their
  /// column: `2026`, `6/2026`, `Q2/2026`, `30/6`.
  func bareTime(_ tokens: Range<Int>) -> String? {
    var index = tokens.lowerBound
    let end = tokens.upperBound
    if let word = phrase(at: index, meaning: [.due, .onward]), word.end < end { index = word.end }
    if index + 1 == end, let year = yearNumber(at: index) {
      return CalendarSpan(CalendarUnit(year: year)).edtf
    }
    if self[index].kind == .number,
      self[index + 1].isSlash || self[index + 1].isDash || self[index + 1].isStop,
      index + 3 == end, let month = self[index].number, (1...12).contains(month),
      let year = yearNumber(at: index + 2)
    {
      return CalendarSpan(CalendarUnit(year: year, part: .month(month))).edtf
    }
    return bareQuarter(index..<end)
  }

  /// `Q2/2026`, `QII/2026`, `Q.II/2026`.
  private func bareQuarter(_ tokens: Range<Int>) -> String? {
    guard means(tokens.lowerBound, .quarterLetter) else { return nil }
    var index = tokens.lowerBound + 1
    if self[index].isStop { index += 1 }
    guard let quarter = self[index].number ?? roman(at: index),
      (1...4).contains(quarter), self[index + 1].isSlash || self[index + 1].isDash,
      index + 3 == tokens.upperBound, let year = yearNumber(at: index + 2)
    else { return nil }
    return CalendarSpan(CalendarUnit(year: year, part: .quarter(quarter))).edtf
  }
}
