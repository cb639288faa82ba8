internal import DocumentLines
internal import VietnameseLanguage
internal import VietnameseText

/// A text quoted over several lines, as amendments quote the new wording of an article.
///
/// ```text
/// 1. Sửa đổi khoản 2 Điều 5 như sau:
/// “2. Cơ quan chủ trì lập hồ sơ.
/// a) Gửi hồ sơ đến Bộ Tư pháp.”.
/// ```
enum Quotation {
  /// How many lines a quotation may have; a mark that is not closed by then was forgotten.
  private static let mostLines = 400

  /// The line after a quotation that opens a line and goes on over others, or `nil`.
  static func end(
    of lines: PartLines, from start: Int, isOpen: Bool, _ lexicon: Lexicon
  ) -> Int? {
    guard let mark = opening(lines[start].text), lines[start].table == nil,
      lines[start].label == nil
    else { return nil }
    var depth = balance(lines[start].text, mark)
    guard depth > 0, isOpen || opensMarker(lines[start].text, lexicon) else { return nil }
    var index = start + 1
    while index < lines.count, index - start < mostLines {
      // A quotation that opens once more was not closed by its writer.
      if mark == .straight, opening(lines[index].text) != nil { return nil }
      depth += balance(lines[index].text, mark)
      index += 1
      if depth <= 0 { return index }
    }
    return nil
  }

  private enum Mark { case curved, straight }

  private static func opening(_ text: String) -> Mark? {
    let utf8 = text.utf8
    guard let first = utf8.first else { return nil }
    // Two apostrophes stand for a quotation mark with some writers.
    if first == UInt8(ascii: "\"") || first == apostrophe && utf8.dropFirst().first == apostrophe {
      return .straight
    }
    return first == 0xE2 && utf8.prefix(3).elementsEqual([0xE2, 0x80, 0x9C]) ? .curved : nil
  }

  private static var apostrophe: UInt8 { UInt8(ascii: "'") }

  /// How many quotations more are opened than closed.
  private static func balance(_ text: String, _ mark: Mark) -> Int {
    text.withBytes { bytes in
      var depth = 0
      var straight = 0
      var index = 0
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "\"") { straight += 1 }
        if index > 0, bytes[index] == apostrophe, bytes[index - 1] == apostrophe { straight += 1 }
        if index + 2 < bytes.count, bytes[index] == 0xE2 && bytes[index + 1] == 0x80 {
          if bytes[index + 2] == 0x9C { depth += 1 }
          if bytes[index + 2] == 0x9D { depth -= 1 }
        }
        index += 1
      }
      if mark == .curved || straight % 2 == 0 { return mark == .curved ? depth : 0 }
      return isClosing(bytes) ? -1 : 1
    }
  }

  /// Whether an odd straight mark stands at the end of the line.
  private static func isClosing(_ bytes: Span<UInt8>) -> Bool {
    var end = bytes.count
    let isMark = { (byte: UInt8) in byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
    while end > 0, bytes[end - 1] < 0x30 && !isMark(bytes[end - 1]) { end -= 1 }
    return end > 1 && isMark(bytes[end - 1])
  }

  private static func opensMarker(_ text: String, _ lexicon: Lexicon) -> Bool {
    var folded = FoldedText()
    folded.fold(text, limit: 40)
    return !MarkerReader(text: folded, lexicon: lexicon).candidates(at: 1).isEmpty
  }
}

/// Numbers counted inside a paragraph.
enum Inline {
  /// Whether a candidate goes on with a count in brackets.
  static func isCounted(_ candidate: MarkerCandidate) -> Bool {
    candidate.ordinal > 1
      && (candidate.family == .numberInBrackets || candidate.family == .letterInBrackets)
  }

  /// Whether the passage holds the number before the candidate's, in brackets: a line that starts with the next
  /// one goes on with it.
  static func holds(_ candidate: MarkerCandidate, in passage: Passage) -> Bool {
    guard isCounted(candidate), passage.candidates.first?.family != candidate.family,
      !passage.looks.shape.isFinished || passage.looks.shape.finalMark == .semicolon
    else { return false }
    var before = "("
    if candidate.family == .numberInBrackets {
      before += "\(candidate.ordinal - 1))"
    } else {
      let scalar = UInt8(ascii: "a") + UInt8(clamping: max(candidate.latinOrdinal - 2, 0))
      before += String(UnicodeScalar(scalar)) + ")"
    }
    let wanted = Array(before.utf8)
    let bytes = Array(passage.text.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains {
      bytes[$0..<($0 + wanted.count)] == wanted[...]
    }
  }
}
