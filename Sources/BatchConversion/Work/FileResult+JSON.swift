internal import ProgrammeModel

/// The form in which a worker hands a result back; the bytes travel beside it.
extension FileResult {
  /// Everything but the bytes.
  package var json: JSONValue {
    .object([
      ("failure", failure?.wholeJSON ?? .null),
      ("findings", .array(findings.map(\.wholeJSON))),
      ("format", .optional(format)), ("encoding", .optional(encoding)), ("via", .optional(via)),
      ("inputSha256", .optional(inputDigest)),
      ("counts", counts.json), ("milliseconds", .decimal(milliseconds)),
    ])
  }

  /// Reads what `json` wrote.
  package init(json: JSONValue) {
    failure = json["failure"].flatMap(Finding.init(json:))
    failure?.origin = .failure
    findings = json["findings"]?.elements.compactMap(Finding.init(json:)) ?? []
    format = json["format"]?.text
    encoding = json["encoding"]?.text
    via = json["via"]?.text
    inputDigest = json["inputSha256"]?.text
    counts = Counts(json: json["counts"] ?? .null)
    milliseconds = json["milliseconds"]?.fraction ?? 0
  }
}

extension Finding {
  /// The line that stands for an input in place of its document (`$defs.failure` of the schema).
  func answer(for input: Input) -> [UInt8] {
    let json = JSONValue.object([
      ("source", .object([("path", .string(input.sourcePath))])),
      ("error", .object([("code", .string(code)), ("message", .string(message))])),
    ])
    return Array((json.line + "\n").utf8)
  }

  /// The finding with its place.
  package var json: JSONValue {
    .object([
      ("severity", .string(severity.rawValue)), ("code", .string(code)),
      ("message", .string(message)), ("part", .optional(location?.part ?? part)),
      ("paragraph", .optional(location?.paragraph)), ("line", .optional(location?.line)),
      ("fingerprint", .string(fingerprint)),
    ])
  }

  /// The finding with everything that is known of it, for this program.
  var wholeJSON: JSONValue {
    var members = json.members
    if let told { members.append(("told", .string(told))) }
    if let columns {
      members.append(
        ("columns", .array([.integer(columns.lowerBound), .integer(columns.upperBound)])))
    }
    return .object(members)
  }

  /// Reads what `json` wrote.
  package init?(json: JSONValue) {
    guard let severity = json["severity"]?.text.flatMap(Diagnostic.Severity.init(rawValue:)),
      let code = json["code"]?.text, let message = json["message"]?.text
    else { return nil }
    self.init(severity, code, message, part: json["part"]?.text)
    fingerprint = json["fingerprint"]?.text ?? ""
    told = json["told"]?.text
    let columns = json["columns"]?.elements.compactMap(\.number) ?? []
    if columns.count == 2, columns[0] <= columns[1] { self.columns = columns[0]..<columns[1] }
    if let line = json["line"]?.number { location = Location(line: line) }
    if let part, let paragraph = json["paragraph"]?.number {
      location = Location(part: part, paragraph: paragraph)
      self.part = nil
    }
  }
}

extension Counts {
  private static var names: [(String, WritableKeyPath<Counts, Int>)] {
    [
      ("bytes", \.bytes), ("paragraphs", \.paragraphs), ("nodes", \.nodes), ("tasks", \.tasks),
      ("facts", \.facts), ("sourceCharacters", \.sourceCharacters),
      ("placedCharacters", \.placedCharacters), ("unreadCharacters", \.unreadCharacters),
      ("legacyCharacters", \.legacyCharacters),
    ]
  }

  /// The counts by name.
  package var json: JSONValue { .object(Self.names.map { ($0.0, .integer(self[keyPath: $0.1])) }) }

  /// Reads what `json` wrote.
  init(json: JSONValue) {
    self.init()
    for (name, place) in Self.names { self[keyPath: place] = json[name]?.number ?? 0 }
  }
}
