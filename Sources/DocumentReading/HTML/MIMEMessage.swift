internal import VietnameseText

/// A message of MIME (RFC 2045, 2046): headers, then content, which may be messages again.
///
/// Word and browsers save a page with its pictures as one: a web archive, also called MHTML (RFC 2557).
struct MIMEMessage {
  /// The headers by their names in lower case.
  private(set) var headers: [String: String] = [:]
  /// What stands behind the empty line.
  private(set) var content: ArraySlice<UInt8> = []

  /// How many bytes headers may have together.
  private static let mostHeaderBytes = 1 << 16

  /// Reads a message, or is `nil` where it does not begin with headers.
  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    var name: String?
    while let line = Self.takeLine(&rest) {
      if line.isEmpty {
        if headers.isEmpty { continue }
        break
      }
      guard rest.startIndex - bytes.startIndex <= Self.mostHeaderBytes else { return nil }
      let text = String(decoding: line, as: UTF8.self)
      if let name, line.first == 0x20 || line.first == 0x09 {
        headers[name, default: ""] += " " + text.trimmingBlanks
        continue
      }
      guard let colon = text.firstIndex(of: ":"),
        text[..<colon].utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), colon > text.startIndex
      else { return nil }
      let key = text[..<colon].lowercased()
      if headers[key] == nil {
        headers[key] = String(text[text.index(after: colon)...]).trimmingBlanks
      }
      name = key
    }
    guard !headers.isEmpty else { return nil }
    content = rest
  }

  /// Whether a file is such a message that holds a page.
  static func isArchive(_ head: ArraySlice<UInt8>) -> Bool {
    guard let message = MIMEMessage(head), message.headers["mime-version"] != nil else {
      return false
    }
    return message.isMultipart || message.type == "text/html"
  }

  /// The type of the content, such as `text/html`.
  var type: String {
    let value = headers["content-type"] ?? "text/plain"
    return value.prefix { $0 != ";" }.lowercased().trimmingBlanks
  }

  /// Whether the content is messages again.
  var isMultipart: Bool { type.hasPrefix("multipart/") && parameter("boundary") != nil }

  /// A parameter of the type, such as `charset`.
  func parameter(_ name: String) -> String? {
    var rest = (headers["content-type"] ?? "")[...]
    while let semicolon = rest.firstIndex(of: ";") {
      rest = rest[rest.index(after: semicolon)...]
      guard let equals = rest.firstIndex(of: "=") else { return nil }
      let key = String(rest[..<equals]).trimmingBlanks.lowercased()
      var value = rest[rest.index(after: equals)...].drop { $0 == " " }
      if value.first == "\"" {
        value = value.dropFirst().prefix { $0 != "\"" }
      } else {
        value = value.prefix { $0 != ";" && $0 != " " }
      }
      if key == name { return String(value) }
      rest = rest[value.endIndex...]
    }
    return nil
  }

  /// The content as its encoding means it.
  var decoded: [UInt8] {
    switch headers["content-transfer-encoding"]?.lowercased() {
    case "quoted-printable": QuotedPrintable.decode(content)
    case "base64": Base64.decode(content)
    default: Array(content)
    }
  }

  /// The messages that the content is made of.
  var parts: [MIMEMessage] {
    guard let boundary = parameter("boundary") else { return [] }
    let delimiter = Array("--\(boundary)".utf8)
    var parts: [MIMEMessage] = []
    var rest = content
    var start: Int?
    while true {
      let lineStart = rest.startIndex
      guard let line = Self.takeLine(&rest) else { break }
      guard line.starts(with: delimiter) else { continue }
      if let start, let part = MIMEMessage(content[start..<lineStart]) { parts.append(part) }
      start = rest.startIndex
      if line.dropFirst(delimiter.count).starts(with: Array("--".utf8)) { return parts }
    }
    // The last delimiter may be missing.
    if let start, let part = MIMEMessage(content[start...]) { parts.append(part) }
    return parts
  }

  /// Takes the next line, without its end, or is `nil` where there is none.
  private static func takeLine(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    var line = rest[rest.startIndex..<end]
    rest = rest[min(end + 1, rest.endIndex)...]
    if line.last == 0x0D { line.removeLast() }
    return line
  }
}
