/// Writes JSON into one buffer of bytes, objects and lists laid out compact or pretty.
///
/// ```swift
/// writer.object {
///   $0.key("id"); $0.string("2.4.1")
///   $0.key("children"); $0.list(children) { $0.value($1) }
/// }
/// let bytes = writer.finish()
/// ```
///
/// A document is some ten thousand small pieces: they are put together in a page of memory that needs no
/// look at whether it is shared or has room for every byte, and the page goes to the buffer when it is full.
@safe struct JSONWriter: ~Copyable {
  /// Whether keys stand on lines of their own.
  let isPretty: Bool

  /// How many objects and lists are open.
  private var depth = 0

  /// Whether nothing stands yet in the object or list that is open.
  private var isFirst = true

  /// What went out of the page.
  private var written: [UInt8]

  private let page: UnsafeMutablePointer<UInt8>
  private var count = 0

  private static let pageSize = 1 << 14

  /// Goes on after the bytes that are there.
  init(bytes: consuming [UInt8] = [], isPretty: Bool) {
    written = bytes
    self.isPretty = isPretty
    unsafe page = .allocate(capacity: Self.pageSize)
  }

  deinit {
    unsafe page.deallocate()
  }

  /// Ends writing and gives the bytes.
  consuming func finish() -> [UInt8] {
    flush()
    return written
  }

  /// Sees to it that the page has room for some bytes, fewer than a page.
  @inline(__always)
  private mutating func makeRoom(for added: Int) {
    if Self.pageSize - count < added { flush() }
  }

  /// Writes a byte, for which there must be room.
  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    unsafe page[count] = byte
    count += 1
  }

  /// Writes bytes, for which there must be room.
  @inline(__always)
  private mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    unsafe (page + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// Writes a few letters of ASCII, for which there must be room.
  @inline(__always)
  private mutating func put(_ letters: StaticString) {
    unsafe put(
      UnsafeBufferPointer(start: letters.utf8Start, count: letters.utf8CodeUnitCount))
  }

  @inline(never)
  private mutating func flush() {
    unsafe written.append(contentsOf: UnsafeBufferPointer(start: page, count: count))
    count = 0
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
  mutating func list<Element>(
    _ elements: borrowing [Element], _ body: (inout JSONWriter, borrowing Element) -> Void
  ) {
    list(of: elements.span, body)
  }

  /// Writes a list; where elements need not be copyable they are lent, and no copy is made of a node or a task.
  @inline(__always)
  private mutating func list<Element: ~Copyable>(
    of elements: Span<Element>, _ body: (inout JSONWriter, borrowing Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for index in elements.indices {
      separate()
      body(&self, elements[index])
    }
    close(UInt8(ascii: "]"))
  }

  /// Writes a list from its end, `body` an element, and forgets what is written; `freed` is called whenever
  /// so many bytes were written.
  mutating func list<Element>(
    emptying elements: inout [Element], every interval: Int, freed: () -> Void,
    _ body: (inout JSONWriter, Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    var before = written.count
    while let element = elements.popLast() {
      separate()
      body(&self, element)
      if written.count - before >= interval {
        freed()
        before = written.count
      }
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
  ///
  /// A third of a document is keys: put in where they stand, they are written as numbers of eight bytes.
  @inline(__always)
  mutating func key(_ name: StaticString) {
    separate()
    makeRoom(for: name.utf8CodeUnitCount + 4)
    put(UInt8(ascii: "\""))
    put(name)
    put(UInt8(ascii: "\""))
    put(UInt8(ascii: ":"))
    if isPretty { put(UInt8(ascii: " ")) }
  }

  @inline(__always)
  private mutating func open(_ bracket: UInt8) {
    makeRoom(for: 1)
    put(bracket)
    depth += 1
    isFirst = true
  }

  @inline(__always)
  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if isPretty && !isFirst { breakLine() }
    makeRoom(for: 1)
    put(bracket)
    isFirst = false
  }

  /// What stands before a key or an element.
  @inline(__always)
  private mutating func separate() {
    if !isFirst {
      makeRoom(for: 1)
      put(UInt8(ascii: ","))
    }
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
  mutating func string(_ text: String) {
    makeRoom(for: 1)
    put(UInt8(ascii: "\""))
    // Every text of ours is contiguous UTF-8; asking for it this way copies none.
    if unsafe text.utf8.withContiguousStorageIfAvailable({ unsafe escaped($0) }) == nil {
      escapeCopy(of: text)
    }
    makeRoom(for: 1)
    put(UInt8(ascii: "\""))
  }

  @inline(never)
  private mutating func escapeCopy(of text: String) {
    unsafe Array(text.utf8).withUnsafeBufferPointer { unsafe escaped($0) }
  }

  /// Writes a text as it stands between the quotation marks of a JSON string.
  ///
  /// Only what RFC 8259 asks for is escaped: quotation mark, backslash and the controls below U+0020.
  private mutating func escaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while true {
      let end = unsafe text.firstToEscape(from: start)
      while start < end {
        if count == Self.pageSize { flush() }
        let piece = min(end - start, Self.pageSize - count)
        unsafe put(UnsafeBufferPointer(rebasing: text[start..<start + piece]))
        start += piece
      }
      guard end < text.count else { return }
      makeRoom(for: 6)
      unsafe escape(text[end])
      start = end + 1
    }
  }

  private mutating func escape(_ byte: UInt8) {
    put(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): put(byte)
    case 0x08: put(UInt8(ascii: "b"))
    case 0x09: put(UInt8(ascii: "t"))
    case 0x0A: put(UInt8(ascii: "n"))
    case 0x0C: put(UInt8(ascii: "f"))
    case 0x0D: put(UInt8(ascii: "r"))
    default:
      literal("u00")
      for digit in [byte >> 4, byte & 15] {
        put(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
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
    makeRoom(for: 20)
    if number < 0 { put(UInt8(ascii: "-")) }
    let start = count
    var rest = number.magnitude
    repeat {
      put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    // The last digit stands first.
    var digits = unsafe UnsafeMutableBufferPointer(start: page + start, count: count - start)
    unsafe digits.reverse()
  }

  /// Writes a number in the shortest form that reads back as the same one: `12.5`, `100`.
  ///
  /// JSON has no infinity; such an amount, which no document holds, is written as a string.
  mutating func number(_ number: Double) {
    if let whole = Int(exactly: number), whole.magnitude < 1 << 53 {
      self.number(whole)
    } else if number.isFinite {
      var digits = number.description
      makeRoom(for: 32)
      digits.withUTF8 { unsafe put($0) }
    } else {
      string(number.description)
    }
  }

  /// Writes `true` or `false`.
  mutating func boolean(_ isTrue: Bool) {
    literal(isTrue ? "true" : "false")
  }

  /// Writes a few letters of ASCII as they are.
  @inline(__always)
  mutating func literal(_ text: StaticString) {
    makeRoom(for: text.utf8CodeUnitCount)
    put(text)
  }
}
