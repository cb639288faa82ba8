internal import CXML2

/// The dictionary that the parsers of a document share, with a table from its strings to known names.
///
/// libxml2 interns every name in its dictionary, so that equal names are equal pointers: an element is
/// recognised by one look into a small table, without reading its letters.
@safe final class XMLNames {
  /// libxml2's dictionary.
  let dictionary: xmlDictPtr

  /// What a string of the dictionary means.
  @safe struct Slot {
    var key: UnsafePointer<xmlChar>?
    var name = XMLName.other
    var namespace = XMLNamespace.other
    var isIgnored = false
  }

  /// The open-addressed table; it has `XMLNames.slotCount` slots.
  let slots: UnsafeMutablePointer<Slot>

  /// A power of two, a few times the number of known names: most are found at the first look.
  static let slotCount = 1024

  /// Interns every known name, or is `nil` where there is no memory.
  init?() {
    guard let dictionary = unsafe xmlDictCreate() else { return nil }
    // The limit that libxml2 sets for its own dictionaries; names beyond it are an error of the part.
    unsafe xmlDictSetLimit(dictionary, 10_000_000)
    unsafe self.dictionary = dictionary
    unsafe slots = .allocate(capacity: Self.slotCount)
    unsafe slots.initialize(repeating: Slot(), count: Self.slotCount)
    for name in XMLName.allCases where name != .other {
      insert(name.rawValue, as: name, .other)
    }
    for name in XMLName.ignored { insert(name, as: .other, .other, isIgnored: true) }
    for (identifier, namespace) in XMLNamespace.uniformResourceIdentifiers {
      insert(identifier, as: .other, namespace)
    }
  }

  deinit {
    unsafe slots.deallocate()
    unsafe xmlDictFree(dictionary)
  }

  private func insert(
    _ text: String, as name: XMLName, _ namespace: XMLNamespace, isIgnored: Bool = false
  ) {
    guard let key = unsafe xmlDictLookup(dictionary, text, Int32(text.utf8.count)) else { return }
    var index = unsafe Self.firstIndex(of: key)
    while unsafe slots[index].key != nil { index = (index + 1) & (Self.slotCount - 1) }
    unsafe slots[index] = Slot(
      key: key, name: name, namespace: namespace, isIgnored: isIgnored)
  }

  /// Where the search for a string starts.
  @inline(__always)
  static func firstIndex(of key: UnsafePointer<xmlChar>) -> Int {
    let address = UInt(bitPattern: key)
    // Fibonacci hashing: strings lie close together in the dictionary, their addresses differ in the
    // low bits.
    return Int((UInt64(address) &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }

  /// What a string means; one that is not known has an empty slot.
  @inline(__always)
  static func find(
    _ key: UnsafePointer<xmlChar>, in slots: UnsafeMutablePointer<Slot>
  ) -> Slot {
    var index = unsafe firstIndex(of: key)
    while true {
      let slot = unsafe slots[index]
      if unsafe slot.key == key || slot.key == nil { return slot }
      index = (index + 1) & (slotCount - 1)
    }
  }
}
