internal import ArgumentParser
internal import BatchConversion
internal import ProgrammeArchive
internal import ProgrammeModel

extension ArchiveError {
  /// The stable name, such as `archive.busy`.
  var code: String {
    switch self {
    case .notFound: "archive.not-found"
    case .notAnArchive: "archive.other-file"
    case .otherVersion: "archive.other-version"
    case .needsRepair: "archive.needs-repair"
    case .busy: "archive.busy"
    case .diskFull: "archive.disk-full"
    case .failed: "archive.failed"
    }
  }

  /// What is wrong with the archive at a path, and how to go on.
  func message(_ path: String, in language: MessageLanguage) -> String {
    switch self {
    case .notFound: Message.archiveNotFound.text(in: language, path)
    case .notAnArchive: Message.archiveOtherFile.text(in: language, path)
    case .otherVersion: Message.archiveOtherVersion.text(in: language, path)
    case .needsRepair: Message.archiveNeedsRepair.text(in: language, path)
    case .busy: Message.archiveBusy.text(in: language, path)
    case .diskFull: FileMessage.diskFull.text(in: language, path)
    case .failed(let reason): Message.archiveFailed.text(in: language, path, reason)
    }
  }

  /// The result of `body`, or the end of the command.
  static func orExit<Value>(
    _ path: String, _ language: MessageLanguage, _ body: () throws(ArchiveError) -> Value
  ) throws -> Value {
    do throws(ArchiveError) {
      return try body()
    } catch {
      ByteOutput.complain("mucluc: error: \(error.message(path, in: language)) [\(error.code)]")
      throw ExitCode(ExitStatus.failure.rawValue)
    }
  }
}
