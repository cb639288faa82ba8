package import ProgrammeModel
internal import VietnameseText

/// Texts as lines have them.
extension Line {
  /// The text without white space at its ends.
  package static func trimmed(_ text: String) -> String { trimmed(text, 0..<text.utf8.count).text }

  /// The text of a range without white space at its ends, and where it starts.
  package static func trimmed(_ text: String, _ range: Range<Int>) -> (text: String, start: Int) {
    let kept: Range<Int>? = text.withBytes { bytes in
      var start = range.lowerBound
      var end = range.upperBound
      while start < end {
        let width = Line.blankWidth(bytes, at: start, end)
        if width == 0 { break }
        start += width
      }
      while end > start {
        if isBlank(bytes[end - 1]) {
          end -= 1
        } else if end - 2 >= start, bytes[end - 2] == 0xC2 && bytes[end - 1] == 0xA0 {
          end -= 2
        } else {
          break
        }
      }
      if start == 0 && end == bytes.count { return nil }
      return start..<end
    }
    // Most texts have nothing to trim and need no copy.
    guard let kept else { return (text, 0) }
    let rest = text.utf8.dropFirst(kept.lowerBound).prefix(kept.count)
    return (String(Substring(rest)), kept.lowerBound)
  }

  /// The text of a paragraph without white space at its ends, and where it stands; `number` is the paragraph's
  /// place in the document.
  package static func trimmed(
    _ paragraph: SourceParagraph, number: Int
  ) -> (text: String, span: SourceSpan) {
    let (text, start) = trimmed(paragraph.text, 0..<paragraph.text.utf8.count)
    return (
      text, SourceSpan(paragraph: number, range: start..<start + text.utf8.count)
    )
  }

  /// The lines of a text, those that are empty left out, each without white space at its ends and with its
  /// start.
  package static func pieces(of text: String) -> [(text: String, start: Int)] {
    var pieces: [(text: String, start: Int)] = []
    var start = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let end = start + line.count
      if end > start { pieces.append(trimmed(text, start..<end)) }
      start = end + 1
    }
    return pieces
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }

  /// How many bytes of white space stand at the place.
  private static func blankWidth(_ bytes: Span<UInt8>, at start: Int, _ end: Int)
    -> Int
  {
    let byte = bytes[start]
    if isBlank(byte) { return 1 }
    return byte == 0xC2 && start + 1 < end && bytes[start + 1] == 0xA0 ? 2 : 0
  }
}

extension String {
  /// Whether a line break stands in it.
  package var hasLineBreak: Bool { contains(byte: 0x0A) }

  /// Whether a byte of ASCII stands in it.
  package func contains(byte: UInt8) -> Bool {
    withBytes { bytes in
      var index = 0
      while index + 16 <= bytes.count {
        if !SixteenBytes(bytes, at: index).places(of: byte).isEmpty { return true }
        index += 16
      }
      while index < bytes.count {
        if bytes[index] == byte { return true }
        index += 1
      }
      return false
    }
  }

  /// Where a scalar starts in the UTF-8, or the length where there are fewer.
  package func byteOffset(ofScalar number: Int) -> Int {
    var scalars = 0
    var offset = 0
    for byte in utf8 {
      if byte & 0xC0 != 0x80 {
        if scalars == number { return offset }
        scalars += 1
      }
      offset += 1
    }
    return offset
  }

  /// How many scalars start in so many first bytes, for each of some counts, which rarely descend.
  package func scalarCounts(ofBytes counts: [Int]) -> [Int] {
    withBytes { bytes in
      var place = 0
      var scalars = 0
      return counts.map { count in
        if count < place { (place, scalars) = (0, 0) }
        while place < min(count, bytes.count) {
          if bytes[place] & 0xC0 != 0x80 { scalars += 1 }
          place += 1
        }
        return scalars
      }
    }
  }
}
