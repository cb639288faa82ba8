/// Cutting paths apart, without asking the file system.
package enum Path {
  /// The last part of a path.
  package static func name(of path: String) -> String {
    var utf8 = path.utf8[...]
    while utf8.count > 1, utf8.last == UInt8(ascii: "/") { utf8.removeLast() }
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")), utf8.count > 1 else {
      return String(Substring(utf8))
    }
    return String(Substring(utf8[utf8.index(after: slash)...]))
  }

  /// The folder that a path stands in; `.` where the path is a mere name.
  package static func folder(of path: String) -> String {
    var utf8 = path.utf8[...]
    while utf8.count > 1, utf8.last == UInt8(ascii: "/") { utf8.removeLast() }
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == utf8.startIndex ? "/" : String(Substring(utf8[..<slash]))
  }

  /// A path below a folder; a folder `.` or none is left out.
  package static func joined(_ folder: String, _ name: String) -> String {
    if folder.isEmpty { return name }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + name : "\(folder)/\(name)"
  }

  /// The paths from the deepest folder that all of them are in.
  static func withoutSharedFolder(_ paths: [String]) -> [String] {
    let parts = paths.map { $0.split(separator: "/", omittingEmptySubsequences: true) }
    guard var shared = parts.first?.dropLast() else { return paths }
    for path in parts.dropFirst() {
      shared = shared.prefix(zip(shared, path.dropLast()).prefix { $0 == $1 }.count)
    }
    return parts.map { $0.dropFirst(shared.count).joined(separator: "/") }
  }

  /// The extension of a path in lower case, without its dot; empty where there is none.
  package static func fileExtension(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return ""
    }
    return name[name.index(after: dot)...].lowercased()
  }

  /// A path without the extension of its last part.
  package static func withoutExtension(_ path: String) -> String {
    let name = name(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return path }
    return String(path.dropLast(name[dot...].count))
  }
}
