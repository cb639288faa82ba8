internal import CXML2

/// What libxml2 reported of a chunk and the reader has not yet taken: its callbacks write here.
///
/// Names are codes, attributes that are not known are left out, texts and values lie in one buffer.
@safe struct XMLTape {
  /// A start tag, a text or an end tag.
  @safe struct Record {
    enum Kind: UInt8 { case start, text, end }
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
  struct Attribute {
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

  var records: [Record] = []
  var attributes: [Attribute] = []
  var bytes: [UInt8] = []
  var stop: Stop?

  private let slots: UnsafeMutablePointer<XMLNames.Slot>
  private let limits: ReadingLimits
  private var depth = 0
  private var textLength = 0
  private var lastIdentifier: UnsafePointer<xmlChar>?
  private var lastNamespace = XMLNamespace.other

  init(names: XMLNames, limits: ReadingLimits) {
    unsafe slots = names.slots
    self.limits = limits
    records.reserveCapacity(1024)
    attributes.reserveCapacity(1024)
    bytes.reserveCapacity(1 << 15)
  }

  /// Forgets what the reader has taken.
  mutating func clear() {
    records.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func start(
    _ localName: UnsafePointer<xmlChar>, _ identifier: UnsafePointer<xmlChar>?,
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    depth += 1
    textLength = 0
    if depth > limits.elementDepth { return stop = .limit(.elementDepth) }
    if unsafe identifier != lastIdentifier {
      unsafe lastIdentifier = identifier
      unsafe lastNamespace =
        identifier.map { unsafe XMLNames.find($0, in: slots).namespace } ?? .other
    }
    let slot = unsafe XMLNames.find(localName, in: slots)
    let first = attributes.count
    if count > 0, let values = unsafe values {
      // Five pointers an attribute: local name, prefix, URI, start and end of the value.
      for index in 0..<count {
        let attribute = unsafe values + 5 * index
        guard let key = unsafe attribute[0] else { continue }
        let name = unsafe XMLNames.find(key, in: slots).name
        guard name != .other, let start = unsafe attribute[3], let end = unsafe attribute[4] else {
          continue
        }
        let length = unsafe end - start
        attributes.append(
          Attribute(
            name: name, first: Int32(truncatingIfNeeded: bytes.count),
            count: Int32(truncatingIfNeeded: length)))
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: length))
      }
    }
    unsafe records.append(
      Record(
        kind: .start, namespace: lastNamespace, name: slot.name,
        first: Int32(truncatingIfNeeded: first),
        count: Int32(truncatingIfNeeded: attributes.count - first), spelling: localName))
  }

  mutating func end() {
    depth -= 1
    textLength = 0
    unsafe records.append(Record(kind: .end, first: 0, count: 0, spelling: nil))
  }

  mutating func text(_ start: UnsafePointer<xmlChar>, count: Int) {
    textLength += count
    if textLength > limits.textBytes { return stop = .limit(.textBytes) }
    let first = bytes.count
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    if let last = records.indices.last, records[last].kind == .text {
      records[last].count += Int32(truncatingIfNeeded: count)
    } else {
      unsafe records.append(
        Record(
          kind: .text, first: Int32(truncatingIfNeeded: first),
          count: Int32(truncatingIfNeeded: count), spelling: nil))
    }
  }
}
