package import DocumentReading
package import ProgrammeModel

/// Why one input was not done.
package enum FileFailure: Error, Hashable, Sendable {
  /// The document cannot be read.
  case document(ReadingError)
  /// The system does not hand over the file.
  case input(SystemError)
  /// What was named as a list of paths is none.
  case noPathList(PathListFault)
  /// There is no such file, but one with a name that is much like it.
  case missing(near: String)
  /// What was named as a baseline is none.
  case noBaseline(path: String)
  /// What was named as a file of settings is none, or says what is not understood.
  case noSettings(path: String, reason: String)
  /// No document was found.
  case noDocuments
  /// The file changed while it was read.
  case changedWhileRead
  /// The system does not take the result.
  case output(SystemError, path: String)
  /// The result was edited since it was written.
  case outputEdited(path: String)
  /// The result would be written over the input.
  case outputIsInput(path: String)
  /// Another input has the same output.
  case nameTaken(path: String)
  /// The workbook cannot be written.
  case workbook(reason: String)
  /// It took too long.
  case timeLimit(seconds: Double)
  /// It needed too much memory.
  case memoryLimit(bytes: Int)
  /// The program crashed on it.
  case crashed(signal: Int32)
  /// LibreOffice is not installed.
  case needsOffice(format: String)
  /// LibreOffice did not convert it.
  case officeFailed(reason: String)
  /// LibreOffice took too long.
  case officeTimeLimit(seconds: Int)
}

extension FileFailure {
  /// The code of a path that leads to nothing.
  package static let notFoundCode = "read.not-found"

  /// The stable name, such as `read.not-found`.
  package var code: String {
    switch self {
    case .document(let error): error.code
    case .input(let error):
      switch error.number {
      case ENOENT, ENOTDIR: Self.notFoundCode
      case EACCES, EPERM: "read.no-permission"
      case EISDIR: "read.is-a-folder"
      default: "read.failed"
      }
    case .missing: Self.notFoundCode
    case .noPathList: "read.no-path-list"
    case .noBaseline: "read.no-baseline"
    case .noSettings: "read.no-settings"
    case .noDocuments: "read.no-documents"
    case .changedWhileRead: "read.changed-while-read"
    case .output(let error, _):
      switch error.number {
      case ENOSPC, EDQUOT, EFBIG: Self.diskFullCode
      case EACCES, EPERM, EROFS: "write.no-permission"
      case ENOENT: "write.folder-missing"
      case ELOOP: "write.link-in-output"
      default: "write.failed"
      }
    case .outputEdited: "write.edited"
    case .outputIsInput: "write.over-input"
    case .nameTaken: "write.name-taken"
    case .workbook: "write.workbook"
    case .timeLimit: "run.time-limit"
    case .memoryLimit: "run.memory-limit"
    case .crashed: "run.crashed"
    case .needsOffice: "read.needs-libreoffice"
    case .officeFailed: "read.libreoffice-failed"
    case .officeTimeLimit: "read.libreoffice-time-limit"
    }
  }

  /// The code of a disk that takes no more, or a file that may not grow.
  static let diskFullCode = "write.disk-full"

  /// The part of the package that is at fault, or `nil`.
  package var part: String? {
    if case .document(let error) = self { error.part } else { nil }
  }

  /// The reason and how to go on, without the name of the file.
  package func message(in language: MessageLanguage) -> String {
    switch self {
    case .document(.limit(_, _, let kind, let allowed)):
      FileMessage.readingLimit.text(in: language, kind.option, "\(allowed)")
    case .document(let error): error.reason(in: language)
    case .input(let error):
      switch error.number {
      case ENOENT, ENOTDIR: FileMessage.notFound.text(in: language)
      case EACCES, EPERM: FileMessage.noPermissionToRead.text(in: language)
      case EISDIR: FileMessage.isFolder.text(in: language)
      default: FileMessage.readingFailed.text(in: language, error.reason)
      }
    case .missing(let near): FileMessage.notFoundNear.text(in: language, near)
    case .noBaseline(let path): FileMessage.noBaseline.text(in: language, path)
    case .noSettings(let path, let reason): FileMessage.noSettings.text(in: language, path, reason)
    case .noDocuments: FileMessage.noDocuments.text(in: language)
    case .noPathList(.utf16): FileMessage.pathListUTF16.text(in: language)
    case .noPathList(.longPath): FileMessage.pathListLongPath.text(in: language)
    case .noPathList(.mixed): FileMessage.pathListMixed.text(in: language)
    case .changedWhileRead: FileMessage.changedWhileRead.text(in: language)
    case .output(let error, let path):
      switch error.number {
      case ENOSPC, EDQUOT, EFBIG: FileMessage.diskFull.text(in: language, path)
      case EACCES, EPERM, EROFS: FileMessage.noPermissionToWrite.text(in: language, path)
      case ENOENT: FileMessage.outputFolderMissing.text(in: language, path)
      case ELOOP: FileMessage.linkInOutput.text(in: language, path)
      default: FileMessage.writingFailed.text(in: language, path, error.reason)
      }
    case .outputEdited(let path): FileMessage.outputEdited.text(in: language, path)
    case .outputIsInput(let path): FileMessage.outputIsInput.text(in: language, path)
    case .nameTaken(let path): FileMessage.nameTaken.text(in: language, path)
    case .workbook(let reason): FileMessage.workbookFailed.text(in: language, reason)
    case .timeLimit(let seconds): FileMessage.timeLimit.text(in: language, Self.plain(seconds))
    case .memoryLimit(let bytes): FileMessage.memoryLimit.text(in: language, "\(bytes >> 20)")
    case .crashed(let signal): FileMessage.crashed.text(in: language, "\(signal)")
    case .needsOffice(let format): FileMessage.needsOffice.text(in: language, format)
    case .officeFailed(let reason): FileMessage.officeFailed.text(in: language, reason)
    case .officeTimeLimit(let seconds): FileMessage.officeTimeLimit.text(in: language, "\(seconds)")
    }
  }

  /// A number of seconds without a fraction that says nothing.
  private static func plain(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
  }
}

extension ReadingLimits.Kind {
  /// The option of the command that sets the limit.
  package var option: String {
    switch self {
    case .entries: "--max-entries"
    case .partBytes: "--max-part-bytes"
    case .totalBytes: "--max-total-bytes"
    case .ratio: "--max-ratio"
    case .elementDepth: "--max-element-depth"
    case .textBytes: "--max-text-bytes"
    case .paragraphs: "--max-paragraphs"
    case .cells: "--max-cells"
    case .definitions: "--max-definitions"
    case .nesting: "--max-nesting"
    case .embedding: "--max-embedding"
    case .chunks: "--max-chunks"
    case .labelLength: "--max-label-length"
    }
  }
}
