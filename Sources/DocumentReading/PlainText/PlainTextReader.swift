internal import ProgrammeModel
internal import VietnameseText

/// Reads plain text: one paragraph a line that is not blank.
struct PlainTextReader {
  /// Reads the bytes of a text file in UTF-8.
  func read(
    _ bytes: [UInt8], named name: String
  ) throws(ReadingError) -> Outcome<SourceDocument> {
    var document = SourceDocument(name: name, format: .txt, encoding: .utf8)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let blanks = line.prefix { $0 == 0x20 || $0 == 0x09 }.count
      let end = line.lastIndex { $0 > 0x20 } ?? line.startIndex - 1
      let start = line.startIndex + blanks
      guard start <= end else { continue }
      let text = String(decoding: line[start...end], as: UTF8.self)
      guard text.visibleCharacterCount > 0 else { continue }
      document.characterCount += text.visibleCharacterCount
      document.blocks.append(
        .paragraph(
          SourceParagraph(
            text: text, format: ParagraphFormat(indentation: blanks),
            location: Location(line: index + 1))))
    }
    document.paragraphCount = document.blocks.count
    return Outcome(document)
  }
}
