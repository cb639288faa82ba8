internal import CXML2
internal import VietnameseText

/// What libxml2 reported of a chunk and the reader has not yet taken: its callbacks write here.
///
/// Names are codes. Elements that say nothing of text, labels or fonts are left out with all that is in
/// them, and so are attributes that are not known; texts and values lie in one buffer.
@safe struct XMLTape: ~Copyable {
  /// A start tag, a text or an end tag.
  @safe struct Record: BitwiseCopyable {
    enum Kind: UInt8, BitwiseCopyable { case start, text, end }
    var kind: Kind
    var namespace = XMLNamespace.other
    var name = XMLName.other
    /// The first attribute of a start tag, or the first byte of a text.
    var first: Int32
    /// How many attributes or bytes.
    var count: Int32
    /// The local name of a start tag, in the dictionary.
    var spelling: UnsafePointer<xmlChar>?
  }

  /// A known attribute; its value lies in `bytes`.
  struct Attribute: BitwiseCopyable {
    var name: XMLName
    var first: Int32
    var count: Int32
  }

  /// Why parsing stopped.
  enum Stop {
    case malformed(line: Int, reason: String)
    case documentType
    case limit(ReadingLimits.Kind)
  }

  // A chunk of 16 KB has at most some thousand tags.
  var records = PlainBuffer<Record>(capacity: 1024)
  var attributes = PlainBuffer<Attribute>(capacity: 1024)
  var bytes = PlainBuffer<UInt8>(capacity: 1 << 15)
  var stop: Stop?

  private let names: UnsafeMutablePointer<XMLNameTable>
  private let limits: ReadingLimits
  private var depth = 0
  /// The depth of the element that is being left out, or 0.
  private var ignoredDepth = 0
  private var textLength = 0
  private var lastIdentifier: UnsafePointer<xmlChar>?
  private var lastNamespace = XMLNamespace.other

  init(names: XMLNames, limits: ReadingLimits) {
    unsafe self.names = unsafe names.table
    self.limits = limits
  }

  /// Forgets what the reader has taken.
  mutating func clear() {
    records.removeAll()
    attributes.removeAll()
    bytes.removeAll()
  }

  @inline(__always)
  mutating func start(
    _ localName: UnsafePointer<xmlChar>, _ identifier: UnsafePointer<xmlChar>?,
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    depth += 1
    textLength = 0
    if depth > limits.elementDepth { return stop = .limit(.elementDepth) }
    guard ignoredDepth == 0 else { return }
    if unsafe identifier != lastIdentifier {
      unsafe lastIdentifier = identifier
      unsafe lastNamespace =
        identifier.map { unsafe names.pointee.meaning(of: $0).namespace } ?? .other
    }
    let meaning = unsafe names.pointee.meaning(of: localName)
    if meaning.isIgnored, lastNamespace == .word { return ignoredDepth = depth }
    let first = attributes.count
    if count > 0, let values = unsafe values { unsafe append(values, count: count) }
    records.append(
      unsafe Record(
        kind: .start, namespace: lastNamespace, name: meaning.name,
        first: Int32(truncatingIfNeeded: first),
        count: Int32(truncatingIfNeeded: attributes.count - first), spelling: localName))
  }

  /// Takes the known attributes: five pointers each, local name, prefix, URI, start and end of the value.
  @inline(__always)
  private mutating func append(
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, count: Int
  ) {
    for index in 0..<count {
      let attribute = unsafe values + 5 * index
      guard let key = unsafe attribute[0], let start = unsafe attribute[3],
        let end = unsafe attribute[4]
      else { continue }
      let name = unsafe names.pointee.meaning(of: key).name
      guard name != .other else { continue }
      let length = unsafe end - start
      attributes.append(
        Attribute(
          name: name, first: Int32(truncatingIfNeeded: bytes.count),
          count: Int32(truncatingIfNeeded: length)))
      unsafe bytes.append(UnsafeBufferPointer(start: start, count: length))
    }
  }

  @inline(__always)
  mutating func end() {
    let closed = depth
    depth -= 1
    textLength = 0
    guard ignoredDepth == 0 else {
      if closed == ignoredDepth { ignoredDepth = 0 }
      return
    }
    records.append(unsafe Record(kind: .end, first: 0, count: 0, spelling: nil))
  }

  @inline(__always)
  mutating func text(_ start: UnsafePointer<xmlChar>, count: Int) {
    textLength += count
    if textLength > limits.textBytes { return stop = .limit(.textBytes) }
    guard ignoredDepth == 0 else { return }
    let first = bytes.count
    unsafe bytes.append(UnsafeBufferPointer(start: start, count: count))
    let last = records.count - 1
    if last >= 0, records[last].kind == .text {
      records[last].count += Int32(truncatingIfNeeded: count)
    } else {
      records.append(
        unsafe Record(
          kind: .text, first: Int32(truncatingIfNeeded: first),
          count: Int32(truncatingIfNeeded: count), spelling: nil))
    }
  }
}
