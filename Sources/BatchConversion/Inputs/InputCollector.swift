/// Finds the documents that paths name, walking folders.
///
/// Names are sorted by their bytes, so that a run does the same in the same order everywhere. Links in a
/// folder are not followed.
package struct InputCollector {
  /// Patterns of which a file must meet one, if there are any.
  package var include: [GlobPattern] = []

  /// Patterns of files that are left out.
  package var exclude: [GlobPattern] = []

  /// A folder that is not walked, such as that of the results.
  var outputFolder: FileIdentity?

  /// Whether one file or folder is named and nothing else.
  var hasOnePath = true

  /// The files found, in order.
  package private(set) var inputs: [Input] = []

  /// What was left out.
  package private(set) var skipped = SkippedFiles()

  /// Folders that were named and hold no documents.
  package private(set) var emptyFolders: [String] = []

  /// Folders that could not be listed.
  package private(set) var failures: [(Input, SystemError)] = []

  /// The extensions of documents.
  ///
  /// In a folder other files are no documents and are passed by, unless `--include` names them.
  static let documentExtensions: Set<String> =
    [
      "docx", "docm", "dotx", "dotm", "txt", "doc", "dot", "rtf", "html", "htm", "mhtml", "mht",
      "odt",
    ]

  /// How deep folders are walked; a file system that is deeper loops.
  private static let deepest = 200

  /// Makes a collector.
  package init(
    include: [GlobPattern] = [], exclude: [GlobPattern] = [], outputFolder: FileIdentity? = nil,
    hasOnePath: Bool = true
  ) {
    self.include = include
    self.exclude = exclude
    self.outputFolder = outputFolder
    self.hasOnePath = hasOnePath
  }

  /// Adds a file, or the documents in a folder.
  package mutating func add(_ path: String, near: String? = nil) {
    guard path != "-", FileSystem.kind(of: path) == .folder else {
      var input = Input(file: path, isAlone: hasOnePath)
      input.near = near
      inputs.append(input)
      return
    }
    let found = (inputs.count, failures.count)
    walk(path, below: "", root: Path.name(of: path), depth: 0)
    if found == (inputs.count, failures.count) { emptyFolders.append(path) }
  }

  private mutating func walk(_ folder: String, below relative: String, root: String, depth: Int) {
    let names: [String]
    do {
      names = try FileSystem.names(in: folder)
    } catch {
      failures.append((found(folder, relative, root), error))
      return
    }
    let pages = Self.pages(among: names)
    for name in names {
      let path = Path.joined(folder, name)
      let below = Path.joined(relative, name)
      if name.hasPrefix("~$") || name.hasPrefix(".~lock.") {
        skipped.locks += 1
      } else if name.utf8.first == UInt8(ascii: ".") {
        skipped.hidden += 1
      } else {
        switch FileSystem.kindOfLink(path) {
        case .folder:
          guard depth < Self.deepest, !isOutput(path) else { continue }
          if Self.belongsToPage(name, pages) {
            skipped.pageFolders += 1
            continue
          }
          walk(path, below: below, root: root, depth: depth + 1)
        case .file: addFile(path, below, root)
        case .link: skipped.links += 1
        case .other, nil: skipped.others += 1
        }
      }
    }
  }

  /// The names of the pages among some names, without their extensions.
  private static func pages(among names: [String]) -> Set<Substring> {
    Set(
      names.compactMap { name in
        ["htm", "html", "xhtml"].contains(Path.fileExtension(of: name))
          ? name[..<(name.lastIndex(of: ".") ?? name.endIndex)] : nil
      })
  }

  /// Whether a folder holds the frames and pictures of a page beside it, which are no documents of their own.
  private static func belongsToPage(_ folder: String, _ pages: Set<Substring>) -> Bool {
    ["_files", ".files"].contains { ending in
      folder.hasSuffix(ending) && pages.contains(folder.dropLast(ending.count))
    }
  }

  private func isOutput(_ folder: String) -> Bool {
    outputFolder.map { FileSystem.identity(of: folder) == $0 } ?? false
  }

  private mutating func addFile(_ path: String, _ relative: String, _ root: String) {
    if exclude.contains(where: { $0.matches(relative) }) {
      skipped.excluded += 1
    } else if include.contains(where: { $0.matches(relative) }) {
      inputs.append(found(path, relative, root))
    } else if !include.isEmpty {
      skipped.excluded += 1
    } else if Self.documentExtensions.contains(Path.fileExtension(of: path)) {
      inputs.append(found(path, relative, root))
    } else {
      skipped.others += 1
    }
  }

  private func found(_ path: String, _ relative: String, _ root: String) -> Input {
    Input(path: path, relativePath: relative, root: root, isAlone: hasOnePath)
  }
}
