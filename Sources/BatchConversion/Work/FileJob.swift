internal import ContentDigest
internal import DocumentReading
package import MucLuc
internal import ProgrammeArchive
package import ProgrammeModel

/// What is done with every input of a run, the same in every thread and worker.
package struct FileJob: Sendable {
  /// What is asked for.
  package enum Goal: Sendable {
    /// A result in a format.
    case result(ResultFormat)
    /// What the stages notice, and whether every character is accounted for.
    case findings
    /// The rows of an archive.
    case archiveRows

    /// The roles of the entries that are counted.
    package var roles: Set<ProgrammeTask.Role> {
      switch self {
      case .result(let format): format.table.roles
      case .findings, .archiveRows: ProgrammeTask.Role.usual
      }
    }
  }

  /// What is asked for.
  var goal: Goal

  /// How documents are read.
  package var pipeline: Pipeline

  /// The languages of messages.
  package var languages: Languages

  /// When LibreOffice converts documents.
  var officeUse = OfficeUse.fallback

  /// What does so, or `nil` where it is not installed or only to be named.
  package var office: OfficeQueue?

  /// Whether findings are told apart by their fingerprints.
  package var marksFindings = false

  /// Whether anybody wants to know how much a document holds and in which encodings it was.
  package var countsContent = true

  /// Makes a job that starts no other program.
  package init(
    goal: Goal, pipeline: Pipeline, languages: Languages, officeUse: OfficeUse = .fallback
  ) {
    self.goal = goal
    self.pipeline = pipeline
    self.languages = languages
    self.officeUse = officeUse
  }

  /// The language of messages and pages.
  package var language: MessageLanguage { languages.people }

  /// Works on the bytes of one input; without an id its record in an archive has that of its name.
  package func result(of bytes: [UInt8], input: Input, words: WordCache) -> FileResult {
    let clock = ContinuousClock()
    let start = clock.now
    var result = FileResult()
    do {
      let conversion = try conversion(of: bytes, input: input, words: words)
      describe(conversion, in: &result)
      switch goal {
      case .result(let format):
        result.bytes = format.bytes(of: consume conversion, for: input)
      case .archiveRows: result.bytes = ArchiveRows(of: conversion.programme).bytes
      case .findings: break
      }
    } catch {
      result.failure = Finding(error, in: languages)
      result.format = OlderFormat(bytes)?.rawValue
      if countsContent { result.inputDigest = Digest.sha256(bytes) }
      result.counts.bytes = bytes.count
    }
    result.milliseconds = Self.milliseconds(since: start, on: clock)
    return result
  }

  /// Reads a document, which results call by its path.
  private func conversion(
    of bytes: [UInt8], input: Input, words: WordCache
  ) throws(FileFailure) -> Conversion {
    var conversion = try convert(bytes, named: input.name, words: words)
    conversion.programme.source.path = input.sourcePath
    return conversion
  }

  /// Reads a document, through LibreOffice where that is asked for or needed.
  package func convert(
    _ bytes: [UInt8], named name: String, words: WordCache = WordCache()
  ) throws(FileFailure) -> Conversion {
    let older = officeUse == .never ? nil : OlderFormat(bytes)
    if let older, officeUse == .always {
      // What is locked or hostile is not handed on: reading it here tells.
      if let error = DocumentReader(limits: pipeline.limits).refusal(of: bytes, named: name),
        !error.isForAnotherProgram
      {
        throw .document(error)
      }
      return try convertThroughOffice(bytes, older, named: name, words)
    }
    do throws(ReadingError) {
      return try pipeline.convert(bytes, named: name, words: words)
    } catch {
      guard let older, error.isForAnotherProgram else { throw .document(error) }
      // Without the program, what is wrong with a damaged file says more than what could be tried.
      if office == nil, error.isDamage { throw .document(error) }
      return try convertThroughOffice(bytes, older, named: name, words, error)
    }
  }

  private func convertThroughOffice(
    _ bytes: [UInt8], _ format: OlderFormat, named name: String, _ words: WordCache,
    _ reason: ReadingError? = nil
  ) throws(FileFailure) -> Conversion {
    guard let office else {
      if case .oldWordFormat(_, let version) = reason {
        throw .needsOffice(format: "\(version) (.doc)")
      }
      throw .needsOffice(format: format.title)
    }
    let docx = try office.docx(from: OfficeDocument(bytes: bytes, format: format))
    do throws(ReadingError) {
      var conversion = try pipeline.convert(docx, named: name, words: words)
      conversion.programme.source.via = "libreoffice"
      conversion.programme.source.byteCount = bytes.count
      conversion.programme.source.sha256 = Digest.sha256(bytes)
      return conversion
    } catch {
      throw .document(error)
    }
  }

  private func describe(_ conversion: Conversion, in result: inout FileResult) {
    let programme = conversion.programme
    result.format = programme.source.format.rawValue
    result.via = programme.source.via
    result.inputDigest = programme.source.sha256
    result.findings = programme.diagnostics.map { Finding($0, in: languages) }
    if marksFindings {
      let columns = conversion.text.columns(of: programme.diagnostics.map(\.span))
      for (index, columns) in zip(result.findings.indices, columns) {
        result.findings[index].columns = columns
      }
      let marks = Fingerprint.of(programme.diagnostics, in: conversion.text.document)
      for (index, mark) in zip(result.findings.indices, marks) {
        result.findings[index].fingerprint = mark
      }
    }
    result.encoding = programme.source.encoding
    result.counts.bytes = programme.source.byteCount
    if countsContent {
      let shares = conversion.text.encodingShares
      // For a Word document, that of the greater part of its text.
      result.encoding = programme.source.encoding ?? shares.first?.encoding
      result.counts = Counts(of: programme, roles: goal.roles)
      result.counts.legacyCharacters =
        shares.filter(\.isLegacy).reduce(0) { $0 + $1.characters }
    }
    guard !programme.coverage.isComplete else { return }
    let source = programme.coverage.sourceCharacters
    let unread = programme.coverage.unread.reduce(0) { $0 + $1.count }
    let rest = programme.coverage.placedCharacters + unread
    let lost = Diagnostic(.charactersLost, "\(source)", "\(rest)")
    result.findings.append(Finding(lost, in: languages))
    result.findings[result.findings.count - 1].fingerprint = Fingerprint.of(lost.code)
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

extension ReadingError {
  /// Whether another program may read what this one does not: never what is locked or meets a limit.
  var isForAnotherProgram: Bool {
    if case .oldWordFormat = self { return true }
    if case .otherFormat = self { return true }
    return isDamage
  }

  /// Whether the file is damaged.
  var isDamage: Bool {
    switch self {
    case .damagedArchive, .damagedPart, .missingMainPart: true
    default: false
    }
  }
}
