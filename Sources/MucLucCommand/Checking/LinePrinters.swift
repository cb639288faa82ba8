internal import ProgrammeModel

/// `file:line: severity: message [code]`, as compilers print.
struct TextPrinter: CheckPrinter {
  var head: String { "" }
  var foot: String { "" }

  func text(for file: CheckedFile) -> String {
    file.findings.map { $0.line(file: file.path) + "\n" }.joined()
  }
}

/// Annotations of GitHub Actions (Workflow commands for GitHub Actions, "Setting a warning message").
///
/// ```text
/// ::warning file=a.txt,line=17,title=outline.numbering-gap::3. follows 1.
/// ```
struct GitHubPrinter: CheckPrinter {
  var head: String { "" }
  var foot: String { "" }

  func text(for file: CheckedFile) -> String {
    file.findings.map { finding in
      var properties = "file=\(Self.escaped(file.path, isProperty: true))"
      if let line = finding.location?.line { properties += ",line=\(line)" }
      properties += ",title=\(Self.escaped(finding.code, isProperty: true))"
      let command = finding.severity == .note ? "notice" : finding.severity.rawValue
      let place = finding.placeInPackage.map { "\($0): " } ?? ""
      return "::\(command) \(properties)::\(Self.escaped(place + finding.message))\n"
    }.joined()
  }

  private static func escaped(_ text: String, isProperty: Bool = false) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// A JSON array, a finding a line.
struct JSONPrinter: CheckPrinter {
  private var isFirst = true

  var head: String { "[" }
  var foot: String { isFirst ? "]\n" : "\n]\n" }

  mutating func text(for file: CheckedFile) -> String {
    file.findings.map { finding in
      defer { isFirst = false }
      let members = [("file", JSONValue.string(file.path))] + finding.json.members
      return (isFirst ? "\n  " : ",\n  ") + JSONValue.object(members).line
    }.joined()
  }
}

extension Finding {
  /// The part and paragraph of a package, such as `word/document.xml:12`, or `nil`.
  var placeInPackage: String? {
    guard let part = location?.part ?? part else { return nil }
    return location?.paragraph.map { "\(part):\($0)" } ?? part
  }
}
