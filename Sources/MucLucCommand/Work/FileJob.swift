internal import ContentDigest
internal import DocumentReading
internal import MucLuc
internal import ProgrammeModel

/// What is done with every input of a run, the same in every thread and worker.
struct FileJob: Sendable {
  /// What is asked for.
  enum Goal: Sendable {
    /// A result in a format.
    case result(ResultFormat)
    /// What the stages notice, and whether every character is accounted for.
    case findings
  }

  /// What is asked for.
  var goal: Goal

  /// How documents are read.
  var pipeline: Pipeline

  /// The language of messages.
  var language: MessageLanguage

  /// What converts older formats, or `nil` where they are only to be named.
  var office: LibreOffice?

  /// Whether anybody wants to know how much a document holds and in which encodings it was.
  var countsContent = true

  /// Works on the bytes of one input; without an id its record in an archive has that of its name.
  func result(
    of bytes: [UInt8], named name: String, archiveID: String? = nil, words: WordCache
  ) -> FileResult {
    let clock = ContinuousClock()
    let start = clock.now
    var result = FileResult()
    do {
      let conversion = try convert(bytes, named: name, words: words)
      describe(conversion, in: &result)
      if case .result(let format) = goal {
        result.bytes = format.bytes(of: consume conversion, archiveID: archiveID)
      }
    } catch {
      result.failure = Finding(error, in: language)
      result.format = OlderFormat(bytes)?.rawValue
      if countsContent { result.inputDigest = Digest.sha256(bytes) }
      result.counts.bytes = bytes.count
    }
    result.milliseconds = Self.milliseconds(since: start, on: clock)
    return result
  }

  /// Converts a document, through LibreOffice where it is in an older format.
  func convert(
    _ bytes: [UInt8], named name: String, words: WordCache = WordCache()
  ) throws(FileFailure) -> Conversion {
    guard let older = OlderFormat(bytes) else {
      return try read(bytes, named: name, words)
    }
    // A modern document that is locked with a password looks like one of Word 97-2003.
    if older == .doc {
      do throws(ReadingError) {
        return try pipeline.convert(bytes, named: name, words: words)
      } catch {
        if case .encrypted = error { throw .document(error) }
      }
    }
    guard let office else { throw .needsOffice(format: older.title) }
    var conversion = try read(office.docx(from: bytes, older), named: name, words)
    conversion.programme.source.via = "libreoffice"
    conversion.programme.source.byteCount = bytes.count
    conversion.programme.source.sha256 = Digest.sha256(bytes)
    return conversion
  }

  private func read(
    _ bytes: [UInt8], named name: String, _ words: WordCache
  ) throws(FileFailure) -> Conversion {
    do {
      return try pipeline.convert(bytes, named: name, words: words)
    } catch {
      throw .document(error)
    }
  }

  private func describe(_ conversion: Conversion, in result: inout FileResult) {
    let programme = conversion.programme
    result.format = programme.source.format.rawValue
    result.via = programme.source.via
    result.inputDigest = programme.source.sha256
    result.findings = programme.diagnostics.map { Finding($0, in: language) }
    result.encoding = programme.source.encoding
    result.counts.bytes = programme.source.byteCount
    if countsContent {
      let shares = conversion.text.encodingShares
      // For a Word document, that of the greater part of its text.
      result.encoding = programme.source.encoding ?? shares.first?.encoding
      result.counts = Counts(of: programme)
      result.counts.legacyCharacters =
        shares.filter(\.isLegacy).reduce(0) { $0 + $1.characters }
    }
    guard !programme.coverage.isComplete else { return }
    let source = programme.coverage.sourceCharacters
    let unread = programme.coverage.unread.reduce(0) { $0 + $1.count }
    let rest = programme.coverage.placedCharacters + unread
    result.findings.append(
      Finding(Diagnostic(.charactersLost, "\(source)", "\(rest)"), in: language))
  }

  private static func milliseconds(
    since start: ContinuousClock.Instant, on clock: ContinuousClock
  ) -> Double {
    let duration = clock.now - start
    let (seconds, attoseconds) = duration.components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    return Double(microseconds) / 1000
  }
}
