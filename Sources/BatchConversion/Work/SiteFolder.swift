internal import ContentDigest
internal import ProgrammeExport
internal import ProgrammeModel

/// The folder that pages are written to, as a site: writes what leads to them and what a search reads.
///
/// The index has every page below the folder that a run of this program made, this run or one before, so that it says
/// what stands there: pages that were skipped stay in it, pages that were taken away do not.
///
/// The pieces of an index stand in a folder that is named after what is in them, and the index takes its name when all
/// of them are there: whoever kills a run leaves the index that was, with its pieces.
struct SiteFolder {
  /// The folder.
  var root: String

  /// The language that the index opens in.
  var language: MessageLanguage

  /// A document without a page: its path as results spell it, and why.
  typealias Failure = (path: String, reason: String)

  private var files: String { Path.joined(root, SitePlace.folder) }

  /// Whether a name below the folder of a site is the index's own, on disks that tell no capitals apart too.
  static func isOwn(_ name: String) -> Bool {
    let name = name.lowercased()
    return name == SitePlace.index || name.hasPrefix(SitePlace.folder + "/")
  }

  /// The path of the index.
  var index: String { Path.joined(root, SitePlace.index) }

  /// Writes the index.
  func write(failures: [Failure]) throws(FileFailure) {
    do {
      try FileSystem.makeFolder(files, inside: root)
      AtomicFile.removeLeftovers(in: files)
      let fresh = AtomicFile.temporaryPath(beside: Path.joined(files, "pieces"))
      try FileSystem.makeFolder(fresh, inside: root)
      defer { FileSystem.removeFolder(fresh) }
      var (index, digest) = (SiteIndex(language: language), RunningDigest())
      let pages = try pages()
      var addresses: [String] = []
      for page in pages {
        guard let record = record(of: Path.joined(root, page)) else { continue }
        addresses.append(SystemPath.address(page))
        index.add(record, page: addresses[addresses.count - 1])
        try write(index.takePieces(), to: fresh, &digest)
      }
      for failure in failures { index.addFailure(failure.path, failure.reason) }
      index.finish()
      try write(index.takePieces(), to: fresh, &digest)
      let name = String(digest.hexadecimal.prefix(Self.digits))
      try keep(fresh, as: name)
      try writeNeighbours(of: addresses)
      try write(index.page(loading: "\(SitePlace.folder)/\(name)/"), to: self.index)
      removeFolders(but: name)
    } catch {
      throw .output(error, path: index)
    }
  }

  /// How many digits the name of a folder of pieces has.
  private static let digits = 16

  private func write(
    _ pieces: [SitePiece], to folder: String, _ digest: inout RunningDigest
  ) throws(SystemError) {
    for piece in pieces {
      digest.absorb(piece.bytes)
      // The disk takes all of them together, before the index says that they are there.
      try AtomicFile.write(piece.bytes, to: Path.joined(folder, piece.name + ".js"), syncs: false)
    }
  }

  /// Gives a folder of pieces its name, unless the same pieces are there.
  private func keep(_ fresh: String, as name: String) throws(SystemError) {
    let path = Path.joined(files, name)
    guard FileSystem.kindOfLink(path) == nil else { return }
    sync()
    try FileSystem.rename(fresh, to: path)
  }

  /// Writes a file unless it stands there as it is.
  private func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
    guard FileBytes.digest(of: path) != Digest.sha256(bytes) else { return }
    try AtomicFile.write(bytes, to: path)
  }

  private func writeNeighbours(of addresses: [String]) throws(SystemError) {
    for piece in SiteIndex.neighbours(of: addresses) {
      try write(piece.bytes, to: Path.joined(root, piece.address))
    }
  }

  /// Removes the pieces of earlier indexes.
  private func removeFolders(but name: String) {
    for other in (try? FileSystem.names(in: files)) ?? [] where other != name {
      guard other.utf8.count == Self.digits, other.allSatisfy(\.isHexDigit),
        FileSystem.kindOfLink(Path.joined(files, other)) == .folder
      else { continue }
      FileSystem.removeFolder(Path.joined(files, other))
    }
  }
}

// The pages that stand below the folder.

extension SiteFolder {
  /// The paths of pages from the folder on, in the order of their names.
  private func pages() throws(SystemError) -> [String] {
    var pages: [String] = []
    var folders = [""]
    while let folder = folders.popLast() {
      var below: [String] = []
      for name in try FileSystem.names(in: Path.joined(root, folder)) {
        let page = Path.joined(folder, name)
        guard name.utf8.first != UInt8(ascii: "."), !Self.isOwn(page + "/") else { continue }
        switch FileSystem.kindOfLink(Path.joined(root, page)) {
        case .folder: below.append(page)
        case .file where Path.fileExtension(of: name) == "html" && !Self.isOwn(page):
          pages.append(page)
        default: break
        }
      }
      folders += below.reversed()
    }
    return pages
  }

  /// The record in a page, or `nil` where the page is none of this program's or cannot be read.
  private func record(of page: String) -> SiteRecord? {
    guard let bytes = try? FileBytes.read(page) else { return nil }
    return SiteRecord(page: bytes)
  }
}
