internal import ProgrammeModel

/// SARIF 2.1.0 (OASIS), which code scanning of GitHub, Azure and others read.
struct SARIFPrinter: CheckPrinter {
  private var isFirst = true

  var head: String {
    let driver = JSONValue.object([
      ("name", .string(Generator.current.name)), ("version", .string(Generator.current.version)),
      ("rules", .array(Diagnostic.Kind.all.map(Self.rule))),
    ])
    return """
      {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
          "tool": {"driver": \(driver.line)},
          "columnKind": "unicodeCodePoints",
          "results": [
      """
  }

  var foot: String { "\n    ]\n  }]\n}\n" }

  private static func rule(_ kind: Diagnostic.Kind) -> JSONValue {
    .object([
      ("id", .string(kind.code)),
      ("shortDescription", .object([("text", .string(kind.english.text))])),
      ("defaultConfiguration", .object([("level", .string(kind.severity.rawValue))])),
    ])
  }

  mutating func text(for file: CheckedFile) -> String {
    file.findings.map { finding in
      defer { isFirst = false }
      return (isFirst ? "\n      " : ",\n      ") + Self.result(finding, in: file.path).line
    }.joined()
  }

  private static func result(_ finding: Finding, in path: String) -> JSONValue {
    var physical: [(String, JSONValue)] = [
      ("artifactLocation", .object([("uri", .string(uri(of: path)))]))
    ]
    if let line = finding.location?.line {
      physical.append(("region", .object([("startLine", .integer(line))])))
    }
    var location: [(String, JSONValue)] = [("physicalLocation", .object(physical))]
    if let place = finding.placeInPackage {
      let logical = JSONValue.object([
        ("fullyQualifiedName", .string(place)), ("kind", .string("element")),
      ])
      location.append(("logicalLocations", .array([logical])))
    }
    return .object([
      ("ruleId", .string(finding.code)), ("level", .string(finding.severity.rawValue)),
      ("message", .object([("text", .string(finding.message))])),
      ("locations", .array([.object(location)])),
    ])
  }

  /// A path as a URI reference (RFC 3986): everything but unreserved letters and slashes is escaped.
  static func uri(of path: String) -> String {
    var uri = ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "/":
        uri.unicodeScalars.append(scalar)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return path.hasPrefix("/") ? "file://\(uri)" : uri
  }
}
