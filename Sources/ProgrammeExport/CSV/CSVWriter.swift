internal import VietnameseText

/// Writes rows of text as CSV (RFC 4180) in UTF-8.
///
/// ```swift
/// var writer = CSVWriter(options: options)
/// writer.row(["document", "text"])
/// writer.cell("q4.docx")
/// writer.cell("một, \"hai\"")  // "một, ""hai"""
/// writer.endRow()
/// ```
///
/// A cell is quoted only where it has to be: with the delimiter, a quotation mark, a line break or another
/// control, or with a blank at either end, which some readers drop. Rows end with CR LF; line breaks inside a cell stay as
/// they are.
package struct CSVWriter {
  /// What is written so far.
  package private(set) var bytes: [UInt8] = []

  private let options: CSVOptions
  private var isRowOpen = false

  /// Starts a file.
  package init(options: CSVOptions = CSVOptions()) {
    self.options = options
    if options.hasByteOrderMark { bytes.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
  }

  /// Writes a row.
  package mutating func row(_ cells: [String]) {
    for cell in cells { self.cell(cell) }
    endRow()
  }

  /// Writes a cell.
  mutating func cell(_ text: String) {
    if isRowOpen { bytes.append(options.delimiter.byte) }
    isRowOpen = true
    text.withBytes { append($0) }
  }

  /// Writes a cell of several values, joined by ` | `.
  mutating func cell(_ values: [String]) {
    cell(values.joined(separator: " | "))
  }

  /// Ends the row.
  mutating func endRow() {
    bytes.append(contentsOf: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
    isRowOpen = false
  }

  private mutating func append(_ text: Span<UInt8>) {
    let isGuarded = options.guardsFormulas && !text.isEmpty && isFormulaStart(text[0])
    guard needsQuotes(text) else {
      if isGuarded { bytes.append(UInt8(ascii: "'")) }
      bytes.append(contentsOf: text, text.indices)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isGuarded { bytes.append(UInt8(ascii: "'")) }
    for index in text.indices {
      let byte = text[index]
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func needsQuotes(_ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty else { return false }
    if text[0] == UInt8(ascii: " ") || text[text.count - 1] == UInt8(ascii: " ") { return true }
    for index in text.indices {
      switch text[index] {
      case options.delimiter.byte, UInt8(ascii: "\""), 0..<0x20: return true
      // U+0085, U+2028 and U+2029 are line breaks to readers that know Unicode.
      case 0xC2 where text.count > index + 1 && text[index + 1] == 0x85: return true
      case 0xE2 where text.count > index + 2 && text[index + 1] == 0x80:
        if text[index + 2] | 1 == 0xA9 { return true }
      default: break
      }
    }
    return false
  }

  /// Whether a spreadsheet program takes a cell that starts with the byte for a formula; tab and CR
  /// count too, since it drops them first (OWASP, *CSV Injection*).
  private func isFormulaStart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      true
    default: false
    }
  }
}
