import MucLuc
import ProgrammeArchive

/// Archives for tests, in memory.
enum ArchiveFiles {
  /// An archive of documents, each a path and a text.
  static func archive(_ documents: [(String, String)]) throws -> Archive {
    let archive = try Archive.writing(":memory:")
    try archive.addRoots(["r"])
    try archive.write(try documents.map { try put($0.0, $0.1) })
    return archive
  }

  /// The change that brings a document in.
  static func put(_ path: String, _ text: String) throws -> ArchiveChange {
    var programme = try Pipeline().convert(Array(text.utf8), named: path).programme
    programme.source.path = path
    return .put(root: "r", path: path, rows: ArchiveRows(of: programme).bytes, reading: "test")
  }

  /// A search for who cites a document.
  static func cites(_ code: String) -> ArchiveSearch {
    var search = ArchiveSearch(words: [])
    search.cites = code
    return search
  }
}
