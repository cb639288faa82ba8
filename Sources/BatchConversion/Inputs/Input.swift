internal import ProgrammeExport

/// One file to work on.
package struct Input: Hashable, Sendable {
  /// The path to open; `-` is standard input.
  package var path: String

  /// Where the result stands below the output folder: the path from the folder that was named, or the
  /// name alone of a file that was named.
  var relativePath: String

  /// The name of the folder that was named, or `nil` for a file that was named.
  package var root: String?

  /// The path as results spell it (`source.path`): that from the folder that was named or the name of the file
  /// that was named; where several were named, or a list names them, the path as given.
  package var sourcePath: String

  /// A path of a file that is there, where this one is not and is much like it; otherwise `nil`.
  var near: String?

  /// The id of its record in an archive, or `nil` where that of its name will do.
  var archiveID: String?

  /// The address of its page in a site, or `nil` where its page stands alone.
  var page: String?

  /// The file's name without its folder.
  package var name: String { path == "-" ? "-" : SystemPath.shown(Path.name(of: path)) }

  /// A file that was named itself, alone or as one of several.
  package init(file path: String, isAlone: Bool = true) {
    self.path = path
    relativePath = path == "-" ? "stdin" : Path.name(of: path)
    sourcePath = SystemPath.escaped(isAlone && path != "-" ? relativePath : path)
  }

  /// A file that was found in a folder, the only one named or one of several.
  package init(path: String, relativePath: String, root: String, isAlone: Bool = true) {
    self.path = path
    self.relativePath = relativePath
    self.root = root
    sourcePath = SystemPath.escaped(isAlone ? relativePath : path)
  }
}

extension [Input] {
  /// Gives each an id for its record in an archive, as distinct as their paths are.
  mutating func giveArchiveIDs() {
    // The folder that all inputs share tells none apart: ids are the same wherever it stands.
    let ids = ArchiveID.distinct(paths: Path.withoutSharedFolder(map(\.path)))
    for (index, id) in zip(indices, ids) { self[index].archiveID = id }
  }
}

/// What a walk left out, and how often.
package struct SkippedFiles: Hashable, Sendable {
  /// Files and folders whose names begin with a dot.
  package var hidden = 0
  /// Lock files of word processors (`~$plan.docx`, `.~lock.plan.docx#`).
  package var locks = 0
  /// Folders with what browsers and Word save beside a page (`plan_files`, `plan.files`).
  package var pageFolders = 0
  /// Links: what they lead to is in the tree already, or outside of it.
  package var links = 0
  /// Files of other kinds.
  package var others = 0
  /// Files that `--exclude` names or `--include` does not.
  package var excluded = 0

  /// Nothing is left out yet.
  package init() {}
}
