internal import ProgrammeModel

/// What became of one input: the result, if there is one, and everything that reports say about it.
struct FileResult: Sendable {
  /// The bytes to write; empty where only findings were asked for.
  var bytes: [UInt8] = []

  /// Why there is no result, or `nil`.
  var failure: Finding?

  /// What the stages noticed.
  var findings: [Finding] = []

  /// The format read, such as `docx`, or `nil` where that is not known.
  var format: String?

  /// The encoding of a text file.
  var encoding: String?

  /// The program that converted the file first.
  var via: String?

  /// The digest of the input, or `nil` where it could not be read.
  var inputDigest: String?

  /// How much there is of everything.
  var counts = Counts()

  /// How long it took.
  var milliseconds = 0.0

  /// Whether the findings are those of an earlier run, because nothing has changed.
  var isUnchanged = false

  /// About how much memory it takes, in bytes.
  var weight: Int { bytes.count + findings.count * 256 }

  /// Whether any finding is a warning or worse.
  var hasWarnings: Bool { findings.contains { $0.severity >= .warning } }

  /// How many warnings there are of each code, in the order of the codes.
  var warningsByCode: [(code: String, count: Int)] {
    var counts: [String: Int] = [:]
    for finding in findings where finding.severity >= .warning {
      counts[finding.code, default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.map { (code: $0.key, count: $0.value) }
  }
}

/// How much a document holds.
struct Counts: Hashable, Sendable {
  var bytes = 0
  var paragraphs = 0
  var nodes = 0
  var tasks = 0
  var facts = 0
  var sourceCharacters = 0
  var placedCharacters = 0
  var unreadCharacters = 0
  /// Characters that were in a legacy encoding.
  var legacyCharacters = 0
}

/// Something to tell about a file: a doubt of a stage, or why the file failed.
struct Finding: Hashable, Sendable {
  var severity: Diagnostic.Severity
  var code: String
  /// The message in the language of data.
  var message: String
  /// The message in the language of people, where that is another.
  var told: String?
  var location: Location?
  /// The part of the package that is at fault, where there is no location.
  var part: String?

  /// Whether it is a doubt about what the document says, or why the file failed.
  var origin = Origin.doubt

  /// What it is known by in another version of the document.
  var fingerprint = ""

  /// Where a finding comes from.
  enum Origin: String, Sendable {
    case doubt, failure
  }

  /// Makes a finding.
  init(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, location: Location? = nil,
    part: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = Self.onOneLine(message)
    self.location = location
    self.part = part
  }

  /// A message may cite the document: its line breaks and controls must not break the line of a report
  /// or reach the terminal.
  private static func onOneLine(_ message: String) -> String {
    guard message.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { return message }
    return String(
      String.UnicodeScalarView(
        message.unicodeScalars.map {
          $0.properties.generalCategory == .control ? " " : $0
        }))
  }

  /// A doubt, in the languages of a run.
  init(_ diagnostic: Diagnostic, in languages: Languages) {
    self.init(
      diagnostic.severity, diagnostic.code, diagnostic.message(in: languages.data),
      location: diagnostic.location)
    if languages.people != languages.data {
      told = Self.onOneLine(diagnostic.message(in: languages.people))
    }
  }

  /// A failure, in the languages of a run.
  init(_ failure: FileFailure, in languages: Languages) {
    self.init(.error, failure.code, failure.message(in: languages.data), part: failure.part)
    if languages.people != languages.data {
      told = Self.onOneLine(failure.message(in: languages.people))
    }
    origin = .failure
    fingerprint = Fingerprint.of(failure.code)
  }

  /// The finding as people and tools read it, `file:LINE: severity: message [code]`.
  func line(file: String, forPeople: Bool = true) -> String {
    var place = file
    if let line = location?.line { place += ":\(line)" }
    if let part = location?.part ?? part { place += ":\(part)" }
    if let paragraph = location?.paragraph { place += ":\(paragraph)" }
    let message = forPeople ? told ?? self.message : self.message
    return "\(place): \(severity.rawValue): \(message) [\(code)]"
  }
}
