internal import BatchConversion
internal import ProgrammeModel

/// What the command itself says, apart from messages about files (`FileMessage`).
///
/// ```swift
/// Message.converted.text(in: .vietnamese, "12")  // "đã chuyển: 12"
/// ```
enum Message: BilingualMessage {
  // Usage.
  case severalNeedFolder, skipNeedsReport, skipNeedsFolder, outputIsFolder, noPaths
  case outputIsNoFolder, oneBaseline, findingsName, pruneNeedsReport, noSettingsNamed
  case fileIsNoCommand, folderIsNoCommand, commandNear, noSuchCommand, smallAddressSpace
  // Settings.
  case settingsTooLarge, settingsNoObject, settingsKey, settingsValue, settingsUsed
  // Progress and summary.
  case interrupted, interruptedWithReport, done, timeLeft, converted, unchanged, keptEdited, failed
  case stopped
  case skippedHidden, skippedLocks, skippedLinks, skippedOthers, skippedExcluded
  case skippedPageFolders
  case moreFiles, knownFindings, goneFindings, accepted, cannotBeDone, cannotBeWritten
  case summaryCode, summaryMeaning, summaryCount, note, warning, error
  case failedBecause, warnedBecause, encodings, seconds
  // Scan.
  case scanFormat, scanEncoding, scanLegacy, scanAttention, scanFile, yes, no
  case scannedFiles, needAttention, scanFormats, throughOffice, withoutText
  // Show.
  case tasks, deadline, cooperating, facts, table, preamble, closing, appendix, notes, unread
  case checked, clean
  // Index and search.
  case archiveNotFound, archiveOtherFile, archiveOtherVersion, archiveNeedsRepair, archiveBusy
  case archiveFailed, indexNeedsFiles, indexed, takenOut, searchNeedsWords, notADay
  case task, target, result, statement
  case noHits, moreHits, lead, citesArchived, citesOther
}

extension Diagnostic.Severity {
  /// The severity in words.
  func word(in language: MessageLanguage) -> String {
    switch self {
    case .note: Message.note.text(in: language)
    case .warning: Message.warning.text(in: language)
    case .error: Message.error.text(in: language)
    }
  }
}

extension ProgrammeTask.Role {
  /// What an entry is, in words.
  func word(in language: MessageLanguage) -> String {
    switch self {
    case .task: Message.task.text(in: language)
    case .target: Message.target.text(in: language)
    case .result: Message.result.text(in: language)
    case .statement: Message.statement.text(in: language)
    }
  }
}
