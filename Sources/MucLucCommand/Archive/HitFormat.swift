internal import ArgumentParser
internal import BatchConversion
internal import ProgrammeArchive
internal import ProgrammeExport
internal import ProgrammeModel

/// How hits are printed.
enum HitFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, csv

  /// The hits as printed.
  func bytes(of hits: [ArchiveHit], in language: MessageLanguage) -> [UInt8] {
    switch self {
    case .text:
      let hasColours = Terminal.hasColours(.standardOutput)
      let text = HitText(language: language, hasColours: hasColours)
      return Array(hits.map(text.paragraph).joined(separator: "\n").utf8)
    case .json:
      return Array((JSONValue.object([("hits", .array(hits.map(\.json)))]).pretty + "\n").utf8)
    case .csv:
      var table = CSVWriter()
      table.row(ArchiveHit.columns)
      for hit in hits { table.row(hit.cells) }
      return table.bytes
    }
  }
}

extension ArchiveHit {
  /// The markers from the top of the tree, as tables have them: `II > 4 > -`.
  var markerPath: String { markers.map(Marker.pathText).joined(separator: " > ") }

  /// The hit with all that is known of it; ranges count Unicode code points, the end exclusive.
  var json: JSONValue {
    .object([
      ("root", .string(root)), ("path", .string(path)), ("sha256", .string(sha256)),
      (
        "document",
        .object([
          ("type", .optional(document.type)), ("code", .optional(document.code)),
          ("issuer", .optional(document.issuer)), ("date", .optional(document.date)),
          ("subject", .optional(document.subject)), ("year", .optional(document.year)),
        ])
      ),
      ("node", .optional(node)), ("markers", .array(markers.map { .string($0) })),
      ("titles", .array(titles.map { .string($0) })), ("kind", .string(kind)),
      ("title", .optional(title)), ("text", .optional(text ?? title)),
      ("marks", Self.ranges(text == nil ? titleMarks : textMarks)),
      ("titleMarks", Self.ranges(titleMarks)),
      (
        "location",
        .object([
          ("part", .optional(place.part)), ("paragraph", .optional(place.paragraph)),
          ("line", .optional(place.line)),
        ])
      ),
      ("exact", .boolean(isExact)), ("score", .decimal(score)),
      ("tasks", .array(entries.map(\.json))), ("citation", citation?.json ?? .null),
    ])
  }

  private static func ranges(_ ranges: [Range<Int>]) -> JSONValue {
    .array(ranges.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) })
  }

  /// The columns of hits as a table.
  static let columns = [
    "root", "path", "sha256", "issuer", "type", "code", "date", "subject", "node", "marker_path",
    "section", "kind", "title", "text", "exact", "task", "role", "lead", "cooperating", "deadline",
    "deadline_edtf", "cited_root", "cited_path",
  ]

  /// The cells of the hit.
  var cells: [String] {
    let cells: [String?] = [
      root, path, sha256, document.issuer, document.type, document.code, document.date,
      document.subject, node, markerPath, titles.joined(separator: " > "),
      kind, title, text, isExact ? "true" : "false", joined { [$0.task] }, joined { [$0.role] },
      joined(\.lead), joined(\.cooperating), joined { [$0.deadline] },
      joined { [$0.deadlineEDTF] }, citation?.root, citation?.path,
    ]
    return cells.map { $0 ?? "" }
  }

  private func joined(_ values: (Entry) -> [String?]) -> String {
    entries.flatMap(values).compactMap { $0 }.joined(separator: " | ")
  }
}

extension ArchiveHit.Entry {
  fileprivate var json: JSONValue {
    .object([
      ("id", .string(task)), ("role", .string(role)), ("text", .string(text)),
      ("lead", .array(lead.map { .string($0) })),
      ("cooperating", .array(cooperating.map { .string($0) })),
      (
        "deadline",
        deadline.map { .object([("text", .string($0)), ("edtf", .optional(deadlineEDTF))]) }
          ?? .null
      ),
    ])
  }
}

extension ArchiveHit.Citation {
  fileprivate var json: JSONValue {
    .object([
      ("code", .string(code)), ("root", .optional(root)), ("path", .optional(path)),
    ])
  }
}
