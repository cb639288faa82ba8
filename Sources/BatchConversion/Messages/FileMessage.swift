/// What is said about the files of a run: why one cannot be read, written or done, and what is gone.
///
/// ```swift
/// FileMessage.isFolder.text(in: .english)  // it is a folder; name a file
/// ```
package enum FileMessage: BilingualMessage {
  // Files that cannot be read.
  case notFound, notFoundNear, noBaseline, noSettings, noPermissionToRead, isFolder, readingFailed
  case changedWhileRead, noDocuments
  case pathListUTF16, pathListLongPath, pathListMixed
  // Files that cannot be written.
  case diskFull, noPermissionToWrite, outputFolderMissing, linkInOutput, writingFailed
  case outputEdited, outputIsInput, nameTaken, workbookFailed
  // Limits.
  case readingLimit, timeLimit, memoryLimit, crashed
  // LibreOffice.
  case needsOffice, officeFailed, officeTimeLimit
  // Results of files that are gone.
  case goneOutputs, goneInput, renamedInput, pruned, notPruned, more
}
