internal import CXML2
internal import VietnameseText

/// What was read of a chunk and the reader has not yet taken.
///
/// libxml2's callbacks write here, and before them the sieve: what it reads itself lies apart, and the parser
/// sees an element in its place, a group (`GroupName`). Names are codes. Elements that say nothing of text,
/// labels or fonts are left out with all that is in them, and so are attributes that are not known; texts and
/// values lie in one buffer.
@safe struct XMLTape: ~Copyable {
  /// A start tag, a text or an end tag, or the places of records that stand here.
  @safe struct Record: BitwiseCopyable {
    enum Kind: UInt8, BitwiseCopyable { case start, text, end, group, block }
    var kind: Kind
    var namespace = XMLNamespace.other
    var name = XMLName.other
    /// The number of the block that a start tag begins, or -1.
    var block: Int16 = -1
    /// The first attribute of a start tag, the first byte of a text, the first record of a group, or the number
    /// of a block.
    var first: Int32 = 0
    /// How many attributes, bytes or records.
    var count: Int32 = 0
    /// The local name of a start tag, in the dictionary, where it may be one that is not known.
    var spelling: UnsafePointer<xmlChar>?
  }

  /// A known attribute; its value lies in `bytes`.
  struct Attribute: BitwiseCopyable {
    var name: XMLName
    var first: Int32
    var count: Int32
  }

  /// How much there is on the tape.
  struct Extent: BitwiseCopyable {
    var records = 0
    var attributes = 0
    var bytes = 0
  }

  /// Some records.
  struct Places: BitwiseCopyable {
    var first: Int32 = 0
    var count: Int32 = 0
  }

  /// Elements in sequence that the sieve has read.
  struct Group: BitwiseCopyable {
    var places: Places
    /// How deep elements stand in it.
    var depth: Int
  }

  /// A block of properties that was read.
  struct NewBlock: BitwiseCopyable {
    var number: Int
    var start: Extent
    var end: Extent
  }

  /// Why parsing stopped.
  enum Stop {
    case malformed(line: Int, reason: String)
    case documentType
    case limit(ReadingLimits.Kind)
  }

  // A chunk has at most some thousand tags.
  var records = PlainBuffer<Record>(capacity: 1024)
  var attributes = PlainBuffer<Attribute>(capacity: 1024)
  var bytes = PlainBuffer<UInt8>(capacity: 1 << 15)
  /// The blocks of properties that were met.
  var blocks = RepeatedBlocks()
  var stop: Stop?
  let limits: ReadingLimits

  private let names: UnsafeMutablePointer<XMLNameTable>
  private var depth = 0
  /// The depth of the element that is being left out, or 0.
  private var ignoredDepth = 0
  private var textLength = 0
  private var groups = PlainBuffer<Group>(capacity: 64)
  /// How many of the groups the parser has met.
  private var metGroups = 0
  private var newBlocks = PlainBuffer<NewBlock>(capacity: 16)
  /// How much of the tape lasts: the blocks.
  private var lasting = Extent()
  private var lastIdentifier: UnsafePointer<xmlChar>?
  private var lastNamespace = XMLNamespace.other

  init(names: XMLNames, limits: ReadingLimits) {
    unsafe self.names = unsafe names.table
    self.limits = limits
  }

  /// How much there is now.
  @inline(__always)
  var extent: Extent {
    Extent(records: records.count, attributes: attributes.count, bytes: bytes.count)
  }

  /// Whether the parser has met all groups.
  var hasMetGroups: Bool { metGroups == groups.count }

  /// Forgets what the reader has taken, and keeps the blocks that were new in it.
  mutating func clear() {
    // The element of a group may still lie in the parser.
    guard hasMetGroups else { return }
    for index in 0..<newBlocks.count { keep(newBlocks[index]) }
    newBlocks.removeAll()
    groups.removeAll()
    metGroups = 0
    removeAll(from: lasting)
  }

  private mutating func removeAll(from place: Extent) {
    records.removeAll(from: place.records)
    attributes.removeAll(from: place.attributes)
    bytes.removeAll(from: place.bytes)
  }

  /// Moves what was read of a block to what lasts.
  private mutating func keep(_ new: NewBlock) {
    let first = lasting
    let movedBytes = Int32(truncatingIfNeeded: new.start.bytes - first.bytes)
    let movedAttributes = Int32(truncatingIfNeeded: new.start.attributes - first.attributes)
    for index in new.start.records..<new.end.records {
      var record = records[index]
      record.first -= record.kind == .text ? movedBytes : movedAttributes
      records[lasting.records] = record
      lasting.records += 1
    }
    for index in new.start.attributes..<new.end.attributes {
      var attribute = attributes[index]
      attribute.first -= movedBytes
      attributes[lasting.attributes] = attribute
      lasting.attributes += 1
    }
    for index in new.start.bytes..<new.end.bytes {
      bytes[lasting.bytes] = bytes[index]
      lasting.bytes += 1
    }
    blocks.settle(new.number, .kept, at: Self.places(from: first, to: lasting))
  }

  private static func places(from start: Extent, to end: Extent) -> Places {
    Places(
      first: Int32(truncatingIfNeeded: start.records),
      count: Int32(truncatingIfNeeded: end.records - start.records))
  }
}

// What the sieve writes.
extension XMLTape {
  /// Adds a start tag whose attributes, from a place on, were added before.
  @inline(__always)
  mutating func start(
    _ name: XMLName, _ namespace: XMLNamespace, attributesFrom first: Int,
    spelling: UnsafePointer<xmlChar>? = nil
  ) {
    records.append(
      unsafe Record(
        kind: .start, namespace: namespace, name: name, first: Int32(truncatingIfNeeded: first),
        count: Int32(truncatingIfNeeded: attributes.count - first), spelling: spelling))
  }

  /// Adds an attribute.
  @inline(__always)
  mutating func attribute(_ name: XMLName, _ value: UnsafeBufferPointer<UInt8>) {
    attributes.append(
      Attribute(
        name: name, first: Int32(truncatingIfNeeded: bytes.count),
        count: Int32(truncatingIfNeeded: value.count)))
    unsafe bytes.append(value)
  }

  /// Adds text, or adds it to the text that was added last.
  @inline(__always)
  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    let first = bytes.count
    unsafe bytes.append(text)
    let last = records.count - 1
    let count = Int32(truncatingIfNeeded: text.count)
    if last >= 0, records[last].kind == .text {
      records[last].count += count
    } else {
      records.append(
        unsafe Record(kind: .text, first: Int32(truncatingIfNeeded: first), count: count))
    }
  }

  /// Adds an end tag.
  @inline(__always)
  mutating func endTag() {
    records.append(unsafe Record(kind: .end))
  }

  /// Repeats a block that is kept.
  @inline(__always)
  mutating func `repeat`(_ block: Int) {
    records.append(unsafe Record(kind: .block, first: Int32(truncatingIfNeeded: block)))
  }

  /// Remembers a block that was added from a place on: it can be repeated from now on.
  mutating func remember(_ block: Int, from start: Extent) {
    let end = extent
    guard end.records > start.records else { return blocks.settle(block, .empty, at: Places()) }
    records[start.records].block = Int16(truncatingIfNeeded: block)
    newBlocks.append(NewBlock(number: block, start: start, end: end))
    blocks.settle(block, .kept, at: Self.places(from: start, to: end))
  }

  /// Takes back what was added from a place on.
  mutating func takeBack(to start: Extent) {
    while newBlocks.count > 0, newBlocks[newBlocks.count - 1].start.records >= start.records {
      blocks.settle(newBlocks[newBlocks.count - 1].number, .new, at: Places())
      newBlocks.removeAll(from: newBlocks.count - 1)
    }
    removeAll(from: start)
  }

  /// Makes a group of what was added from a place on.
  ///
  /// - Parameters:
  ///   - start: the place.
  ///   - depth: how deep elements stand in it.
  ///   - joins: whether it follows the last group, so that both are one.
  mutating func group(from start: Extent, depth: Int, joins: Bool) {
    let places = Self.places(from: start, to: extent)
    if joins {
      let last = groups.count - 1
      groups[last].places.count += places.count
      groups[last].depth = max(groups[last].depth, depth)
    } else {
      groups.append(Group(places: places, depth: depth))
    }
  }
}

// What libxml2's callbacks write.
extension XMLTape {
  @inline(__always)
  mutating func start(
    _ localName: UnsafePointer<xmlChar>, _ identifier: UnsafePointer<xmlChar>?,
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    depth += 1
    textLength = 0
    if depth > limits.elementDepth { return stop = .limit(.elementDepth) }
    let meaning = unsafe names.pointee.meaning(of: localName)
    if meaning.isGroup { return startGroup() }
    guard ignoredDepth == 0 else { return }
    if unsafe identifier != lastIdentifier {
      unsafe lastIdentifier = identifier
      unsafe lastNamespace =
        identifier.map { unsafe names.pointee.meaning(of: $0).namespace } ?? .other
    }
    if meaning.isIgnored, lastNamespace == .word { return ignoredDepth = depth }
    let first = attributes.count
    if count > 0, let values = unsafe values { unsafe append(values, count: count) }
    unsafe start(meaning.name, lastNamespace, attributesFrom: first, spelling: localName)
  }

  /// Puts the next group where the element stands that stands for it.
  private mutating func startGroup() {
    guard !hasMetGroups else { return }
    let group = groups[metGroups]
    metGroups += 1
    if depth + group.depth - 1 > limits.elementDepth { return stop = .limit(.elementDepth) }
    guard ignoredDepth == 0 else { return }
    records.append(
      unsafe Record(kind: .group, first: group.places.first, count: group.places.count))
    ignoredDepth = depth
  }

  /// Takes the known attributes: five pointers each, local name, prefix, URI, start and end of the value.
  @inline(__always)
  private mutating func append(
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, count: Int
  ) {
    for index in 0..<count {
      let value = unsafe values + 5 * index
      guard let key = unsafe value[0], let start = unsafe value[3], let end = unsafe value[4]
      else { continue }
      let name = unsafe names.pointee.meaning(of: key).name
      guard name != .other else { continue }
      unsafe attribute(name, UnsafeBufferPointer(start: start, count: end - start))
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
    endTag()
  }

  @inline(__always)
  mutating func text(_ start: UnsafePointer<xmlChar>, count: Int) {
    textLength += count
    if textLength > limits.textBytes { return stop = .limit(.textBytes) }
    guard ignoredDepth == 0 else { return }
    unsafe text(UnsafeBufferPointer(start: start, count: count))
  }
}

/// The name of the elements that stand for groups.
///
/// Its letters are drawn anew for every process: no document can name such an element.
enum GroupName {
  /// How many letters it has.
  static let length = 8

  /// The letters, as they lie in memory.
  static let word: UInt64 = (0..<UInt64(length)).reduce(0) { word, index in
    word | UInt64(UInt8.random(in: 0x61...0x7A)) << (8 * index)
  }.littleEndian

  /// The letters.
  static var bytes: [UInt8] { unsafe withUnsafeBytes(of: word) { unsafe Array($0) } }

  /// Whether this is the name.
  static func matches(_ name: String) -> Bool { name.utf8.elementsEqual(bytes) }
}
