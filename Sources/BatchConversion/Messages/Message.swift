package import ProgrammeModel

/// Everything the command itself says, in both languages side by side.
///
/// ```swift
/// Message.converted.text(in: .vietnamese, "12")  // "đã chuyển: 12"
/// ```
///
/// The sentences of the stages stand with the stages (`Diagnostic.Kind`, `ReadingError`). Places for what
/// differs are `{0}`, `{1}` …; the tests hold the table to be complete.
package enum Message: CaseIterable {
  // Files that cannot be read.
  case notFound, notFoundNear, noBaseline, noSettings, noPermissionToRead, isFolder, readingFailed,
    changedWhileRead
  case pathListUTF16, pathListLongPath, pathListMixed
  // Files that cannot be written.
  case diskFull, noPermissionToWrite, outputFolderMissing, linkInOutput, writingFailed
  case outputEdited, outputIsInput, nameTaken, workbookFailed
  // Limits.
  case readingLimit, timeLimit, memoryLimit, crashed, smallAddressSpace
  // LibreOffice.
  case needsOffice, officeFailed, officeTimeLimit
  // Usage.
  case severalNeedFolder, skipNeedsReport, skipNeedsFolder, outputIsFolder, noPaths
  case outputIsNoFolder, oneBaseline, findingsName, pruneNeedsReport, noSettingsNamed
  case fileIsNoCommand, folderIsNoCommand, commandNear, noSuchCommand
  // Settings.
  case settingsTooLarge, settingsNoObject, settingsKey, settingsValue, settingsUsed
  // Progress and summary.
  case interrupted, interruptedWithReport, done, timeLeft, converted, unchanged, keptEdited, failed,
    stopped, noDocuments
  case skippedHidden, skippedLocks, skippedLinks, skippedOthers, skippedExcluded
  case skippedPageFolders
  case goneOutputs, goneInput, renamedInput, pruned, notPruned, more, moreFiles
  case knownFindings, goneFindings, accepted, cannotBeDone, cannotBeWritten
  case summaryCode, summaryMeaning, summaryCount, note, warning, error
  case failedBecause, warnedBecause, encodings, seconds
  // Scan.
  case scanFormat, scanEncoding, scanLegacy, scanAttention, scanFile, yes, no
  case scannedFiles, needAttention, scanFormats, throughOffice, unicodeFont, withoutText
  // Show.
  case tasks, deadline, cooperating, facts, table, preamble, closing, appendix, notes, unread
  case checked, clean
  // Index and search.
  case archiveNotFound, archiveOtherFile, archiveOtherVersion, archiveNeedsRepair, archiveBusy
  case archiveFailed, indexNeedsFiles, indexed, takenOut, searchNeedsWords, notADay
  case task, target, result, statement
  case noHits, moreHits, lead, citesArchived, citesOther
}

extension Message {
  /// The sentence in a language, with what differs.
  package func text(in language: MessageLanguage, _ arguments: String...) -> String {
    template(in: language).filled(with: arguments)
  }

  /// The sentence with its places.
  package func template(in language: MessageLanguage) -> MessageTemplate {
    switch language {
    case .english: sentences.english
    case .vietnamese: sentences.vietnamese
    }
  }
}

extension Diagnostic.Severity {
  /// The severity in words.
  package func word(in language: MessageLanguage) -> String {
    switch self {
    case .note: Message.note.text(in: language)
    case .warning: Message.warning.text(in: language)
    case .error: Message.error.text(in: language)
    }
  }
}

extension ProgrammeTask.Role {
  /// What an entry is, in words.
  package func word(in language: MessageLanguage) -> String {
    switch self {
    case .task: Message.task.text(in: language)
    case .target: Message.target.text(in: language)
    case .result: Message.result.text(in: language)
    case .statement: Message.statement.text(in: language)
    }
  }
}
