internal import ProgrammeModel

/// A line of a report: what became of one input.
package struct ReportEntry: Sendable {
  /// What became of an input.
  package enum Status: String, Sendable, CaseIterable {
    /// It was converted.
    case converted
    /// It was checked.
    case checked
    /// It is what it was, and so is its output: nothing was done.
    case unchanged
    /// Its output was edited since it was written and is kept.
    case kept
    /// It could not be converted.
    case failed
    /// The run ended before it.
    case stopped
  }

  /// The path of the input as it was named or found.
  package var input: String

  /// What its result calls it (`source.path`).
  package var path = ""

  /// What became of it.
  package var status: Status

  /// The path of the result, or `nil` where it has none of its own.
  package var output: String?

  /// The result, counts and findings.
  package var result = FileResult()

  /// Whether the line has the findings, so that a later run can tell them again.
  package var keepsFindings = false

  /// Warnings by code.
  package var warnings: [(code: String, count: Int)] = []

  /// The digest of the result as written, or `nil`.
  var outputDigest: String?

  /// The digest of the CSVW metadata beside the result, or `nil`.
  var metadataDigest: String?

  /// The options that decide what the result looks like.
  var settings: String

  /// The version that made the result.
  package var version = Generator.current.version

  /// Whether the input counts as failed.
  package var hasFailed: Bool { status == .failed }

  /// Whether the input counts as warned of.
  package var hasWarnings: Bool { !warnings.isEmpty || status == .kept }
}

extension ReportEntry {
  /// The line, without its end.
  package var json: JSONValue {
    let findings =
      keepsFindings ? [("findings", JSONValue.array(result.findings.map(\.wholeJSON)))] : []
    return .object(
      [
        ("input", .string(input)), ("path", .string(path)), ("status", .string(status.rawValue)),
        ("output", .optional(output)),
        (
          "error",
          result.failure.map {
            .object([("code", .string($0.code)), ("message", .string($0.message))])
          } ?? .null
        ),
        ("warnings", .object(warnings.map { ($0.code, .integer($0.count)) })),
        ("format", .optional(result.format)), ("encoding", .optional(result.encoding)),
        ("via", .optional(result.via)), ("counts", result.counts.json),
        ("milliseconds", .decimal(result.milliseconds)),
        ("inputSha256", .optional(result.inputDigest)), ("outputSha256", .optional(outputDigest)),
        ("metadataSha256", .optional(metadataDigest)),
        ("settings", .string(settings)),
        (
          "generator",
          .object([("name", .string(Generator.current.name)), ("version", .string(version))])
        ),
      ] + findings)
  }

  /// Reads a line, or returns `nil` where it is none, such as one that was cut off.
  init?(json: JSONValue) {
    guard let input = json["input"]?.text,
      let status = json["status"]?.text.flatMap(Status.init(rawValue:))
    else { return nil }
    self.input = input
    self.status = status
    path = json["path"]?.text ?? ""
    output = json["output"]?.text
    settings = json["settings"]?.text ?? ""
    version = json["generator"]?["version"]?.text ?? ""
    outputDigest = json["outputSha256"]?.text
    metadataDigest = json["metadataSha256"]?.text
    warnings = (json["warnings"]?.members ?? []).map { (code: $0.0, count: $0.1.number ?? 0) }
    result.format = json["format"]?.text
    result.encoding = json["encoding"]?.text
    result.via = json["via"]?.text
    result.counts = Counts(json: json["counts"] ?? .null)
    result.milliseconds = json["milliseconds"]?.fraction ?? 0
    result.inputDigest = json["inputSha256"]?.text
    if case .array(let findings)? = json["findings"] {
      keepsFindings = true
      result.findings = findings.compactMap(Finding.init(json:))
    }
    if let code = json["error"]?["code"]?.text {
      result.failure = Finding(.error, code, json["error"]?["message"]?.text ?? "")
    }
  }
}
