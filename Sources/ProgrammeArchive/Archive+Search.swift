internal import VietnameseText

extension Archive {
  /// The passages that a search finds, the best first: those with the words as typed, then by bm25, where a word
  /// in a title counts more; without words in the order of the documents.
  public func hits(for search: ArchiveSearch) throws(ArchiveError) -> [ArchiveHit] {
    guard !search.isEmpty else { return [] }
    return try database.reading { () throws(ArchiveError) in
      let query = SearchQuery(search)
      let found = try database.statement(query.sql, query.arguments)
      defer { found.reset() }
      let reader = HitReader(db: database, search: search)
      var hits: [ArchiveHit] = []
      while hits.count < search.limit, let row = try found.next() {
        if let hit = try reader.hit(row) { hits.append(hit) }
      }
      return hits
    }
  }
}

/// A search in SQL; its rows are the number of a passage, whether it is exact, its score, and the number of a
/// citation.
private struct SearchQuery {
  private(set) var arguments: [SQLValue] = []
  private(set) var sql = ""

  init(_ search: ArchiveSearch) {
    let hasWords = !search.terms.isEmpty
    var tables = hasWords ? "passages_key k" : "passages p"
    let passage = hasWords ? "k.rowid" : "p.id"
    var conditions: [String] = []
    var exact = "0"
    if hasWords, let written = search.terms.writtenQuery {
      exact = "k.rowid IN (SELECT rowid FROM passages_written WHERE passages_written MATCH ?)"
      arguments.append(.text(written))
    }
    let score = hasWords ? "-bm25(passages_key, 3.0, 1.0)" : "0.0"
    if hasWords && search.filtersDocuments {
      tables += " JOIN passages p ON p.id = k.rowid"
    }
    if search.cites != nil { tables += " JOIN citations c ON c.passage_id = \(passage)" }
    func add(_ condition: String, _ value: SQLValue) {
      conditions.append(condition)
      arguments.append(value)
    }
    if hasWords { add("passages_key MATCH ?", SQLValue(search.terms.keyQuery)) }
    if let cites = search.cites { add("c.code_key = ?", SQLValue(DocumentCode.key(cites))) }
    if search.filtersDocuments {
      var parts: [String] = []
      if let issuer = search.issuer {
        parts.append("has_words(issuer, ?)")
        arguments.append(.text(issuer))
      }
      if let type = search.type {
        parts.append("(has_words(type, ?) OR type_code = ? COLLATE NOCASE)")
        arguments += [.text(type), .text(type)]
      }
      if let year = search.year {
        parts.append("(year = ? OR period_first <= ? AND period_last >= ?)")
        arguments += [.integer(year), .text("\(year)-12-31"), .text("\(year)-01-01")]
      }
      conditions.append(
        "p.document_id IN (SELECT id FROM documents WHERE \(parts.joined(separator: " AND ")))")
    }
    if search.filtersTasks {
      let (condition, values) = Self.taskCondition(search)
      // Few entries have a day, most have a role. With + the words are looked up once, not for each of the entries.
      conditions.append(
        search.dueBefore != nil || search.dueAfter != nil
          ? "\(hasWords ? "+" : "")\(passage) IN (SELECT t.passage_id FROM tasks t WHERE \(condition))"
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
  static func taskCondition(_ search: ArchiveSearch) -> (String, [SQLValue]) {
    var parts: [String] = []
    var values: [SQLValue] = []
    if let role = search.role {
      parts.append("t.role = ?")
      values.append(.text(role))
    }
    if let before = search.dueBefore {
      parts.append("t.due_last < ?")
      values.append(.text(before))
    }
    if let after = search.dueAfter {
      parts.append("t.due_last > ?")
      values.append(.text(after))
    }
    if let lead = search.lead {
      parts.append(
        """
        EXISTS (SELECT 1 FROM actors a WHERE a.task_id = t.id AND a.part = 'lead' \
        AND has_words(a.name, ?))
        """)
      values.append(.text(lead))
    }
    return (parts.isEmpty ? "1" : parts.joined(separator: " AND "), values)
  }
}

/// What makes hits of the passages found.
private struct HitReader {
  let db: Database
  let search: ArchiveSearch

  /// The hit of a row of the search, or `nil` where the words stand beside the entries that were asked for.
  func hit(_ found: SQLRow) throws(ArchiveError) -> ArchiveHit? {
    let passage = try db.row(
      """
      SELECT p.title, p.text, p.kind, iif(p.paragraph IS NULL, NULL, coalesce(p.part, d.part)), p.paragraph, p.line, p.node_id, n.node,
        d.root, d.path, d.sha256, d.type, d.code, d.issuer, coalesce(d.date_edtf, d.date),
        d.subject, d.year
      FROM passages p JOIN documents d ON d.id = p.document_id
      LEFT JOIN nodes n ON n.id = p.node_id WHERE p.id = ?
      """, [found[0]])
    guard let passage else { return nil }
    let title = passage[0].text
    let text = passage[1].text
    let titleMarks = title.map { search.terms.ranges(in: $0) } ?? []
    let textMarks = text.map { search.terms.ranges(in: $0) } ?? []
    let entries = try entries(of: found[0], around: textMarks)
    if search.filtersTasks && entries.isEmpty { return nil }
    let (titles, markers) = try way(to: passage[6], hasTitle: title != nil)
    return ArchiveHit(
      root: passage[8].text ?? "", path: passage[9].text ?? "", sha256: passage[10].text ?? "",
      document: ArchiveHit.Document(
        type: passage[11].text, code: passage[12].text, issuer: passage[13].text,
        date: passage[14].text, subject: passage[15].text, year: passage[16].integer),
      node: passage[7].text, titles: titles, markers: markers, kind: passage[2].text ?? "",
      title: title, text: text, titleMarks: titleMarks, textMarks: textMarks,
      place: ArchiveHit.Place(
        part: passage[3].text, paragraph: passage[4].integer, line: passage[5].integer),
      isExact: found[1] == .integer(1), score: found[2].real ?? 0, entries: entries,
      citation: try citation(found[3]))
  }

  /// The entries of a passage that are what was asked for, and have one of the marks in them.
  private func entries(
    of passage: SQLValue, around marks: [Range<Int>]
  ) throws(ArchiveError) -> [ArchiveHit.Entry] {
    let (condition, values) = SearchQuery.taskCondition(search)
    let rows = try db.rows(
      """
      SELECT t.id, t.task, t.role, t.text, t.deadline, t.deadline_edtf, t.due_last, t.start, t."end"
      FROM tasks t WHERE t.passage_id = ? AND \(condition) ORDER BY t.id
      """, [passage] + values)
    var entries: [ArchiveHit.Entry] = []
    for row in rows {
      if let start = row[7].integer, let end = row[8].integer, !marks.isEmpty,
        !marks.contains(where: { $0.lowerBound < end && start < $0.upperBound })
      {
        continue
      }
      entries.append(
        ArchiveHit.Entry(
          task: row[1].text ?? "", role: row[2].text ?? "", text: row[3].text ?? "",
          lead: try actors(of: row[0], "lead"),
          cooperating: try actors(of: row[0], "cooperating"), deadline: row[4].text,
          deadlineEDTF: row[5].text, dueLast: row[6].text))
    }
    return entries
  }

  private func actors(of task: SQLValue, _ part: String) throws(ArchiveError) -> [String] {
    try db.rows(
      "SELECT name FROM actors WHERE task_id = ? AND part = ? ORDER BY position",
      [task, .text(part)]
    ).compactMap(\.[0].text)
  }

  /// The titles above a passage and the markers down to its node; a title of its own is none above it.
  private func way(
    to node: SQLValue, hasTitle: Bool
  ) throws(ArchiveError) -> (titles: [String], markers: [String]) {
    let rows = try db.rows(
      """
      WITH RECURSIVE way(id, parent_id, title, marker, depth) AS (
        SELECT id, parent_id, title, marker, 0 FROM nodes WHERE id = ?
        UNION ALL
        SELECT n.id, n.parent_id, n.title, n.marker, depth + 1
        FROM nodes n JOIN way ON n.id = way.parent_id)
      SELECT title, marker, depth FROM way ORDER BY depth DESC
      """, [node])
    let titles = rows.compactMap { row in
      hasTitle && row[2] == .integer(0) ? nil : row[0].text
    }
    return (titles, rows.compactMap(\.[1].text))
  }

  private func citation(_ id: SQLValue) throws(ArchiveError) -> ArchiveHit.Citation? {
    guard id != .null else { return nil }
    return try db.row(
      """
      SELECT c.code, d.root, d.path FROM citations c
      LEFT JOIN documents d ON d.id = c.cited_document_id WHERE c.id = ?
      """, [id]
    ).map {
      ArchiveHit.Citation(code: $0[0].text ?? "", root: $0[1].text, path: $0[2].text)
    }
  }
}
