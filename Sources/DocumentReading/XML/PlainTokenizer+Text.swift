internal import VietnameseText

// Text, and what stands for itself in it.
extension PlainTokenizer {
  /// Reads text up to a tag, or to what stands for itself in it: a reference, a line break, a cut.
  func readText(
    at place: inout Int, _ window: Span<UInt8>, _ events: inout XMLEventBuffer
  ) throws(Stop) {
    let first = place
    if open.isEmpty {
      while window[place].isXMLBlank { place += 1 }
      if place == first { throw .notPlain }
      return
    }
    var stop: Stop?
    do throws(Stop) {
      repeat {
        place += window.word(at: place).plainLength
        let length = try textLength(at: place, window)
        place += length
        if length == 0 { break }
      } while true
    } catch {
      stop = error
    }
    if place > first { return events.text(window.extracting(first..<place)) }
    if let stop { throw stop }
    switch window[place] {
    case UInt8(ascii: "&"):
      let scalar = try readReference(at: &place, window)
      let letters = Array(UTF8.encode(scalar) ?? .init())
      events.text(letters.span)
    case UInt8(ascii: "\r"):
      // A line break is one letter, whatever the file has (XML 1.0, 2.11).
      try expect(UInt8(ascii: "\n"), at: place + 1, window)
      place += 1
    default: throw .notPlain
    }
  }

  /// How many bytes the next letter of text has, 0 where something else stands.
  private func textLength(at place: Int, _ window: Span<UInt8>) throws(Stop) -> Int {
    let byte = window[place]
    if byte >= 0x80 { return try scalarLength(at: place, window) }
    if byte == UInt8(ascii: "]") {
      // `]]>` must not stand in text.
      guard place + 2 < window.end else { throw .cut }
      guard window[place + 1] != byte || window[place + 2] != UInt8(ascii: ">") else {
        throw .notPlain
      }
    } else if byte < 0x20 {
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") else {
        if place == window.end { throw .cut }
        return 0
      }
    }
    return byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") ? 0 : 1
  }

  /// Reads a reference to a character or to a predefined entity (XML 1.0, 4.1 and 4.6).
  func readReference(
    at place: inout Int, _ window: Span<UInt8>
  ) throws(Stop) -> Unicode.Scalar {
    var end = place + 1
    while window[end] != UInt8(ascii: ";") {
      guard end < window.end else { throw .cut }
      guard end - place < 10 else { throw .notPlain }
      end += 1
    }
    var name = window.string(place + 1..<end)[...]
    place = end + 1
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.popFirst() == "#" else { throw .notPlain }
      let radix = name.first == "x" ? 16 : 10
      if radix == 16 { name.removeFirst() }
      guard name.utf8.first != UInt8(ascii: "+"), let code = UInt32(name, radix: radix),
        code >= 0x20, code != 0xFFFE, code != 0xFFFF, let scalar = Unicode.Scalar(code)
      else { throw .notPlain }
      return scalar
    }
  }

  /// How many bytes the scalar beyond ASCII has that begins at a place, which must be a character of XML.
  func scalarLength(
    at place: Int, _ window: Span<UInt8>
  ) throws(Stop) -> Int {
    let lead = window[place]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, lead <= 0xF4 else { throw .notPlain }
    guard place + length <= window.end else { throw .cut }
    // The second byte has a range of its own behind some leads (Unicode, table 3-7).
    let second = window[place + 1]
    let range: ClosedRange<UInt8> =
      switch lead {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard range.contains(second) else { throw .notPlain }
    for index in 2..<max(length, 2) where window[place + index] & 0xC0 != 0x80 { throw .notPlain }
    // U+FFFE and U+FFFF are no characters.
    if lead == 0xEF, second == 0xBF, window[place + 2] >= 0xBE { throw .notPlain }
    return length
  }
}

extension UInt8 {
  /// Whether this is a blank of XML (XML 1.0, 2.3).
  var isXMLBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
