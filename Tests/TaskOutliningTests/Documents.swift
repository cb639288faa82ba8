import FrameReading
import ProgrammeModel
import TaskOutlining

/// Documents made by hand.
enum Documents {
  /// A text file of lines; those that are blank are no paragraphs but counted.
  static func text(_ lines: [String]) -> NormalisedDocument {
    var blocks: [SourceBlock] = []
    for (index, line) in lines.enumerated() {
      guard let text = trimmedEnd(line) else { continue }
      var format = ParagraphFormat()
      format.indentation = line.prefix { $0 == " " || $0 == "\t" }.count
      blocks.append(
        .paragraph(SourceParagraph(text: text, format: format, location: Location(line: index + 1)))
      )
    }
    return NormalisedDocument(
      document: SourceDocument(
        name: "sample.txt", format: .txt, blocks: blocks, paragraphCount: blocks.count))
  }

  private static func trimmedEnd(_ line: String) -> String? {
    guard let last = line.lastIndex(where: { !$0.isWhitespace }) else { return nil }
    return String(line[...last])
  }

  /// A Word document of blocks.
  static func word(_ blocks: [SourceBlock], notes: [SourceNote] = []) -> NormalisedDocument {
    NormalisedDocument(
      document: SourceDocument(name: "sample.docx", format: .docx, blocks: blocks, notes: notes))
  }

  /// What the outliner makes of lines, dumped.
  static func dump(_ lines: [String]) -> [String] {
    OutlineDump(outline(text(lines))).lines
  }

  /// What the outliner makes of a Word document, dumped.
  static func dump(_ document: NormalisedDocument) -> [String] {
    OutlineDump(outline(document)).lines
  }

  /// The tree of a document whose frame was read.
  static func outline(_ document: NormalisedDocument) -> Outcome<TaskTree> {
    Outliner().outline(FrameReader().read(document).value)
  }
}
