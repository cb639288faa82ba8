@_exported public import ProgrammeExport
public import ProgrammeModel

extension Programme {
  /// The document as JSON, in UTF-8 with a line break at the end.
  ///
  /// `Schemas/document-2.schema.json` describes every key. With `pretty`, keys stand on lines of their
  /// own; otherwise the document is one line, as in JSON lines.
  public func json(pretty: Bool = true) -> [UInt8] {
    JSONExport(style: pretty ? .pretty : .compact).bytes(of: self)
  }

  /// The document as Markdown that renders alike on every forge, in UTF-8.
  public func markdown() -> [UInt8] {
    MarkdownExport().bytes(of: self)
  }
}

extension [Programme] {
  /// The documents as JSON lines, one document a line.
  public func jsonLines() -> [UInt8] {
    let export = JSONExport()
    return reduce(into: []) { export.append($1, to: &$0) }
  }

  /// The tasks of the documents as one table, a row a task, in UTF-8.
  public func csv(_ options: CSVOptions = CSVOptions()) -> [UInt8] {
    CSVExport(options: options).bytes(of: self)
  }
}

extension NormalisedDocument {
  /// The text with every number and bullet as printed on the page, one paragraph a line, in UTF-8.
  public func plainText() -> [UInt8] {
    TextExport().bytes(of: document)
  }
}

extension Conversion {
  /// A page for reviewing the document, in one file that asks the network for nothing, in UTF-8: its text
  /// with the facts marked, the task tree, and what is in doubt.
  ///
  /// The page speaks both languages and opens in the one named; it opens with the entries of the roles
  /// named, and the reader can ask for others.
  public func reviewPage(
    in language: MessageLanguage = .vietnamese,
    roles: Set<ProgrammeTask.Role> = ProgrammeTask.Role.usual
  ) -> [UInt8] {
    reviewPage(in: language, roles: roles, site: nil)
  }

  /// A page for reviewing the document that stands in a site, with the ways to the pages beside it.
  package func reviewPage(
    in language: MessageLanguage, roles: Set<ProgrammeTask.Role>, site: SitePlace?
  ) -> [UInt8] {
    var export = HTMLExport(language: language, roles: roles)
    export.site = site
    return export.bytes(of: programme, source: text.document)
  }
}
