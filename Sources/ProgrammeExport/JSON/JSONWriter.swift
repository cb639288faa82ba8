internal import VietnameseText

/// Writes JSON into one buffer of bytes, objects and lists laid out compact or pretty.
///
/// ```swift
/// writer.object {
///   $0.key("id"); $0.string("2.4.1")
///   $0.key("children"); $0.list(children) { $0.value($1) }
/// }
/// let bytes = writer.bytes
/// ```
struct JSONWriter {
  /// Whether keys stand on lines of their own.
  let isPretty: Bool

  /// What is written so far.
  private(set) var bytes: [UInt8]

  /// How many objects and lists are open.
  private var depth = 0

  /// Whether nothing stands yet in the object or list that is open.
  private var isFirst = true

  /// Goes on after the bytes that are there.
  init(bytes: consuming [UInt8] = [], isPretty: Bool) {
    self.bytes = bytes
    self.isPretty = isPretty
  }
}

extension JSONWriter {
  /// Writes an object; `body` writes its keys and values.
  @inline(__always)
  mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes a list, `body` an element.
  @inline(__always)
  mutating func list<Element>(_ elements: [Element], _ body: (inout JSONWriter, Element) -> Void) {
    open(UInt8(ascii: "["))
    // By their places, which copies none of them.
    for place in elements.indices {
      separate()
      body(&self, elements[place])
    }
    close(UInt8(ascii: "]"))
  }

  /// Writes a list of strings.
  mutating func strings(_ elements: [String]) {
    list(elements) { $0.string($1) }
  }

  /// Writes a list of numbers, on one line in either style.
  mutating func numbers(_ elements: [Int]) {
    literal("[")
    for (place, element) in elements.enumerated() {
      if place > 0 { literal(isPretty ? ", " : ",") }
      number(element)
    }
    literal("]")
  }

  /// Writes a key; its value must follow.
  mutating func key(_ name: StaticString) {
    separate()
    name.withBytes { letters in
      bytes.append(addingCapacity: letters.count + 3) { bytes in
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: letters)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
      }
    }
    if isPretty { bytes.append(UInt8(ascii: " ")) }
  }

  @inline(__always)
  private mutating func open(_ bracket: UInt8) {
    bytes.append(bracket)
    depth += 1
    isFirst = true
  }

  @inline(__always)
  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if isPretty && !isFirst { breakLine() }
    bytes.append(bracket)
    isFirst = false
  }

  /// What stands before a key or an element.
  @inline(__always)
  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    if isPretty { breakLine() }
  }

  @inline(never)
  private mutating func breakLine() {
    literal("\n")
    for _ in 0..<depth { literal("  ") }
  }
}

extension JSONWriter {
  /// Writes a string or, for `nil`, `null`.
  @inline(__always)
  mutating func string(_ text: String?) {
    guard let text else { return literal("null") }
    string(text)
  }

  /// Writes a string.
  ///
  /// Only what RFC 8259 asks for is escaped: quotation mark, backslash and the controls below U+0020.
  mutating func string(_ text: String) {
    text.withBytes { text in
      var end = text.firstToEscape(from: 0)
      bytes.append(addingCapacity: end + 2) { bytes in
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: text.extracting(..<end))
        if end == text.count { bytes.append(UInt8(ascii: "\"")) }
      }
      guard end < text.count else { return }
      while end < text.count {
        escape(text[end])
        let start = end + 1
        end = text.firstToEscape(from: start)
        bytes.append(contentsOf: text, start..<end)
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      literal("u00")
      for digit in [byte >> 4, byte & 15] {
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }

  /// Writes a whole number or, for `nil`, `null`.
  @inline(__always)
  mutating func number(_ number: Int?) {
    guard let number else { return literal("null") }
    self.number(number)
  }

  /// Writes a whole number.
  mutating func number(_ number: Int) {
    if number.magnitude > 9 {
      self.number(number / 10)
    } else if number < 0 {
      bytes.append(UInt8(ascii: "-"))
    }
    bytes.append(UInt8(ascii: "0") + UInt8((number % 10).magnitude))
  }

  /// Writes a number in the shortest form that reads back as the same one: `12.5`, `100`.
  ///
  /// JSON has no infinity; such an amount, which no document holds, is written as a string.
  mutating func number(_ number: Double) {
    if let whole = Int(exactly: number), whole.magnitude < 1 << 53 {
      self.number(whole)
    } else if number.isFinite {
      bytes.append(contentsOf: number.description.utf8)
    } else {
      string(number.description)
    }
  }

  /// Writes `true` or `false`.
  mutating func boolean(_ isTrue: Bool) {
    literal(isTrue ? "true" : "false")
  }

  /// Writes a few letters of ASCII as they are.
  mutating func literal(_ text: StaticString) {
    text.withBytes { bytes.append(contentsOf: $0, 0..<$0.count) }
  }
}
