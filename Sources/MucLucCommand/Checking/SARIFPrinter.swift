internal import BatchConversion
internal import ProgrammeModel

/// SARIF 2.1.0 (OASIS), which code scanning of GitHub, Azure and others read.
///
/// Every result has a rule, an artifact and a region: the line of a text file, the number of the paragraph of a
/// Word document, the first line where nothing is known, and in it the columns of the words where they are known.
/// Its fingerprint is that of the text at its place, so that a finding stays the same while the document is edited
/// elsewhere.
struct SARIFPrinter: CheckPrinter {
  private var isFirst = true
  private var rules = Diagnostic.Kind.all.map { Rule(kind: $0) }
  private var ruleIndices: [String: Int]
  private var artifacts: [String] = []

  /// Starts with the rules of all doubts; those of failures are added as they are met.
  init() {
    ruleIndices = Dictionary(
      uniqueKeysWithValues: rules.enumerated().map { ($0.element.code, $0.offset) })
  }

  var head: String {
    """
    {
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [{
        "columnKind": "unicodeCodePoints",
        "results": [
    """
  }

  var foot: String {
    let driver = JSONValue.object([
      ("name", .string(Generator.current.name)), ("version", .string(Generator.current.version)),
      ("rules", .array(rules.map(\.json))),
    ])
    let places = JSONValue.array(
      artifacts.map { .object([("location", .object([("uri", .string($0))]))]) })
    return """

          ],
          "artifacts": \(places.line),
          "tool": {"driver": \(driver.line)}
        }]
      }

      """
  }

  mutating func text(for file: CheckedFile) -> String {
    guard !file.findings.isEmpty else { return "" }
    let uri = Self.uri(of: file.path)
    artifacts.append(uri)
    var repeats: [String: Int] = [:]
    var text = ""
    for finding in file.findings {
      text += isFirst ? "\n      " : ",\n      "
      isFirst = false
      repeats[finding.fingerprint, default: 0] += 1
      let fingerprint = "\(finding.fingerprint):\(repeats[finding.fingerprint] ?? 1)"
      text += result(finding, at: uri, fingerprint: fingerprint).line
    }
    return text
  }

  private mutating func result(
    _ finding: Finding, at uri: String, fingerprint: String
  ) -> JSONValue {
    let line = finding.location?.line ?? finding.location?.paragraph ?? 1
    var region = [("startLine", JSONValue.integer(max(line, 1)))]
    if let columns = finding.columns {
      region.append(("startColumn", .integer(columns.lowerBound)))
      region.append(("endColumn", .integer(columns.upperBound)))
    }
    let physical = JSONValue.object([
      (
        "artifactLocation",
        .object([("uri", .string(uri)), ("index", .integer(artifacts.count - 1))])
      ),
      ("region", .object(region)),
    ])
    var location: [(String, JSONValue)] = [("physicalLocation", physical)]
    if let place = finding.placeInPackage {
      let logical = JSONValue.object([
        ("fullyQualifiedName", .string(place)), ("kind", .string("element")),
      ])
      location.append(("logicalLocations", .array([logical])))
    }
    return .object([
      ("ruleId", .string(finding.code)), ("ruleIndex", .integer(ruleIndex(of: finding))),
      ("level", .string(finding.severity.rawValue)),
      ("message", .object([("text", .string(finding.message))])),
      ("locations", .array([.object(location)])),
      ("partialFingerprints", .object([("primaryLocationLineHash", .string(fingerprint))])),
    ])
  }

  private mutating func ruleIndex(of finding: Finding) -> Int {
    if let index = ruleIndices[finding.code] { return index }
    rules.append(Rule(failure: finding.code))
    ruleIndices[finding.code] = rules.count - 1
    return rules.count - 1
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

/// What SARIF says of a code.
private struct Rule: Sendable {
  var code: String
  var title: String
  var severity: Diagnostic.Severity
  var help: String

  /// The rule of a doubt.
  init(kind: Diagnostic.Kind) {
    code = kind.code
    title = kind.english.text
    severity = kind.severity
    let stage = code.prefix { $0 != "." }
    help = """
      \(Self.helpOfStages[String(stage)] ?? "") \
      `mucluc show FILE` prints the doubt under its place. To pass over this kind everywhere: \
      `--ignore \(code)`; to accept what there is now: `--write-baseline FILE`, then `--baseline FILE`.
      """
  }

  /// The rule of a failure: it says of each file what is wrong.
  init(failure code: String) {
    self.code = code
    title = "The file cannot be done (\(code))"
    severity = .error
    help =
      "The message says why and how to go on. To accept files that cannot be done as known: "
      + "`--write-baseline FILE`, then `--baseline FILE`."
  }

  private static let helpOfStages = [
    "read": """
    Something of the file is not read or was read with doubt. Open it in the program that wrote it, compare, and \
    save it again where it is damaged.
    """,
    "normalize": """
    The letters were not certain. Compare with the printed page; where the encoding is known, name it with \
    `--encoding`.
    """,
    "outline": """
    The numbering or the levels of the document are in doubt. Where the document itself is at fault, correct it \
    there; where it was read wrong, look at the place on the page that `--to html` makes.
    """,
    "extract": """
    The letterhead, the signature or a date is in doubt. Fill in what was left blank, or check what was taken.
    """,
  ]

  var json: JSONValue {
    func text(_ text: String) -> JSONValue { .object([("text", .string(text))]) }
    return .object([
      ("id", .string(code)), ("shortDescription", text(title)), ("help", text(help)),
      ("defaultConfiguration", .object([("level", .string(severity.rawValue))])),
    ])
  }
}
