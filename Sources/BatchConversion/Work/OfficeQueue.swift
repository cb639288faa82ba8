internal import ContentDigest
package import DocumentReading
internal import ProgrammeModel

/// When documents are converted by LibreOffice.
package enum OfficeUse: String, CaseIterable, Sendable {
  /// Never.
  case never
  /// Where MucLuc does not read their format, or reading them failed.
  case fallback
  /// Every document that LibreOffice reads: .doc, .rtf and .odt.
  case always
}

/// Converts documents by LibreOffice for all threads of a run, one start at a time.
///
/// A start takes seconds, whether it converts one document or dozens: when a document needs it, the
/// next ones of the run that need it too are converted in the same start.
package final class OfficeQueue: Sendable {
  private struct State {
    /// The inputs of the run that were not looked at yet.
    var upcoming: ArraySlice<String> = []
    /// What was converted and not asked for yet, by the digest of the document.
    var converted: [String: Result<[UInt8], FileFailure>] = [:]
  }

  private let office: LibreOffice
  private let limits: ReadingLimits
  private let use: OfficeUse
  private let state = Monitor(State())

  /// How many documents, how many bytes of them and how many inputs ahead one start takes.
  private static let mostDocuments = 32
  private static let mostBytes = 64 << 20
  private static let mostAhead = 256

  /// Makes a queue.
  package init(_ office: LibreOffice, limits: ReadingLimits, use: OfficeUse) {
    self.office = office
    self.limits = limits
    self.use = use
  }

  /// Tells which inputs the run has, in order.
  package func lookAhead(_ paths: [String]) {
    state.update { $0.upcoming = paths[...] }
  }

  /// Converts a document.
  package func docx(from document: OfficeDocument) throws(FileFailure) -> [UInt8] {
    let digest = Digest.sha256(document.bytes)
    let result = state.update { state in
      if let known = state.converted.removeValue(forKey: digest) { return known }
      var digests = [digest]
      let batch = [document] + next(behind: document, &digests, &state.upcoming)
      let results = office.docx(from: batch)
      state.converted = Dictionary(zip(digests, results).dropFirst()) { first, _ in first }
      return results[0]
    }
    return try result.get()
  }

  /// The next inputs that need the program.
  private func next(
    behind first: OfficeDocument, _ digests: inout [String], _ upcoming: inout ArraySlice<String>
  ) -> [OfficeDocument] {
    var documents: [OfficeDocument] = []
    var bytes = first.bytes.count
    for _ in 0..<Self.mostAhead where documents.count < Self.mostDocuments - 1 {
      guard bytes < Self.mostBytes, let path = upcoming.popFirst() else { break }
      guard path != "-", FileSystem.kind(of: path) == .file,
        let read = try? FileBytes.read(path, limit: limits.totalBytes),
        read.count <= limits.totalBytes, let format = OlderFormat(read), isNeeded(for: read)
      else { continue }
      let digest = Digest.sha256(read)
      guard !digests.contains(digest) else { continue }
      digests.append(digest)
      documents.append(OfficeDocument(bytes: read, format: format))
      bytes += read.count
    }
    return documents
  }

  /// Whether a document of an older format goes through the program, as far as that is easily told.
  private func isNeeded(for bytes: [UInt8]) -> Bool {
    let reader = DocumentReader(limits: limits)
    return use == .always ? reader.isHarmless(bytes) : reader.isOfUnreadFormat(bytes)
  }
}
