internal import BatchConversion
internal import ProgrammeModel

/// `file:line: severity: message [code]`, as compilers print.
struct TextPrinter: CheckPrinter {
  var head: String { "" }
  var foot: String { "" }

  func text(for file: CheckedFile) -> String {
    file.findings.map { SystemPath.shown($0.line(file: file.path)) + "\n" }.joined()
  }
}

/// Annotations of GitHub Actions (Workflow commands for GitHub Actions, "Setting a warning message").
///
/// ```text
/// ::warning file=a.txt,line=17,col=1,title=outline.numbering-gap::3. follows 1.
/// ::notice title=mucluc::312 findings in 40 of 500 files; 262 of them have no annotation here
/// ```
///
/// GitHub shows no more than fifty: the first of them, errors before warnings and warnings before notes, and a
/// line that counts all.
struct GitHubPrinter: CheckPrinter {
  private static let most = 50

  private var annotations: [Diagnostic.Severity: [String]] = [:]
  private var findings = 0
  private var files = 0
  private var filesWithFindings = 0

  var head: String { "" }

  var foot: String {
    guard findings > 0 else { return "" }
    let shown = Diagnostic.Severity.allCases.sorted(by: >)
      .flatMap { annotations[$0] ?? [] }.prefix(Self.most)
    var text = "\(findings) findings in \(filesWithFindings) of \(files) files"
    if findings > shown.count {
      text += "; \(findings - shown.count) of them have no annotation here"
    }
    return shown.joined() + "::notice title=mucluc::\(text)\n"
  }

  mutating func text(for file: CheckedFile) -> String {
    files += 1
    if !file.findings.isEmpty { filesWithFindings += 1 }
    for finding in file.findings {
      findings += 1
      guard annotations[finding.severity, default: []].count < Self.most else { continue }
      annotations[finding.severity, default: []].append(Self.annotation(finding, in: file))
    }
    return ""
  }

  private static func annotation(_ finding: Finding, in file: CheckedFile) -> String {
    var properties = "file=\(Self.escaped(file.path, isProperty: true))"
    if let line = finding.location?.line {
      properties += ",line=\(line)"
      if let columns = finding.columns { properties += ",col=\(columns.lowerBound)" }
    }
    properties += ",title=\(Self.escaped(finding.code, isProperty: true))"
    let command = finding.severity == .note ? "notice" : finding.severity.rawValue
    let place = finding.placeInPackage.map { "\($0): " } ?? ""
    return "::\(command) \(properties)::\(Self.escaped(place + finding.message))\n"
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
