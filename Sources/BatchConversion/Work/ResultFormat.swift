package import MucLuc
package import ProgrammeExport
package import ProgrammeModel
internal import ProgrammeWorkbook

/// The names of the formats of results (`--to`).
package enum FormatName: String, CaseIterable, Sendable {
  case json, jsonl, csv, text, markdown, html, xlsx
  case archiveCSV = "archive-csv"

  /// The extension of files in this format.
  package var fileExtension: String {
    switch self {
    case .json: "json"
    case .jsonl: "jsonl"
    case .csv, .archiveCSV: "csv"
    case .text: "txt"
    case .markdown: "md"
    case .html: "html"
    case .xlsx: "xlsx"
    }
  }

  /// Whether the results of several inputs are one file.
  package var isOneFile: Bool {
    switch self {
    case .jsonl, .csv, .archiveCSV, .xlsx: true
    case .json, .text, .markdown, .html: false
    }
  }

  /// Whether the results of several inputs may go to standard output, one after the other.
  package var isStream: Bool {
    switch self {
    case .jsonl, .csv, .text: true
    case .json, .markdown, .html, .archiveCSV, .xlsx: false
    }
  }
}

/// A format of results with its options.
package struct ResultFormat: Hashable, Sendable {
  /// The format.
  package var name: FormatName

  /// Whether JSON is set over several lines.
  var isPretty = true

  /// How tables are written.
  package var table = CSVOptions()

  /// The language that a page for reviewing opens in.
  package var language = MessageLanguage.english

  /// The language of a workbook.
  package var workbookLanguage = MessageLanguage.vietnamese

  /// The values of fields that a record of the archive leaves empty.
  package var archiveDefaults: [ArchiveRecord.Field: String] = [:]

  /// Makes a format with the usual options.
  package init(name: FormatName, isPretty: Bool = true) {
    self.name = name
    self.isPretty = isPretty
  }

  /// The options as the report names them.
  var settings: String {
    var words = ["to=\(name.rawValue)"]
    switch name {
    case .json: words.append("layout=\(isPretty ? "pretty" : "compact")")
    case .csv, .archiveCSV:
      words.append("delimiter=\(table.delimiter.rawValue)")
      if table.hasByteOrderMark { words.append("bom") }
      if table.guardsFormulas { words.append("safe-cells") }
      for field in ArchiveRecord.Field.allCases {
        if let value = archiveDefaults[field] { words.append("\(field.rawValue)=\(value)") }
      }
    case .html:
      words.append("lang=\(language.rawValue)")
    case .xlsx:
      words.append("lang=\(workbookLanguage.rawValue)")
    case .jsonl, .text, .markdown: break
    }
    // The report counts the entries of these roles, whatever the format.
    let isUsual = table.roles == ProgrammeTask.Role.usual
    if name == .csv || name == .html || name == .xlsx || !isUsual {
      let roles = ProgrammeTask.Role.allCases.filter(table.roles.contains).map(\.rawValue)
      words.append("roles=" + roles.joined(separator: ","))
    }
    return words.joined(separator: " ")
  }

  /// The bytes of the result for one document, of a workbook its rows; the input has the id of its record in an
  /// archive and the place of its page in a site.
  ///
  /// The conversion is given up: of its two halves only the one that is written stays in memory.
  package func bytes(of conversion: consuming Conversion, for input: Input? = nil) -> [UInt8] {
    let archiveID = input?.archiveID
    if name == .html {
      return conversion.reviewPage(
        in: language, roles: table.roles, site: input?.page.map(SitePlace.init))
    }
    if name == .text { return (consume conversion).text.plainText() }
    let programme = (consume conversion).programme
    switch name {
    case .csv: return [programme].csv(table)
    case .archiveCSV: return archive.bytes(of: [programme], ids: archiveID.map { [$0] })
    case .markdown: return programme.markdown()
    case .xlsx:
      return WorkbookRow.bytes(
        of: WorkbookRow.rows(
          of: programme, roles: table.roles, archiveID: archiveID, defaults: archiveDefaults,
          in: workbookLanguage))
    default: return programme.json(pretty: isPretty)
    }
  }

  /// The CSVW metadata of a table with this file name, or `nil` for other formats.
  package func metadata(named file: String) -> [UInt8]? {
    name == .csv ? CSVExport(options: table).metadata(named: file) : nil
  }

  /// The table that leads from records of an archive to files, or `nil` for other formats.
  package func keys(of records: [ArchiveCSVExport.Key]) -> [UInt8]? {
    name == .archiveCSV ? archive.bytes(of: records) : nil
  }

  /// The bytes of one more document of a stream: the head of a table stands once.
  func following(_ bytes: [UInt8], isFirst: Bool) -> [UInt8] {
    isFirst ? bytes : Array(bytes.dropFirst(empty.count))
  }

  /// The stream of no documents: the head of a table, or nothing.
  var empty: [UInt8] {
    switch name {
    case .csv: [Programme]().csv(table)
    case .archiveCSV: archive.bytes(of: [Programme]())
    case .json, .jsonl, .text, .markdown, .html, .xlsx: []
    }
  }

  private var archive: ArchiveCSVExport {
    ArchiveCSVExport(defaults: archiveDefaults, options: table)
  }
}
