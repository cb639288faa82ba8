/// The words that lead from node to node of a lexicon: every word of every text is looked up here.
///
/// A hash table with at least twice as many slots as words, so that most searches end in the first slot. Its
/// words are those of the vocabulary, which nobody chooses to make it slow: the hash of `Dictionary`, which is made
/// against that, takes longer than all else.
struct WordEdges: Sendable {
  /// A word behind a node and the node it leads to, 0 in a slot that is empty: four slots a line of the cache.
  private struct Slot: Sendable {
    var key: UInt64 = 0
    var node: Int32 = 0
    var next: Int32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 12)

  /// How many bits of a hash are left out to have a slot's place.
  private var shift: UInt64 = 64 - 12

  /// How many slots are taken.
  private var count = 0

  /// The node behind a node and a word, 0 where there is none.
  func node(after node: Int32, _ key: UInt64) -> Int32 { slots[place(of: key, behind: node)].next }

  /// Lets a word behind a node, where none is yet, lead to another node.
  mutating func insert(_ key: UInt64, behind node: Int32, to next: Int32) {
    count += 1
    if count * 2 > slots.count {
      let old = slots
      slots = Array(repeating: Slot(), count: 2 * old.count)
      shift -= 1
      for slot in old where slot.next != 0 { slots[place(of: slot.key, behind: slot.node)] = slot }
    }
    slots[place(of: key, behind: node)] = Slot(key: key, node: node, next: next)
  }

  /// The slot of a word behind a node, or the empty one where it would stand.
  private func place(of key: UInt64, behind node: Int32) -> Int {
    // Fibonacci hashing: the high bits of the product depend on all bits of the key.
    let mixed = (key ^ UInt64(UInt32(bitPattern: node)) << 40) &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: mixed >> shift)
    while slots[place].next != 0, slots[place].key != key || slots[place].node != node {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }
}
