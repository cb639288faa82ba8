internal import ProgrammeModel
internal import VietnameseText

/// Cuts text into paragraphs at its line ends.
///
/// LF, CR and CRLF end a line, and in Unicode text U+0085 (NEL), U+2028 and U+2029. VT and FF break a
/// line in two that keep its number; what follows FF starts a page.
struct LineSplitter {
  /// Whether U+0085, U+2028 and U+2029 end a line: not in undecoded bytes, where 0x85 is a letter or `…`.
  let breaksAtUnicode: Bool

  /// The paragraphs, one for each line that is not blank.
  private(set) var blocks: [SourceBlock] = []

  /// How many characters stand in the paragraphs that are not white space.
  private(set) var characterCount = 0

  private var line = 1
  private var startsPage = false

  /// Starts with the first line.
  init(breaksAtUnicode: Bool) {
    self.breaksAtUnicode = breaksAtUnicode
  }

  /// Cuts UTF-8 into paragraphs.
  mutating func split(_ bytes: Span<UInt8>) {
    var start = 0
    var index = 0
    let end = bytes.count
    while index < end {
      let byte = bytes[index]
      if byte >= 0x0E && byte != 0xC2 && byte != 0xE2 {
        index += 1
        continue
      }
      let length = breakLength(bytes, at: index)
      if length == 0 {
        index += 1
        continue
      }
      add(bytes.extracting(start..<index))
      if byte != 0x0B && byte != 0x0C { line += 1 }
      if byte == 0x0C { startsPage = true }
      index += length
      start = index
    }
    add(bytes.extracting(start..<end))
  }

  /// How many bytes the line break at a place takes, 0 where there is none.
  private func breakLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
    let end = bytes.count
    switch bytes[index] {
    case 0x0A, 0x0B, 0x0C: return 1
    case 0x0D: return index + 1 < end && bytes[index + 1] == 0x0A ? 2 : 1
    case 0xC2 where breaksAtUnicode:
      guard index + 1 < end, bytes[index + 1] == 0x85 else { return 0 }
      // UTF-8 that was read as Latin-1 and saved again has U+0085 inside its letters: `á»\u{85}`.
      let isInside = index >= 2 && (bytes[index - 2] == 0xC2 || bytes[index - 2] == 0xC3)
      return isInside ? 0 : 2
    case 0xE2 where breaksAtUnicode:
      guard index + 2 < end, bytes[index + 1] == 0x80 else { return 0 }
      return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
  }

  /// Adds the paragraph of a line, unless the line is blank.
  private mutating func add(_ bytes: Span<UInt8>) {
    var start = 0
    var end = bytes.count
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    let text = bytes.extracting(start..<end)
    let count = text.visibleCharacterCount
    guard count > 0 else { return }
    characterCount += count
    blocks.append(
      .paragraph(
        SourceParagraph(
          text: String(decoding: text),
          format: ParagraphFormat(indentation: start, startsPage: startsPage),
          location: Location(line: line))))
    startsPage = false
  }
}
