/// One file to work on.
struct Input: Hashable, Sendable {
  /// The path to open; `-` is standard input.
  var path: String

  /// Where the result stands below the output folder: the path from the folder that was named, or the
  /// name alone of a file that was named.
  var relativePath: String

  /// The name of the folder that was named, or `nil` for a file that was named.
  var root: String?

  /// The file's name without its folder.
  var name: String { path == "-" ? "-" : Path.name(of: path) }

  /// A file that was named itself.
  init(file path: String) {
    self.path = path
    relativePath = path == "-" ? "stdin" : Path.name(of: path)
  }

  /// A file that was found in a folder.
  init(path: String, relativePath: String, root: String) {
    self.path = path
    self.relativePath = relativePath
    self.root = root
  }
}

/// What a walk left out, and how often.
struct SkippedFiles: Hashable, Sendable {
  /// Files and folders whose names begin with a dot.
  var hidden = 0
  /// Lock files of word processors (`~$plan.docx`, `.~lock.plan.docx#`).
  var locks = 0
  /// Links: what they lead to is in the tree already, or outside of it.
  var links = 0
  /// Files of other kinds.
  var others = 0
  /// Files that `--exclude` names or `--include` does not.
  var excluded = 0
}
