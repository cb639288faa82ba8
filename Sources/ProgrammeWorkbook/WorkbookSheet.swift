internal import ProgrammeExport
internal import ProgrammeModel

/// A sheet of the workbook.
public enum WorkbookSheet: String, CaseIterable, Sendable {
  /// A row a document (văn bản).
  case documents
  /// A row an entry, those of the CSV (nhiệm vụ).
  case tasks
  /// A row a target of an entry (chỉ tiêu).
  case targets
  /// A row a document that is cited (viện dẫn).
  case citations
  /// A row a warning or an error (cần xem lại).
  case findings
  /// A row a document, in the fields of Thông tư 05/2025/TT-BNV (hồ sơ lưu trữ).
  case records
  /// A row a document, as lists of documents in a file are set (mục lục văn bản).
  case list

  /// The name on the tab.
  func name(in language: MessageLanguage) -> String {
    let names = SheetWording.names[self] ?? (rawValue, rawValue)
    return language == .vietnamese ? names.vietnamese : names.english
  }

  /// The columns in order.
  func columns(in language: MessageLanguage) -> [(heading: String, width: Double)] {
    if self == .records {
      return ArchiveRecord.Field.allCases.map { ($0.rawValue, 18) }
    }
    return (SheetWording.columns[self] ?? []).map {
      (language == .vietnamese ? $0.vietnamese : $0.english, $0.width)
    }
  }
}
