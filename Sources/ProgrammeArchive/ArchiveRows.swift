public import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// The rows of one document, ready to be written to an archive.
///
/// ```swift
/// let rows = ArchiveRows(of: programme)
/// try archive.write([.put(root: "2023", rows: rows.bytes, reading: "0.1.0", cites: rows)])
/// ```
///
/// Making them needs no database, so that every thread makes those of its document.
public struct ArchiveRows {
  var rows = ArchiveRowBytes()
  private var counts: [ArchiveTable: Int] = [:]
  var zone = ""
  /// The part of the file that most stands in: it is written once, with the document.
  private var mainPart: String?

  /// The rows as bytes, as `Archive.write` takes them.
  public var bytes: [UInt8] { rows.bytes }

  /// Makes the rows of a document.
  public init(of programme: Programme) {
    mainPart = programme.mainPart
    addDocument(programme)
    addLines(programme.lines, programme.metadata)
    addParts(programme.preamble, programme.outline, programme.closing)
    for appendix in programme.appendices {
      zone = "appendix"
      if !appendix.title.isEmpty {
        addPassage("title", title: appendix.title.joined(separator: " "), text: nil, at: nil)
      }
      for line in appendix.lines where line.role != .title { addLine(line) }
      addParts(appendix.preamble, appendix.outline, appendix.closing)
    }
    zone = "note"
    for note in programme.notes { add(note.content, in: nil) }
    for diagnostic in programme.diagnostics {
      add(
        .diagnostics,
        [
          .text(diagnostic.severity.rawValue), .text(diagnostic.code),
          .text(diagnostic.message(in: .english)),
        ] + place(diagnostic.location))
    }
  }

  /// Adds a row, in front the number it has among those of its table, and returns that.
  @discardableResult
  mutating func add(_ table: ArchiveTable, _ cells: [ArchiveValue]) -> Int {
    guard table.hasID else {
      rows.append(table, cells)
      return 0
    }
    let number = counts[table, default: 0] + 1
    counts[table] = number
    let document: [ArchiveValue] = table == .documents ? [] : [.row(.documents, 1)]
    rows.append(table, [.row(table, number)] + document + cells)
    return number
  }

  func place(_ location: Location?) -> [ArchiveValue] {
    [
      .optional(location?.part == mainPart ? nil : location?.part),
      .optional(location?.paragraph), .optional(location?.line),
    ]
  }
}

extension ArchiveRows {
  private mutating func addDocument(_ programme: Programme) {
    let source = programme.source
    let data = programme.metadata
    let date = data.date?.edtf
    let days = date.flatMap { CalendarSpan(edtf: $0) }
    let period = data.period.flatMap { CalendarSpan(edtf: $0.edtf) }
    let first = days?.firstDay ?? days?.lastDay ?? data.period?.start ?? data.period?.end
    add(
      .documents,
      [
        .root, .text(source.path), .text(source.sha256), .text(source.name),
        .text(source.format.rawValue), .optional(source.via), .integer(source.byteCount),
        .optional(source.encoding), .optional(data.superior), .optional(data.issuer),
        .optional(data.number), .optional(data.symbol), .optional(data.code), .optional(data.type),
        .optional(data.typeCode), .optional(data.subject), .optional(data.place),
        .optional(data.date?.text), .optional(date), .optional(days?.firstDay),
        .optional(days?.lastDay), .optional(first.flatMap { Int($0.prefix(4)) }),
        .optional(data.period?.text), .optional(data.period?.edtf),
        .optional(data.period?.start ?? period?.firstDay),
        .optional(data.period?.end ?? period?.lastDay),
        .optional(data.signature.flatMap(\.signedFor)), .optional(data.signature?.title),
        .optional(data.signature?.name), .optional(data.security), .optional(data.urgency),
        .integer(data.isDraft ? 1 : 0), .optional(mainPart),
        .optional(data.code.map(DocumentCode.key)), .reading,
      ])
  }

  /// The names of the letterhead as wholes, the other lines one by one.
  private mutating func addLines(_ lines: [DocumentLine], _ data: Metadata) {
    zone = "letterhead"
    let title = [data.type, data.subject].compactMap { $0 }.joined(separator: " ")
    var names: [DocumentLine.Role: String?] = [
      .superior: data.superior, .issuer: data.issuer, .title: title.isEmpty ? nil : title,
    ]
    for line in lines {
      // The lines of one name are one passage, at the first of them.
      let role = line.role == .type && names[.title] != nil ? .title : line.role
      guard let name = names[role], let name else {
        if names[role] == nil { addLine(line) }
        continue
      }
      addPassage(
        role.rawValue, title: role == .title ? name : nil, text: role == .title ? nil : name,
        at: line.location)
      names[role] = .some(.none)
    }
  }

  mutating func addLine(_ line: DocumentLine) {
    guard line.role != .rule, line.role != .page else { return }
    addPassage(line.role.rawValue, title: nil, text: line.text, at: line.location)
  }
}

extension Programme {
  /// The part of the file that the outline stands in, or else the letterhead.
  fileprivate var mainPart: String? {
    outline.first?.location.part ?? lines.first { $0.role != .header }?.location.part
  }
}

extension Signature {
  /// The body that the document is signed for, or `nil`.
  fileprivate var signedFor: String? {
    authority.isEmpty ? nil : authority.joined(separator: " ")
  }
}
