internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Telling a table that lays out the page from one that holds data.
enum LayoutTable {
  /// How many rows a letterhead or a signature has at most.
  private static let mostRows = 12

  /// How many rows there are at most where every recipient has one.
  private static let mostListedRows = 40

  /// How many rows a signature without authority has at most: position, remark, name.
  private static let mostSignatureRows = 3

  /// Whether the cells are parts of the page: a letterhead, recipients beside a signature, or a box
  /// around text.
  static func isLayout(_ table: SourceTable) -> Bool {
    if table.rows.allSatisfy({ $0.cells.count <= 1 }) { return true }
    guard table.rows.count <= mostListedRows, table.rows.allSatisfy({ $0.cells.count <= 3 }) else {
      return false
    }
    var folded = FoldedText()
    guard table.rows.count <= mostRows else { return opensRecipients(table, &folded) }
    var found = false
    for row in table.rows {
      for cell in row.cells {
        for case .paragraph(let paragraph) in cell.blocks where !found && !paragraph.text.isEmpty {
          let text = LineReader.trimmed(paragraph.text, 0..<paragraph.text.utf8.count).text
          folded.fold(text, limit: 60)
          found =
            folded.opens(withAny: Phrases.mottos) || folded.opens(withAny: Phrases.recipients)
            || (folded.count < 60 && SignatureWords.isAuthority(folded))
            || (folded.count < 40 && !table.hasBorders && table.rows.count <= mostSignatureRows
              && SignatureWords.isPosition(folded) && folded.capitals[0] && folded.capitals[1])
        }
      }
    }
    return found
  }

  /// Whether the first row opens the recipients.
  private static func opensRecipients(_ table: SourceTable, _ folded: inout FoldedText) -> Bool {
    for cell in table.rows.first?.cells ?? [] {
      for case .paragraph(let paragraph) in cell.blocks where !paragraph.text.isEmpty {
        folded.fold(
          LineReader.trimmed(paragraph.text, 0..<paragraph.text.utf8.count).text, limit: 60)
        if folded.opens(withAny: Phrases.recipients) { return true }
      }
    }
    return false
  }
}

/// Telling the lines of a signature.
enum SignatureWords {
  /// Whether the line says for whom somebody signs, such as `T/M BAN THƯỜNG VỤ`.
  static func isAuthority(_ text: FoldedText) -> Bool {
    guard let end = text.end(ofAny: Phrases.authorities), end < text.count else { return false }
    let next = text.skippingBlanks(end)
    return next < text.count && Code.isLetter(text.codes[next])
  }

  /// Whether the line names a position, such as `PHÓ BÍ THƯ THƯỜNG TRỰC`.
  static func isPosition(_ text: FoldedText) -> Bool { text.opens(withAny: Phrases.positions) }

  /// Whether the line stands for the signature, such as `(Đã ký)`.
  static func isSigned(_ text: FoldedText) -> Bool {
    guard text.count < 30 else { return false }
    return text.opens(withAny: Phrases.signed)
      || (0..<text.count).contains { text.end(ofAny: Phrases.signedWords, at: $0) != nil }
  }

  /// Whether the line looks like the name of a person: two to six words, each with a capital, nothing else.
  ///
  /// Where all is in capitals a title looks the same (`CHẾ ĐỘ KẾ TOÁN`): only a surname tells.
  static func isName(_ text: FoldedText) -> Bool {
    guard text.count >= 4, text.count <= 50 else { return false }
    if text.capitals[1], !text.opens(withAny: Phrases.surnames) { return false }
    var words = 0
    var index = 0
    while index < text.count {
      let code = text.codes[index]
      if Code.isSpace(code) || code == UInt8(ascii: ".") {
        index += 1
        continue
      }
      guard Code.isLetter(code), text.capitals[index] else { return false }
      words += 1
      while index < text.count, Code.isLetter(text.codes[index]) { index += 1 }
      if index < text.count, !Code.isSpace(text.codes[index]),
        text.codes[index] != UInt8(ascii: ".")
      {
        return false
      }
    }
    return words >= 2 && words <= 6
  }
}
