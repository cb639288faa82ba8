internal import GRDB
internal import VietnameseText

extension Archive {
  /// The passages that a search finds, the best first: those with the words as typed, then by bm25, where a word
  /// in a title counts more; without words in the order of the documents.
  public func hits(for search: ArchiveSearch) throws(ArchiveError) -> [ArchiveHit] {
    guard !search.isEmpty else { return [] }
    return try calling {
      try queue.read { db in
        let query = SearchQuery(search)
        let found = try Row.fetchCursor(
          db, sql: query.sql, arguments: StatementArguments(query.arguments))
        let reader = HitReader(db: db, search: search)
        var hits: [ArchiveHit] = []
        while hits.count < search.limit, let row = try found.next() {
          if let hit = try reader.hit(row) { hits.append(hit) }
        }
        return hits
      }
    }
  }
}

/// A search in SQL; its rows are the number of a passage, whether it is exact, its score, and the number of a
/// citation.
private struct SearchQuery {
  private(set) var arguments: [(any DatabaseValueConvertible)?] = []
  private(set) var sql = ""

  init(_ search: ArchiveSearch) {
    let hasWords = !search.terms.isEmpty
    var tables = hasWords ? "passages_key k" : "passages p"
    let passage = hasWords ? "k.rowid" : "p.id"
    var conditions: [String] = []
    var exact = "0"
    if hasWords, let written = search.terms.writtenQuery {
      exact = "k.rowid IN (SELECT rowid FROM passages_written WHERE passages_written MATCH ?)"
      arguments.append(written)
    }
    let score = hasWords ? "-bm25(passages_key, 3.0, 1.0)" : "0.0"
    if hasWords && search.filtersDocuments {
      tables += " JOIN passages p ON p.id = k.rowid"
    }
    if search.cites != nil { tables += " JOIN citations c ON c.passage_id = \(passage)" }
    func add(_ condition: String, _ values: (any DatabaseValueConvertible)?...) {
      conditions.append(condition)
      arguments += values
    }
    if hasWords { add("passages_key MATCH ?", search.terms.keyQuery) }
    if let cites = search.cites { add("c.code_key = ?", DocumentCode.key(cites)) }
    if search.filtersDocuments {
      var parts: [String] = []
      if let issuer = search.issuer {
        parts.append("has_words(issuer, ?)")
        arguments.append(issuer)
      }
      if let type = search.type {
        parts.append("(has_words(type, ?) OR type_code = ? COLLATE NOCASE)")
        arguments += [type, type]
      }
      if let year = search.year {
        parts.append("(year = ? OR period_first <= ? AND period_last >= ?)")
        arguments += [year, "\(year)-12-31", "\(year)-01-01"]
      }
      conditions.append(
        "p.document_id IN (SELECT id FROM documents WHERE \(parts.joined(separator: " AND ")))")
    }
    if search.filtersTasks {
      let (condition, values) = Self.taskCondition(search)
      // Few entries have a day, most have a role.
      conditions.append(
        search.dueBefore != nil || search.dueAfter != nil
          ? "\(passage) IN (SELECT t.passage_id FROM tasks t WHERE \(condition))"
          : "EXISTS (SELECT 1 FROM tasks t WHERE t.passage_id = \(passage) AND \(condition))")
      arguments += values
    }
    // Arguments come in the order of the text: those of the columns stand in front.
    sql = """
      SELECT \(passage), \(exact) AS exact, \(score) AS score, \
      \(search.cites == nil ? "NULL" : "c.id")
      FROM \(tables) WHERE \(conditions.joined(separator: " AND "))
      ORDER BY exact DESC, score DESC, \(passage)
      """
  }

  /// What an entry `t` has to be.
  static func taskCondition(
    _ search: ArchiveSearch
  ) -> (String, [(any DatabaseValueConvertible)?]) {
    var parts: [String] = []
    var values: [(any DatabaseValueConvertible)?] = []
    if let role = search.role {
      parts.append("t.role = ?")
      values.append(role)
    }
    if let before = search.dueBefore {
      parts.append("t.due_last < ?")
      values.append(before)
    }
    if let after = search.dueAfter {
      parts.append("t.due_last > ?")
      values.append(after)
    }
    if let lead = search.lead {
      parts.append(
        """
        EXISTS (SELECT 1 FROM actors a WHERE a.task_id = t.id AND a.part = 'lead' \
        AND has_words(a.name, ?))
        """)
      values.append(lead)
    }
    return (parts.isEmpty ? "1" : parts.joined(separator: " AND "), values)
  }
}

/// What makes hits of the passages found.
private struct HitReader {
  let db: Database
  let search: ArchiveSearch

  /// The hit of a row of the search, or `nil` where the words stand beside the entries that were asked for.
  func hit(_ found: Row) throws -> ArchiveHit? {
    let passage = try Row.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT p.title, p.text, p.kind, iif(p.paragraph IS NULL, NULL, coalesce(p.part, d.part)), p.paragraph, p.line, p.node_id, n.node,
            d.root, d.path, d.sha256, d.type, d.code, d.issuer, coalesce(d.date_edtf, d.date),
            d.subject, d.year
          FROM passages p JOIN documents d ON d.id = p.document_id
          LEFT JOIN nodes n ON n.id = p.node_id WHERE p.id = ?
          """), arguments: [found[0] as Int])
    guard let passage else { return nil }
    let title: String? = passage[0]
    let text: String? = passage[1]
    let titleMarks = title.map { search.terms.ranges(in: $0) } ?? []
    let textMarks = text.map { search.terms.ranges(in: $0) } ?? []
    let entries = try entries(of: found[0], around: textMarks)
    if search.filtersTasks && entries.isEmpty { return nil }
    let (titles, markers) = try way(to: passage[6], hasTitle: title != nil)
    return ArchiveHit(
      root: passage[8], path: passage[9], sha256: passage[10],
      document: ArchiveHit.Document(
        type: passage[11], code: passage[12], issuer: passage[13], date: passage[14],
        subject: passage[15], year: passage[16]),
      node: passage[7], titles: titles, markers: markers, kind: passage[2], title: title,
      text: text, titleMarks: titleMarks, textMarks: textMarks,
      place: ArchiveHit.Place(part: passage[3], paragraph: passage[4], line: passage[5]),
      isExact: found[1], score: found[2], entries: entries, citation: try citation(found[3]))
  }

  /// The entries of a passage that are what was asked for, and have one of the marks in them.
  private func entries(of passage: Int, around marks: [Range<Int>]) throws -> [ArchiveHit.Entry] {
    let (condition, values) = SearchQuery.taskCondition(search)
    let statement = try db.cachedStatement(
      sql: """
        SELECT t.id, t.task, t.role, t.text, t.deadline, t.deadline_edtf, t.due_last, t.start, t."end"
        FROM tasks t WHERE t.passage_id = ? AND \(condition) ORDER BY t.id
        """)
    let rows = try Row.fetchAll(statement, arguments: StatementArguments([passage] + values))
    return try rows.compactMap { row in
      let start: Int? = row[7]
      let end: Int? = row[8]
      if let start, let end, !marks.isEmpty,
        !marks.contains(where: { $0.lowerBound < end && start < $0.upperBound })
      {
        return nil
      }
      return ArchiveHit.Entry(
        task: row[1], role: row[2], text: row[3], lead: try actors(of: row[0], "lead"),
        cooperating: try actors(of: row[0], "cooperating"), deadline: row[4],
        deadlineEDTF: row[5], dueLast: row[6])
    }
  }

  private func actors(of task: Int, _ part: String) throws -> [String] {
    try String.fetchAll(
      try db.cachedStatement(
        sql: "SELECT name FROM actors WHERE task_id = ? AND part = ? ORDER BY position"),
      arguments: [task, part])
  }

  /// The titles above a passage and the markers down to its node; a title of its own is none above it.
  private func way(to node: Int?, hasTitle: Bool) throws -> (titles: [String], markers: [String]) {
    guard let node else { return ([], []) }
    let rows = try Row.fetchAll(
      try db.cachedStatement(
        sql: """
          WITH RECURSIVE way(id, parent_id, title, marker, depth) AS (
            SELECT id, parent_id, title, marker, 0 FROM nodes WHERE id = ?
            UNION ALL
            SELECT n.id, n.parent_id, n.title, n.marker, depth + 1
            FROM nodes n JOIN way ON n.id = way.parent_id)
          SELECT title, marker, depth FROM way ORDER BY depth DESC
          """), arguments: [node])
    let titles = rows.compactMap { row -> String? in
      let depth: Int = row[2]
      return hasTitle && depth == 0 ? nil : row[0]
    }
    return (titles, rows.compactMap { $0[1] })
  }

  private func citation(_ id: Int?) throws -> ArchiveHit.Citation? {
    guard let id else { return nil }
    return try Row.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT c.code, d.root, d.path FROM citations c
          LEFT JOIN documents d ON d.id = c.cited_document_id WHERE c.id = ?
          """), arguments: [id]
    ).map { ArchiveHit.Citation(code: $0[0], root: $0[1], path: $0[2]) }
  }
}
