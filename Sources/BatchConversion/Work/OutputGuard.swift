internal import ProgrammeModel

/// What keeps a run from writing where it must not: over an input, or over what somebody edited.
///
/// Edits are known from the report: it has the digest of everything that a run wrote.
struct OutputGuard: Sendable {
  /// The report, or `nil` where nothing is known of earlier runs.
  var report: Report?

  /// Whether edits are overwritten (`--force`).
  var overwritesEdited = false

  /// Throws where a result of these inputs must not be written to a path, or its metadata beside it.
  func check(
    _ output: String, hasMetadata: Bool, inputs: some Sequence<String>
  ) throws(FileFailure) {
    if let identity = FileSystem.identity(of: output), FileSystem.kind(of: output) == .file,
      inputs.contains(where: { FileSystem.identity(of: $0) == identity })
    {
      throw .outputIsInput(path: output)
    }
    try checkEdits(of: output)
    if hasMetadata { try checkEdits(of: ResultSink.metadataPath(beside: output)) }
  }

  private func checkEdits(of path: String) throws(FileFailure) {
    guard let report, !overwritesEdited, FileSystem.kind(of: path) == .file,
      let digest = FileBytes.digest(of: path), !report.knows(path, digest: digest)
    else { return }
    throw .outputEdited(path: path)
  }
}

/// Digests of what a run wrote, as the report keeps them.
package struct WrittenOutput: Hashable, Sendable {
  /// The path of the result.
  package var path: String

  /// The digest of the result.
  var digest: String

  /// The digest of the CSVW metadata beside it, or `nil` for formats without.
  var metadataDigest: String?
}
