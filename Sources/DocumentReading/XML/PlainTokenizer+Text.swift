internal import VietnameseText

// Values and text, and what stands for itself in them.
extension PlainTokenizer {
  /// Reads the value of an attribute up to its quotation mark, behind the bytes of others.
  func readValue(
    at place: inout Int, _ window: Span<UInt8>, upTo quote: UInt8, _ values: inout [UInt8]
  ) throws(Stop) {
    var first = place
    var isASCII = true
    while true {
      window.skipPlainLetters(from: &place, &isASCII)
      let byte = window[place]
      if byte == quote || byte == UInt8(ascii: "&") {
        guard isASCII || window.extracting(first..<place).isUTF8 else { throw .notPlain }
        values.append(contentsOf: window, first..<place)
        if byte == quote { return }
        values.append(contentsOf: try readReference(at: &place, window).utf8)
        first = place
      } else {
        guard byte >= 0x20, byte != UInt8(ascii: "<") else {
          throw place == window.end ? .cut : .notPlain
        }
        try checkLetter(at: place, window)
        place += 1
      }
    }
  }

  /// Reads text up to a tag, or to what stands for itself in it: a reference, a line break, a cut.
  func readText(
    at place: inout Int, _ window: Span<UInt8>, _ events: inout XMLEventBuffer
  ) throws(Stop) {
    let first = place
    if open.isEmpty {
      while window[place].isXMLBlank { place += 1 }
      if place == window.end { throw .cut }
      if place == first { throw .notPlain }
      return
    }
    var stop: Stop?
    var isASCII = true
    do throws(Stop) {
      repeat {
        window.skipPlainLetters(from: &place, &isASCII)
      } while try skipLetter(at: &place, window)
    } catch {
      stop = error
      if place == window.end { place = max(first, window.endOfLetters) }
    }
    let text = window.extracting(first..<place)
    guard isASCII || text.isUTF8 else { throw .notPlain }
    if place > first { return events.text(text) }
    if let stop { throw stop }
    switch window[place] {
    case UInt8(ascii: "&"):
      let letters = try readReference(at: &place, window)
      letters.withBytes { events.text($0) }
    case UInt8(ascii: "\r"):
      // A line break is one letter, whatever the file has (XML 1.0, 2.11).
      try expect("\n", at: place + 1, window)
      place += 1
    default: throw .notPlain
    }
  }

  /// Goes behind a letter of text, or says that something else stands there.
  private func skipLetter(at place: inout Int, _ window: Span<UInt8>) throws(Stop) -> Bool {
    switch window[place] {
    case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\r"): return false
    case UInt8(ascii: "]"):
      // `]]>` must not stand in text.
      guard place + 2 < window.end else { throw .cut }
      if window.starts(with: "]]>", at: place) { throw .notPlain }
    case UInt8(ascii: "\n"), UInt8(ascii: "\t"): break
    case 0..<0x20: throw place == window.end ? .cut : .notPlain
    default: try checkLetter(at: place, window)
    }
    place += 1
    return true
  }

  /// U+FFFE and U+FFFF are no characters of XML.
  private func checkLetter(at place: Int, _ window: Span<UInt8>) throws(Stop) {
    if window[place] == 0xEF, window[place + 1] == 0xBF, window[place + 2] >= 0xBE {
      throw .notPlain
    }
  }

  /// Reads a reference to a character or to a predefined entity (XML 1.0, 4.1 and 4.6).
  private func readReference(at place: inout Int, _ window: Span<UInt8>) throws(Stop) -> String {
    var end = place + 1
    while window[end] != UInt8(ascii: ";") {
      guard end < window.end else { throw .cut }
      guard end - place < 10 else { throw .notPlain }
      end += 1
    }
    let name = window.string(place + 1..<end)
    place = end + 1
    if let letter = Self.entities[name] { return letter }
    let isHexadecimal = name.hasPrefix("#x")
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    guard name.hasPrefix("#"), !digits.hasPrefix("+"),
      let code = UInt32(digits, radix: isHexadecimal ? 16 : 10), code >= 0x20,
      code != 0xFFFE, code != 0xFFFF, let scalar = Unicode.Scalar(code)
    else { throw .notPlain }
    return String(scalar)
  }

  private static let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]

  func expect(_ letter: Unicode.Scalar, at place: Int, _ window: Span<UInt8>) throws(Stop) {
    guard place < window.end else { throw .cut }
    guard window[place] == UInt8(ascii: letter) else { throw .notPlain }
  }
}

extension UInt8 {
  /// Whether this is a blank of XML (XML 1.0, 2.3).
  var isXMLBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }

  /// Whether a plain name may hold this byte.
  var isPlainName: Bool { (0x30...0x3A).contains(self) || (0x61...0x7A).contains(self | 0x20) }
}
