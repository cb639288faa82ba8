/// Names of parts and the paths between them.
enum PartName {
  /// The folder of a part with its final slash, or nothing for parts at the root.
  static func folder(of part: String) -> Substring {
    guard let slash = part.lastIndex(of: "/") else { return "" }
    return part[...slash]
  }

  /// The name of the part that holds the relationships of `part`.
  static func relationships(of part: String) -> String {
    let folder = folder(of: part)
    return "\(folder)_rels/\(part[folder.endIndex...]).rels"
  }

  /// The part that a target means for a source in `folder`.
  ///
  /// Absolute targets begin with a slash; `..` and `.` are taken out; a fragment does not belong to the
  /// name; percent signs escape what a URI cannot hold.
  static func resolve(_ target: String, in folder: Substring) -> String {
    // Nearly every target is a plain path down from the folder or from the root.
    if target.isPlainPath {
      return target.utf8.first == UInt8(ascii: "/") ? String(target.dropFirst()) : folder + target
    }
    var path = target.replacingBackslashes.prefix { $0 != "#" && $0 != "?" }
    var names: [Substring] = []
    if path.hasPrefix("/") {
      path = path.drop { $0 == "/" }
    } else {
      names = folder.split(separator: "/")
    }
    for name in path.split(separator: "/") {
      switch name {
      case ".": break
      case "..": _ = names.popLast()
      default: names.append(name)
      }
    }
    return names.joined(separator: "/").removingPercentEscapes
  }
}

extension String {
  /// Whether this is a path of names of ASCII letters, digits, `_` and `-`, with dots inside.
  fileprivate var isPlainPath: Bool {
    var isNameStart = false
    var isFirst = true
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "/"):
        if isNameStart { return false }
        isNameStart = true
      case UInt8(ascii: "."):
        if isNameStart || isFirst { return false }
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        isNameStart = false
      default: return false
      }
      isFirst = false
    }
    return !isFirst && !isNameStart
  }

  /// The path with slashes, for producers that write `word\document.xml`.
  var replacingBackslashes: String {
    contains("\\") ? String(map { $0 == "\\" ? "/" : $0 }) : self
  }

  /// The text with `%20` and the like as the bytes they stand for.
  fileprivate var removingPercentEscapes: String {
    guard utf8.contains(0x25) else { return self }
    var bytes: [UInt8] = []
    let source = Array(utf8)
    var index = 0
    while index < source.count {
      if source[index] == 0x25, index + 2 < source.count,
        let code = UInt8(String(decoding: source[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension PartName {
  /// The same name; the usual ones as texts of the program.
  ///
  /// Every paragraph names its part, and every copy of the name would be counted in memory; a text of the
  /// program is not.
  static func constant(_ name: String) -> String {
    switch name {
    case "word/document.xml": "word/document.xml"
    case "word/footnotes.xml": "word/footnotes.xml"
    case "word/endnotes.xml": "word/endnotes.xml"
    default: name
    }
  }

  /// The letters after the last dot, in lower case.
  static func fileExtension(of part: String) -> String {
    part.split(separator: ".").last.map { $0.lowercased() } ?? ""
  }
}
