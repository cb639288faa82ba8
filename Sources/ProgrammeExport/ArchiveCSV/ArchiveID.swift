internal import ContentDigest
internal import ProgrammeModel

/// The ids of records in one table (`docId`), from the names of files.
///
/// ```swift
/// ArchiveID.distinct(paths: ["2022/q4.docx", "2023/q4.docx", "2023/q3.docx"])
/// // 2022-q4, 2023-q4, q3
/// ```
///
/// The id is the name without its extension. Where two files would have one id, the folders go in front,
/// joined by hyphens, then the extension stays. The circular allows 25 characters: a longer id is cut and
/// ends with eight digits of the digest of what was cut, so that it stays distinct and the same from run
/// to run.
public enum ArchiveID {
  /// An id for each path; two are equal only where the paths are.
  public static func distinct(paths: [String]) -> [String] {
    DistinctNames(paths.map(candidates)).names
  }

  /// The id of a file that stands alone.
  static func id(of name: String) -> String { short(stem(of: name)) }

  private static func candidates(of path: String) -> [String] {
    let parts = path.split(separator: "/").map(String.init).filter { $0 != "." && $0 != ".." }
    guard let name = parts.last else { return [short(path)] }
    let folders = parts.dropLast()
    let joined = (folders + [stem(of: name)]).joined(separator: "-")
    let whole = parts.joined(separator: "-")
    // What hyphens make equal, the digest of the path itself tells apart.
    return [short(stem(of: name)), short(joined), short(whole), cut(stem(of: name), digest: path)]
  }

  private static func stem(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  private static let limit = ArchiveRecord.Field.docId.limit ?? .max

  private static func short(_ id: String) -> String {
    id.unicodeScalars.count > limit ? cut(id, digest: id) : id
  }

  private static func cut(_ id: String, digest: String) -> String {
    let digits = Digest.sha256(Array(digest.utf8)).prefix(8)
    return String(id.unicodeScalars.prefix(limit - digits.count - 1)) + "-" + digits
  }
}
