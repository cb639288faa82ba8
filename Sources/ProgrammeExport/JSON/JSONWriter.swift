/// Writes JSON into one buffer of bytes, objects and lists laid out compact or pretty.
///
/// ```swift
/// writer.object {
///   $0.key("id"); $0.string("2.4.1")
///   $0.key("children"); $0.list(children) { $0.value($1) }
/// }
/// ```
struct JSONWriter {
  /// What is written so far.
  var bytes: [UInt8]

  /// Whether keys stand on lines of their own.
  let isPretty: Bool

  /// How many objects and lists are open.
  private var depth = 0

  /// Whether nothing stands yet in the object or list that is open.
  private var isFirst = true

  /// Goes on after the bytes that are there.
  init(bytes: [UInt8], isPretty: Bool) {
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
    for element in elements {
      separate()
      body(&self, element)
    }
    close(UInt8(ascii: "]"))
  }

  /// Writes a list of strings.
  mutating func strings(_ elements: [String]) {
    list(elements) { $0.string($1) }
  }

  /// Writes a list of numbers, on one line in either style.
  mutating func numbers(_ elements: [Int]) {
    bytes.append(UInt8(ascii: "["))
    for (place, element) in elements.enumerated() {
      if place > 0 {
        bytes.append(UInt8(ascii: ","))
        if isPretty { bytes.append(UInt8(ascii: " ")) }
      }
      number(element)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Writes a key; its value must follow.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    literal(name)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func open(_ bracket: UInt8) {
    bytes.append(bracket)
    depth += 1
    isFirst = true
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if !isFirst && isPretty { breakLine() }
    bytes.append(bracket)
    isFirst = false
  }

  /// What stands before a key or an element.
  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    if isPretty { breakLine() }
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }
}

extension JSONWriter {
  /// Writes a string or, for `nil`, `null`.
  mutating func string(_ text: String?) {
    guard let text else { return literal("null") }
    bytes.append(UInt8(ascii: "\""))
    bytes.appendJSONEscaped(text)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a whole number or, for `nil`, `null`.
  mutating func number(_ number: Int?) {
    guard let number else { return literal("null") }
    if number >= 0 && number < 10 {
      bytes.append(UInt8(ascii: "0") + UInt8(number))
    } else {
      bytes.append(contentsOf: String(number).utf8)
    }
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

  /// Writes ASCII as it is.
  mutating func literal(_ text: StaticString) {
    let start = unsafe text.utf8Start
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: start, count: text.utf8CodeUnitCount))
  }
}
