package import ProgrammeModel
internal import VietnameseLanguage

/// What the index of a site knows of a document.
///
/// The page of the document holds its record, so that the index can be made of pages without the documents being read
/// again:
///
/// ```swift
/// SiteRecord(page: record.markup) == record
/// ```
package struct SiteRecord: Hashable, Sendable {
  /// An entry of the document.
  package struct Entry: Hashable, Sendable {
    /// The id of the place in the page.
    package var anchor: String
    /// What is to be done.
    package var text: String
    /// Who leads, as people read it.
    package var lead: String
    /// The deadline as written.
    package var deadline: String
    /// The last day of the deadline, `YYYY-MM-DD`, or nothing where there is none.
    package var day: String
    /// Whether it is a target.
    package var isTarget: Bool
  }

  /// Type and subject, or the name of the file.
  package var title = ""
  /// The type.
  package var type = ""
  /// The issuer.
  package var issuer = ""
  /// The number, as far as it is there.
  package var number = ""
  /// The date in EDTF, or as written where it is none.
  package var date = ""
  /// The first day of the date or else of the period, `YYYY-MM-DD`, or nothing.
  package var day = ""
  /// How many warnings there are.
  package var warnings = 0
  /// How many errors there are, an account of characters that does not add up among them.
  package var errors = 0
  /// The entries, in the order of the document.
  package var entries: [Entry] = []

  /// The record of a document with its entries of some roles.
  package init(of programme: Programme, roles: Set<ProgrammeTask.Role>) {
    let data = programme.metadata
    let span = data.date?.edtf.flatMap { CalendarSpan(edtf: $0) }
    title = programme.pageTitle
    type = data.type ?? ""
    issuer = data.issuer ?? ""
    number = data.code ?? programme.lines.first { $0.role == .number }?.text ?? ""
    date = data.date.map { $0.edtf ?? $0.text } ?? ""
    day = span?.firstDay ?? span?.lastDay ?? data.period?.start ?? data.period?.end ?? ""
    warnings = programme.diagnostics.count { $0.severity == .warning }
    errors = programme.diagnostics.count { $0.severity == .error }
    if !programme.coverage.isComplete { errors += 1 }
    programme.forEachTask { entry in
      let task = entry.task
      guard roles.contains(task.role) else { return }
      let due = task.deadline?.edtf.flatMap { CalendarSpan(edtf: $0) }
      entries.append(
        Entry(
          anchor: "n\(task.id)", text: task.text, lead: task.lead.joined(separator: "; "),
          deadline: task.deadline?.text ?? "", day: due?.lastDay ?? due?.firstDay ?? "",
          isTarget: task.role == .target))
    }
  }
}

extension Programme {
  /// What a page calls the document: its type and subject, or the name of its file.
  var pageTitle: String {
    let title = [metadata.type, metadata.subject].compactMap { $0 }
    return title.isEmpty ? source.name : title.joined(separator: " ")
  }
}

// A record in a page is a block of data: a line for the document and one for every entry, tabs between values.

extension SiteRecord {
  private static let opening = "<script type=\"text/tab-separated-values\" id=\"site-record\">\n"
  private static let closing = "</script>"

  /// How far into a page its record begins at most.
  package static let farthest = 512

  /// The record as a page holds it.
  package var markup: [UInt8] {
    var bytes = Array(Self.opening.utf8)
    let document = [title, type, issuer, number, date, day, "\(warnings)", "\(errors)"]
    for line in [document] + entries.map(\.values) {
      for (place, value) in line.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: "\t")) }
        for byte in value.utf8 { Self.append(byte, to: &bytes) }
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes + Array(Self.closing.utf8)
  }

  /// Adds a byte of a value: nothing in it ends the value or the block.
  private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\\"): bytes += [byte, byte]
    case UInt8(ascii: "<"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "l")]
    case 0x00..<0x20, 0x7F: bytes.append(UInt8(ascii: " "))
    default: bytes.append(byte)
    }
  }

  private static func value(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
    var plain: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        plain.append(byte == UInt8(ascii: "l") ? UInt8(ascii: "<") : byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        plain.append(byte)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// The record that a page holds, or `nil` where it holds none.
  package init?(page: [UInt8]) {
    let opening = Array(Self.opening.utf8)
    guard let start = page.prefix(Self.farthest + opening.count).firstRange(of: opening) else {
      return nil
    }
    let rest = page[start.upperBound...]
    // No value holds the sign that the end begins with.
    guard let end = rest.firstIndex(of: UInt8(ascii: "<")) else { return nil }
    let lines = rest[..<end].split(separator: UInt8(ascii: "\n")).map { line in
      line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(Self.value)
    }
    guard let head = lines.first, head.count == 8 else { return nil }
    (title, type, issuer, number) = (head[0], head[1], head[2], head[3])
    (date, day) = (head[4], head[5])
    warnings = Int(head[6]) ?? 0
    errors = Int(head[7]) ?? 0
    entries = lines.dropFirst().compactMap(Entry.init(values:))
  }
}

extension SiteRecord.Entry {
  fileprivate var values: [String] { [anchor, text, lead, deadline, day, isTarget ? "1" : "0"] }

  fileprivate init?(values: [String]) {
    guard values.count == 6 else { return nil }
    self.init(
      anchor: values[0], text: values[1], lead: values[2], deadline: values[3], day: values[4],
      isTarget: values[5] == "1")
  }
}
