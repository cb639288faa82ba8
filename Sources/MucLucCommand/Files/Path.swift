/// Cutting paths apart, without asking the file system.
enum Path {
  /// The last part of a path.
  static func name(of path: String) -> String {
    var utf8 = path.utf8[...]
    while utf8.count > 1, utf8.last == UInt8(ascii: "/") { utf8.removeLast() }
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")), utf8.count > 1 else {
      return String(Substring(utf8))
    }
    return String(Substring(utf8[utf8.index(after: slash)...]))
  }
}
