package import ProgrammeModel

/// What became of one input: the result, if there is one, and everything that reports say about it.
package struct FileResult: Sendable {
  /// The bytes to write; empty where only findings were asked for.
  package var bytes: [UInt8] = []

  /// Why there is no result, or `nil`.
  package var failure: Finding?

  /// What the stages noticed.
  package var findings: [Finding] = []

  /// The format read, such as `docx`, or `nil` where that is not known.
  package var format: String?

  /// The encoding of a text file.
  package var encoding: String?

  /// The program that converted the file before it was read, such as LibreOffice, or `nil`.
  var via: String?

  /// The digest of the input, or `nil` where it could not be read.
  package var inputDigest: String?

  /// The numbers of paragraphs, tasks, facts and so on.
  package var counts = Counts()

  /// How long it took.
  package var milliseconds = 0.0

  /// Whether the findings are those of an earlier run, because nothing has changed.
  package var isUnchanged = false

  /// Starts with nothing known.
  package init() {}

  /// About how much memory it takes, in bytes.
  package var weight: Int { bytes.count + findings.count * 256 }

  /// Whether any finding is a warning or worse.
  package var hasWarnings: Bool { findings.contains { $0.severity >= .warning } }

  /// How many warnings there are of each code, in the order of the codes.
  package var warningsByCode: [(code: String, count: Int)] {
    var counts: [String: Int] = [:]
    for finding in findings where finding.severity >= .warning {
      counts[finding.code, default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.map { (code: $0.key, count: $0.value) }
  }
}

/// How much a document holds.
package struct Counts: Hashable, Sendable {
  package var bytes = 0
  package var paragraphs = 0
  package var nodes = 0
  package var tasks = 0
  package var facts = 0
  package var sourceCharacters = 0
  var placedCharacters = 0
  var unreadCharacters = 0
  /// Characters that were in a legacy encoding.
  package var legacyCharacters = 0
}

/// Something to tell about a file: a doubt of a stage, or why the file failed.
package struct Finding: Hashable, Sendable {
  package var severity: Diagnostic.Severity
  package var code: String
  /// The message in the language of data.
  package var message: String
  /// The message in the language of people, where that is another.
  package var told: String?
  package var location: Location?
  /// The columns of the words in their line or paragraph of the file, in code points from one, where they are
  /// known.
  package var columns: Range<Int>?
  /// The part of the package that is at fault, where there is no location.
  package var part: String?

  /// Whether it is a doubt about what the document says, or why the file failed.
  package var origin = Origin.doubt

  /// What it is known by in another version of the document.
  package var fingerprint = ""

  /// Where a finding comes from.
  package enum Origin: String, Sendable {
    case doubt, failure
  }

  /// Makes a finding.
  package init(
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
  package init(_ diagnostic: Diagnostic, in languages: Languages) {
    self.init(
      diagnostic.severity, diagnostic.code, diagnostic.message(in: languages.data),
      location: diagnostic.location)
    if languages.people != languages.data {
      told = Self.onOneLine(diagnostic.message(in: languages.people))
    }
  }

  /// A failure, in the languages of a run.
  package init(_ failure: FileFailure, in languages: Languages) {
    self.init(.error, failure.code, failure.message(in: languages.data), part: failure.part)
    if languages.people != languages.data {
      told = Self.onOneLine(failure.message(in: languages.people))
    }
    origin = .failure
    fingerprint = Fingerprint.of(failure.code)
  }

  /// The finding as people and tools read it, `file:LINE: severity: message [code]`.
  package func line(file: String, forPeople: Bool = true) -> String {
    var place = file
    if let line = location?.line { place += ":\(line)" }
    if let part = location?.part ?? part { place += ":\(part)" }
    if let paragraph = location?.paragraph { place += ":\(paragraph)" }
    let message = forPeople ? told ?? self.message : self.message
    return "\(place): \(severity.rawValue): \(message) [\(code)]"
  }
}
