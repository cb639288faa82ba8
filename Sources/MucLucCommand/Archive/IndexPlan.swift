internal import BatchConversion

/// A document to index, and the path that it was found by.
struct IndexInput: Sendable {
  /// The path that was given, as results spell it.
  var root: String

  /// The document; its path in results begins below the root.
  var input: Input
}

/// The documents below the paths that were given.
struct IndexPlan: Sendable {
  /// The given paths that exist, as results spell them.
  private(set) var roots: [String] = []

  /// The documents, in order.
  private(set) var inputs: [IndexInput] = []

  /// What walking left out.
  private(set) var skipped = SkippedFiles()

  /// Paths that are not there, and folders that cannot be listed.
  private(set) var failures: [(input: Input, error: SystemError)] = []

  /// Looks below paths; nothing is known of what stands below one that is not there.
  init(_ paths: [String], include: [GlobPattern], exclude: [GlobPattern]) {
    for given in paths {
      let path = Self.withoutSlash(given)
      let root = SystemPath.escaped(path)
      guard !roots.contains(root) else { continue }
      guard FileSystem.kind(of: path) != nil else {
        failures.append((Input(file: path), SystemError(number: ENOENT)))
        continue
      }
      roots.append(root)
      var collector = InputCollector(include: include, exclude: exclude)
      collector.add(path)
      inputs += collector.inputs.map { IndexInput(root: root, input: $0) }
      failures += collector.failures.map { ($0.0, $0.1) }
      skipped.add(collector.skipped)
    }
  }

  /// Those of the paths below a root whose files are no longer there.
  ///
  /// A file that patterns leave out, or that stands in a folder that cannot be listed, is still there.
  func gone(_ paths: some Sequence<String>, below root: String) -> [String] {
    let found = Set(inputs.lazy.filter { $0.root == root }.map(\.input.sourcePath))
    let folder = SystemPath.unescaped(root)
    let isFolder = FileSystem.kind(of: folder) == .folder
    return paths.filter { path in
      guard !found.contains(path) else { return false }
      // A file that was given is its own root.
      guard isFolder else { return path != Path.name(of: root) }
      return FileSystem.isGone(Path.joined(folder, SystemPath.unescaped(path)))
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func withoutSlash(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    return path
  }
}

extension SkippedFiles {
  /// Adds what another walk left out.
  mutating func add(_ other: SkippedFiles) {
    hidden += other.hidden
    locks += other.locks
    links += other.links
    others += other.others
    excluded += other.excluded
  }
}

extension SystemPath {
  /// The path that `escaped` spelled.
  static func unescaped(_ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: "%")) else { return path }
    var bytes: [UInt8] = []
    var rest = path.utf8[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return text(of: bytes)
  }
}
