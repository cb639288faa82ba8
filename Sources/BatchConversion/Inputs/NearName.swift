/// Names that were probably meant where one was mistyped.
package enum NearName {
  /// The path of a file beside `path` whose name is much like that of `path`, which is not there; `nil` where
  /// the path is there, and where nothing is like it.
  package static func path(like path: String) -> String? {
    guard path != "-", FileSystem.kind(of: path) == nil,
      let names = try? FileSystem.names(in: Path.folder(of: path))
    else { return nil }
    let shown = names.filter { !$0.hasPrefix(".") }
    return nearest(to: Path.name(of: path), among: shown.prefix(mostNames)).map {
      Path.joined(path.utf8.contains(UInt8(ascii: "/")) ? Path.folder(of: path) : "", $0)
    }
  }

  /// A folder of more is not looked through to its end.
  private static let mostNames = 5000

  /// The name that is nearest to a word, or `nil` where none is near: at most half of its letters may differ,
  /// and three at most.
  package static func nearest(to word: String, among names: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().unicodeScalars.prefix(255))
    let allowed = min(3, max(1, letters.count / 2))
    var best: (distance: Int, name: String)?
    for name in names {
      // Names that differ in nothing but composed letters are the same word.
      let distance =
        name == word
        ? 0 : self.distance(letters, Array(name.lowercased().unicodeScalars.prefix(255)), allowed)
      if distance <= allowed, distance < best?.distance ?? .max { best = (distance, name) }
    }
    return best?.name
  }

  /// How many letters have to be put in, taken out or changed; more than `allowed` is not counted to its end.
  private static func distance(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], _ allowed: Int
  ) -> Int {
    guard abs(left.count - right.count) <= allowed else { return allowed + 1 }
    var row = Array(0...right.count)
    for (index, scalar) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let above = row[column + 1]
        row[column + 1] = min(
          min(above, row[column]) + 1, diagonal + (scalar == right[column] ? 0 : 1))
        diagonal = above
      }
      if row.allSatisfy({ $0 > allowed }) { return allowed + 1 }
    }
    return row[right.count]
  }
}
