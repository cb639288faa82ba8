internal import ProgrammeModel

/// The normalised text with every number and bullet as printed on the page, one paragraph a line.
enum PlainTextRendering {
  /// The text of a document.
  static func bytes(of document: SourceDocument) -> [UInt8] {
    var bytes: [UInt8] = []
    document.forEachParagraph { paragraph in
      if let label = paragraph.label, !label.text.isEmpty {
        bytes.append(contentsOf: label.text.utf8)
        bytes.append(UInt8(ascii: " "))
      }
      for byte in paragraph.text.utf8 {
        bytes.append(byte == UInt8(ascii: "\n") ? UInt8(ascii: " ") : byte)
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
