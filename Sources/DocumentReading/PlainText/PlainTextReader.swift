internal import ProgrammeModel
internal import VietnameseText

/// Reads plain text: one paragraph a line that is not blank.
///
/// Unicode is read as such. The bytes of any other file stand as the scalars of the same numbers, so that
/// nothing is lost before normalising has seen which encoding makes Vietnamese of them:
///
/// ```swift
/// try PlainTextReader().read([0x71, 0x75, 0x79, 0xD5, 0x74], named: "a.txt")  // "quyÕt", .bytes
/// ```
struct PlainTextReader {
  /// Reads the bytes of a text file.
  func read(
    _ bytes: [UInt8], named name: String
  ) throws(ReadingError) -> Outcome<SourceDocument> {
    if let text = QuotedPrintable.text(of: bytes) {
      var read = try self.read(text, named: name)
      read.diagnostics.insert(Diagnostic(.quotedPrintable), at: 0)
      return read
    }
    guard let form = TextForm(of: bytes) else {
      throw .notText(file: name)
    }
    var document = SourceDocument(name: name, format: .txt, encoding: form.encoding)
    var diagnostics: [Diagnostic] = []
    var lines = LineSplitter(breaksAtUnicode: form.encoding != .bytes)
    switch form.encoding {
    case .utf16LittleEndian, .utf16BigEndian:
      let text = UTF16Text(
        bytes, isBigEndian: form.encoding == .utf16BigEndian, from: form.start)
      lines.split(text.utf8.span)
      if let lone = text.loneSurrogates.first {
        diagnostics.append(
          Diagnostic(.loneSurrogates, String(text.loneSurrogates.count), lone.hexadecimal))
      }
      if let byte = text.oddByte {
        diagnostics.append(Diagnostic(.oddByte, byte.hexadecimal))
      }
    case .bytes:
      // As UTF-8 the scalars of the bytes: what is below 0x80 stays, the rest takes two bytes.
      var widened: [UInt8] = []
      widened.reserveCapacity(bytes.count + bytes.count / 4)
      for byte in bytes {
        if byte < 0x80 {
          widened.append(byte)
        } else {
          widened.append(0xC0 | byte >> 6)
          widened.append(0x80 | byte & 0x3F)
        }
      }
      lines.split(widened.span)
    default:
      lines.split(bytes.span.extracting(form.start..<bytes.count))
    }
    document.blocks = lines.blocks
    document.characterCount = lines.characterCount
    document.paragraphCount = lines.blocks.count
    if form.encoding != .bytes { MarkdownMarks.remove(from: &document) }
    return Outcome(document, diagnostics: diagnostics)
  }
}

extension UnsignedInteger where Self: FixedWidthInteger {
  /// The number in hexadecimal digits, such as `D800`.
  fileprivate var hexadecimal: String { String(self, radix: 16, uppercase: true) }
}
