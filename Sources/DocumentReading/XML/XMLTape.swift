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
    /// The number of the block that a start tag begins, or -1.
    var block: Int16 = -1
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

  /// A block of properties that is being reported.
  struct OpenBlock: BitwiseCopyable {
    /// Its number, or -1 where only a part of it is on the tape.
    var number = -1
    /// The depth of the element around it, or 0.
    var depth = 0
    var start = Extent()
  }

  /// A block of properties that was reported.
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
  private var block = OpenBlock()
  /// Where the blocks of properties lie that were kept, by their numbers.
  private var blocks = PlainBuffer<Places>(capacity: 0)
  /// The blocks that were reported since the tape was cleared.
  private var newBlocks = PlainBuffer<NewBlock>(capacity: 0)
  /// How much of the tape lasts: what was reported of the blocks.
  private var lasting = Extent()
  private var lastIdentifier: UnsafePointer<xmlChar>?
  private var lastNamespace = XMLNamespace.other

  init(names: XMLNames, limits: ReadingLimits) {
    unsafe self.names = unsafe names.table
    self.limits = limits
  }

  /// Where the reader begins to take what is new.
  var start: Int { lasting.records }

  /// Forgets what the reader has taken, and keeps the blocks that were new in it.
  ///
  /// - Returns: the numbers of those blocks.
  mutating func clear() -> [Int] {
    var numbers: [Int] = []
    for index in 0..<newBlocks.count where blocks[newBlocks[index].number].count == 0 {
      keep(newBlocks[index])
      numbers.append(newBlocks[index].number)
    }
    newBlocks.removeAll()
    block.number = -1
    records.removeAll(from: lasting.records)
    attributes.removeAll(from: lasting.attributes)
    bytes.removeAll(from: lasting.bytes)
    return numbers
  }

  /// Moves what was reported of a block to what lasts.
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
    let places = Places(
      first: Int32(truncatingIfNeeded: first.records),
      count: Int32(truncatingIfNeeded: lasting.records - first.records))
    blocks[new.number] = places
    // What is to be counted wherever it stands cannot be passed as one.
    let isPassable = !(first.records..<lasting.records).contains { records[$0].name == .p }
    if isPassable { records[first.records].block = Int16(truncatingIfNeeded: new.number) }
  }

  /// How many records a block has that was kept.
  @inline(__always)
  func recordCount(ofBlock number: Int) -> Int { Int(blocks[number].count) }

  private var extent: Extent {
    Extent(records: records.count, attributes: attributes.count, bytes: bytes.count)
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
    if meaning.block >= 0 { return startBlock(Int(meaning.block)) }
    let first = attributes.count
    if count > 0, let values = unsafe values { unsafe append(values, count: count) }
    records.append(
      unsafe Record(
        kind: .start, namespace: lastNamespace, name: meaning.name,
        first: Int32(truncatingIfNeeded: first),
        count: Int32(truncatingIfNeeded: attributes.count - first), spelling: localName))
  }

  /// Repeats a block of properties that was kept, or begins to keep it.
  private mutating func startBlock(_ number: Int) {
    if number >= blocks.count { blocks.append(Places(), count: number + 1 - blocks.count) }
    let known = blocks[number]
    guard known.count > 0 else {
      block = OpenBlock(number: number, depth: depth, start: extent)
      return
    }
    records.append(repeating: Int(known.first)..<Int(known.first + known.count))
    ignoredDepth = depth
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
    if closed == block.depth {
      block.depth = 0
      guard block.number >= 0 else { return }
      return newBlocks.append(NewBlock(number: block.number, start: block.start, end: extent))
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
