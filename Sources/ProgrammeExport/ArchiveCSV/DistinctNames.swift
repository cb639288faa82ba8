internal import VietnameseText

/// Chooses a name for each of several things, so that no two have the same.
///
/// Each thing has candidates, the plainest first. Where two would have one name, both go on to their next
/// candidate; a thing whose candidates are used up keeps its last one.
///
/// ```swift
/// DistinctNames([["a", "x/a"], ["a", "y/a"], ["b", "x/b"]]).names  // x/a, y/a, b
/// ```
package struct DistinctNames: Sendable {
  /// The chosen names, one for each thing; equal only where nothing could tell two apart.
  package private(set) var names: [String] = []

  /// Chooses among candidates, of which each thing needs at least one.
  ///
  /// Names that differ in composed letters alone are one name, unless their bytes are told apart.
  package init(_ candidates: [[String]], tellsBytes: Bool = false) {
    var heights = [Int](repeating: 0, count: candidates.count)
    // Raising one may make it collide with another, so this goes on until nothing moves; a name rises
    // as often as it has candidates at most.
    var movesOn = true
    while movesOn {
      movesOn = false
      var owners: [[UInt8]: [Int]] = [:]
      for index in candidates.indices where !candidates[index].isEmpty {
        let name = candidates[index][heights[index]]
        owners[Array((tellsBytes ? name : name.composed).utf8), default: []].append(index)
      }
      for group in owners.values where group.count > 1 {
        for index in group where heights[index] + 1 < candidates[index].count {
          heights[index] += 1
          movesOn = true
        }
      }
    }
    names = candidates.indices.map { candidates[$0].isEmpty ? "" : candidates[$0][heights[$0]] }
  }
}
