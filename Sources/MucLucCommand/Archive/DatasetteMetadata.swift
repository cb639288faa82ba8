internal import BatchConversion

/// What Datasette is told about an archive: titles, facets, and queries that search as `mucluc search` does.
struct DatasetteMetadata {
  /// The name of the database: that of its file without the extension.
  var database: String

  /// The metadata file.
  var bytes: [UInt8] { Array((json.pretty + "\n").utf8) }

  private var json: JSONValue {
    .object([
      ("title", .string("Programme documents")),
      (
        "description",
        .string("Documents, entries and facts, made by mucluc index; keys are root and path.")
      ),
      (
        "databases",
        .object([(database, .object([("tables", Self.tables), ("queries", Self.queries)]))])
      ),
    ])
  }

  private static var tables: JSONValue {
    .object([
      table("documents", "Documents", facets: ["issuer", "type", "year"], label: "name"),
      table(
        "entries", "Entries: who does what, by when", facets: ["issuer", "type", "year", "role"]),
      table("tasks", "Entries, the plain table", facets: ["role"], label: "task"),
      table("nodes", "Headings and items", facets: ["kind"], label: "node"),
      (
        "passages",
        .object([
          ("title", .string("Titles, paragraphs and rows of tables")),
          ("facets", .array([.string("kind"), .string("zone")])),
          ("fts_table", .string("passages_written")), ("fts_pk", .string("id")),
        ])
      ),
      table("actors", "Who acts and who cooperates", facets: ["part"]),
      table("targets", "Figures to be reached", facets: ["unit", "comparator"]),
      table("facts", "Facts", facets: ["kind"]),
      table("citations", "Who cites whom", facets: ["type"]),
      table("diagnostics", "What is in doubt", facets: ["severity", "code"]),
      table("failures", "Files that could not be read", facets: ["code"]),
      table("roots", "The paths indexed"),
      ("spellings", .object([("hidden", .boolean(true))])),
    ])
  }

  private static func table(
    _ name: String, _ title: String, facets: [String] = [], label: String? = nil
  ) -> (String, JSONValue) {
    var members: [(String, JSONValue)] = [("title", .string(title))]
    if !facets.isEmpty { members.append(("facets", .array(facets.map { .string($0) }))) }
    if let label { members.append(("label_column", .string(label))) }
    return (name, .object(members))
  }

  private static var queries: JSONValue {
    .object([
      query("search", "Search, with or without tone marks", search),
      query(
        "due", "Entries due between two days",
        """
        SELECT * FROM entries WHERE role IN ('task', 'target')
          AND due_last BETWEEN :first_day AND :last_day ORDER BY due_last
        """),
      query(
        "cites", "Who cites a document",
        """
        SELECT d.root, d.path, p.text, c.code, c.date, c.issuer, c.cited_document_id
        FROM citations c JOIN documents d ON d.id = c.document_id
          JOIN passages p ON p.id = c.passage_id
        WHERE c.code = :code OR c.code_key = lower(:code) ORDER BY d.root, d.path
        """),
    ])
  }

  private static func query(_ name: String, _ title: String, _ sql: String) -> (String, JSONValue) {
    (name, .object([("title", .string(title)), ("sql", .string(sql))]))
  }

  /// The words become those of the search key one row of `spellings` after the other; marks fall off in the index.
  private static let search = """
    WITH RECURSIVE folded(n, words) AS (
      SELECT 0, ' ' || replace(lower(:words), ' ', '  ') || ' '
      UNION ALL
      SELECT n + 1, replace(words, written, key) FROM folded JOIN spellings ON number = n + 1)
    SELECT d.root, d.path, d.issuer, d.type, d.year, n.node, p.title, p.text
    FROM passages_key k JOIN passages p ON p.id = k.rowid
      JOIN documents d ON d.id = p.document_id LEFT JOIN nodes n ON n.id = p.node_id
    WHERE passages_key MATCH escape_fts((SELECT words FROM folded ORDER BY n DESC LIMIT 1))
    ORDER BY bm25(passages_key, 3.0, 1.0) LIMIT 200
    """
}
