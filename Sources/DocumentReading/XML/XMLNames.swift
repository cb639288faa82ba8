internal import CXML2

/// The dictionary that the parsers of a document share, with what its strings mean.
///
/// libxml2 interns every name in its dictionary, so that equal names are equal pointers: a name is read
/// letter by letter the first time it is met, and from then on recognised by one look into a table.
@safe final class XMLNames {
  /// libxml2's dictionary.
  let dictionary: xmlDictPtr
  /// The names met.
  let table: UnsafeMutablePointer<XMLNameTable>

  /// Starts with no names, or is `nil` where there is no memory.
  init?() {
    guard LibXML.isReady, let dictionary = unsafe xmlDictCreate() else { return nil }
    // The limit that libxml2 sets for its own dictionaries; names beyond it are an error of the part.
    unsafe xmlDictSetLimit(dictionary, 10_000_000)
    unsafe self.dictionary = unsafe dictionary
    unsafe table = .allocate(capacity: 1)
    unsafe table.initialize(to: XMLNameTable())
  }

  deinit {
    unsafe table.pointee.free()
    unsafe table.deallocate()
    unsafe xmlDictFree(dictionary)
  }
}

/// What a name means for reading.
struct XMLMeaning: BitwiseCopyable {
  var name = XMLName.other
  var namespace = XMLNamespace.other
  var isIgnored = false
  /// Whether an element of this name stands for what the sieve has read.
  var isGroup = false

  /// The meanings of all known names and namespaces by their letters.
  static let known: [String: XMLMeaning] = {
    var known: [String: XMLMeaning] = [:]
    for name in XMLName.ignored { known[name] = XMLMeaning(isIgnored: true) }
    for name in XMLName.allCases where name != .other {
      known[name.rawValue] = XMLMeaning(name: name)
    }
    for (identifier, namespace) in XMLNamespace.uniformResourceIdentifiers {
      known[identifier] = XMLMeaning(namespace: namespace)
    }
    return known
  }()
}

/// An open-addressed table from strings of a dictionary to their meanings.
@safe struct XMLNameTable {
  @safe private struct Slot: BitwiseCopyable {
    var key: UnsafePointer<xmlChar>?
    var meaning = XMLMeaning()
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var slotBits: UInt64 = 10
  private var count = 0

  /// More names than that are read letter by letter every time: the table stays sparse.
  private static let mostNames = 512

  init() {
    unsafe slots = Self.slots(1 << slotBits)
  }

  /// Frees the memory; the table is not used afterwards.
  func free() {
    unsafe slots.deallocate()
  }

  private static func slots(_ count: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
    unsafe slots.initialize(repeating: Slot(), count: count)
    return unsafe slots
  }

  /// What a string means.
  @inline(__always)
  mutating func meaning(of key: UnsafePointer<xmlChar>) -> XMLMeaning {
    let index = unsafe index(of: key)
    return unsafe slots[index].key == nil ? learn(key, at: index) : slots[index].meaning
  }

  /// Where a string lies, or the empty place where it would.
  @inline(__always)
  private func index(of key: UnsafePointer<xmlChar>) -> Int {
    // Fibonacci hashing: strings lie close together in the dictionary, their addresses differ in the
    // low bits.
    let address = UInt64(UInt(bitPattern: key))
    var index = Int((address &* 0x9E37_79B9_7F4A_7C15) >> (64 - slotBits))
    while let found = unsafe slots[index].key, unsafe found != key {
      index = (index + 1) & (1 << Int(slotBits) - 1)
    }
    return index
  }

  @inline(never)
  private mutating func learn(_ key: UnsafePointer<xmlChar>, at index: Int) -> XMLMeaning {
    let name = unsafe String(cString: key)
    let meaning = XMLMeaning.known[name] ?? XMLMeaning(isGroup: GroupName.matches(name))
    if count < Self.mostNames {
      count += 1
      unsafe slots[index] = Slot(key: key, meaning: meaning)
      // A quarter full at most: real documents have some hundred names.
      if count > 1 << Int(slotBits - 2) { makeRoom() }
    }
    return meaning
  }

  /// Makes the table four times as large.
  private mutating func makeRoom() {
    let old = unsafe UnsafeMutableBufferPointer(start: slots, count: 1 << Int(slotBits))
    slotBits += 2
    unsafe slots = Self.slots(1 << Int(slotBits))
    for place in old.indices {
      guard let key = unsafe old[place].key else { continue }
      unsafe slots[index(of: key)] = old[place]
    }
    unsafe old.deallocate()
  }
}
