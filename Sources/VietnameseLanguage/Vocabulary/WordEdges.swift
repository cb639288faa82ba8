/// The words that lead from node to node of a lexicon: every word of every text is looked up here.
///
/// A hash table with twice as many slots as words, so that a search soon meets an empty one. Its words are
/// those of the vocabulary, which nobody chooses to make it slow: the hash of `Dictionary`, which is made
/// against that, takes longer than all else.
struct WordEdges: Sendable {
  /// A word behind a node.
  struct Edge: Hashable, Sendable {
    var node: Int32
    var key: UInt64
  }

  /// An edge and the node it leads to, 0 in a slot that is empty.
  private struct Slot: Sendable {
    var edge = Edge(node: 0, key: 0)
    var next: Int32 = 0
  }

  private var slots: [Slot]

  /// How many bits of a hash are left out to have a slot's place.
  private let shift: UInt64

  /// Takes the edges with the nodes that they lead to.
  init(_ edges: [Edge: Int32]) {
    let bits = UInt64(Int.bitWidth - (2 * edges.count).leadingZeroBitCount)
    shift = 64 - bits
    slots = Array(repeating: Slot(), count: 1 << Int(bits))
    for (edge, next) in edges { slots[place(of: edge)] = Slot(edge: edge, next: next) }
  }

  /// The node behind a node and a word, 0 where there is none.
  func node(after node: Int32, _ key: UInt64) -> Int32 {
    slots[place(of: Edge(node: node, key: key))].next
  }

  /// The slot of an edge, or the empty one where it would stand.
  private func place(of edge: Edge) -> Int {
    // Fibonacci hashing: the high bits of the product depend on all bits of the key.
    let mixed = (edge.key ^ UInt64(UInt32(bitPattern: edge.node)) << 40) &* 0x9E37_79B9_7F4A_7C15
    var place = Int(mixed >> shift)
    while slots[place].next != 0, slots[place].edge != edge {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }
}
