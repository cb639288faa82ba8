internal import VietnameseText

/// The tables of an archive, as `Documentation/archive.md` describes them.
enum ArchiveSchema {
  /// The value of `PRAGMA application_id`: the letters MucL.
  static let applicationID = 0x4D75_634C

  /// The value of `PRAGMA user_version`; it rises when the tables or the search key change.
  static let version = 1

  /// The statements that make the tables.
  static let sql = """
    CREATE TABLE roots (path TEXT PRIMARY KEY) WITHOUT ROWID;

    CREATE TABLE documents (
      id INTEGER PRIMARY KEY,
      root TEXT NOT NULL REFERENCES roots(path), path TEXT NOT NULL, sha256 TEXT NOT NULL,
      name TEXT NOT NULL, format TEXT NOT NULL, via TEXT, byte_count INTEGER NOT NULL, encoding TEXT,
      superior TEXT, issuer TEXT, number TEXT, symbol TEXT, code TEXT, type TEXT, type_code TEXT,
      subject TEXT, place TEXT, date TEXT, date_edtf TEXT, date_first TEXT, date_last TEXT,
      year INTEGER, period TEXT, period_edtf TEXT, period_first TEXT, period_last TEXT,
      signed_for TEXT, signed_as TEXT, signed_by TEXT, security TEXT, urgency TEXT, is_draft INTEGER NOT NULL,
      part TEXT, code_key TEXT, reading TEXT NOT NULL,
      UNIQUE (root, path));
    CREATE INDEX documents_by_code ON documents(code_key);

    CREATE TABLE nodes (
      id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL REFERENCES documents(id),
      parent_id INTEGER REFERENCES nodes(id), node TEXT NOT NULL, kind TEXT NOT NULL, marker TEXT,
      title TEXT, part TEXT, paragraph INTEGER, line INTEGER);
    CREATE INDEX nodes_by_document ON nodes(document_id);

    CREATE TABLE passages (
      id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL REFERENCES documents(id),
      node_id INTEGER REFERENCES nodes(id), zone TEXT NOT NULL, kind TEXT NOT NULL, title TEXT,
      text TEXT, part TEXT, paragraph INTEGER, line INTEGER);
    CREATE INDEX passages_by_document ON passages(document_id);

    CREATE TABLE tasks (
      id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL REFERENCES documents(id),
      passage_id INTEGER NOT NULL REFERENCES passages(id), node_id INTEGER REFERENCES nodes(id),
      task TEXT NOT NULL, role TEXT NOT NULL, text TEXT NOT NULL, start INTEGER, "end" INTEGER,
      section TEXT, row INTEGER, number TEXT, continuing INTEGER NOT NULL, lead_from TEXT,
      deadline TEXT, deadline_edtf TEXT, due_first TEXT, due_last TEXT, product TEXT);
    CREATE INDEX tasks_by_document ON tasks(document_id);
    CREATE INDEX tasks_by_passage ON tasks(passage_id);
    CREATE INDEX tasks_by_day ON tasks(due_last) WHERE due_last IS NOT NULL;

    CREATE TABLE actors (
      task_id INTEGER NOT NULL REFERENCES tasks(id), part TEXT NOT NULL, position INTEGER NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (task_id, part, position)) WITHOUT ROWID;

    CREATE TABLE targets (
      task_id INTEGER NOT NULL REFERENCES tasks(id), position INTEGER NOT NULL,
      indicator TEXT NOT NULL, comparator TEXT NOT NULL, value REAL, value_text TEXT NOT NULL,
      unit TEXT NOT NULL, by TEXT, by_first TEXT, by_last TEXT,
      PRIMARY KEY (task_id, position)) WITHOUT ROWID;

    CREATE TABLE facts (
      passage_id INTEGER NOT NULL REFERENCES passages(id), position INTEGER NOT NULL,
      task_id INTEGER REFERENCES tasks(id), kind TEXT NOT NULL, text TEXT NOT NULL,
      field TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, name TEXT, name_kind TEXT,
      edtf TEXT, first_day TEXT, last_day TEXT, amount REAL, amount_text TEXT, unit TEXT,
      PRIMARY KEY (passage_id, position)) WITHOUT ROWID;

    CREATE TABLE citations (
      id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL REFERENCES documents(id),
      passage_id INTEGER NOT NULL REFERENCES passages(id), position INTEGER NOT NULL,
      type TEXT NOT NULL, type_code TEXT, code TEXT, number TEXT, symbol TEXT, date TEXT, issuer TEXT,
      title TEXT, code_key TEXT, cited_document_id INTEGER REFERENCES documents(id));
    CREATE INDEX citations_by_document ON citations(document_id);
    CREATE INDEX citations_by_code ON citations(code_key);
    CREATE INDEX citations_by_cited ON citations(cited_document_id);

    CREATE TABLE diagnostics (
      id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL REFERENCES documents(id),
      severity TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, part TEXT,
      paragraph INTEGER, line INTEGER);
    CREATE INDEX diagnostics_by_document ON diagnostics(document_id);

    CREATE TABLE failures (
      root TEXT NOT NULL REFERENCES roots(path), path TEXT NOT NULL, code TEXT NOT NULL,
      message TEXT NOT NULL,
      PRIMARY KEY (root, path)) WITHOUT ROWID;

    CREATE VIRTUAL TABLE passages_written USING fts5(
      title, text, content='passages', content_rowid='id', tokenize='unicode61 remove_diacritics 0');
    CREATE VIRTUAL TABLE passages_key USING fts5(
      title, text, content='', tokenize='unicode61 remove_diacritics 2');

    CREATE VIEW entries AS
      SELECT t.id, d.root, d.path, d.sha256, d.issuer, d.type, d.code, d.year, n.node, t.task, t.role,
        t.text, (SELECT group_concat(name, ' | ') FROM actors a
          WHERE a.task_id = t.id AND a.part = 'lead') AS lead,
        (SELECT group_concat(name, ' | ') FROM actors a
          WHERE a.task_id = t.id AND a.part = 'cooperating') AS cooperating,
        t.deadline, t.due_first, t.due_last, t.product
      FROM tasks t JOIN documents d ON d.id = t.document_id LEFT JOIN nodes n ON n.id = t.node_id;

    CREATE TABLE spellings (number INTEGER PRIMARY KEY, written TEXT NOT NULL, key TEXT NOT NULL);
    """

  /// The tables whose rows belong to a document, those first that point to others, with what their rows of
  /// one document are found by.
  static let dependents = [
    ("facts", "passage_id IN (SELECT id FROM passages WHERE document_id = ?)"),
    ("actors", "task_id IN (SELECT id FROM tasks WHERE document_id = ?)"),
    ("targets", "task_id IN (SELECT id FROM tasks WHERE document_id = ?)"),
    ("citations", "document_id = ?"), ("diagnostics", "document_id = ?"),
    ("tasks", "document_id = ?"), ("passages", "document_id = ?"), ("nodes", "document_id = ?"),
  ]

  /// Makes the tables.
  static func make(in db: Database) throws(ArchiveError) {
    try db.execute(script: sql)
    for (index, pair) in SearchKey.spellings.enumerated() {
      try db.execute(
        "INSERT INTO spellings VALUES (?, ?, ?)",
        [.integer(index + 1), .text(pair.written), .text(pair.key)])
    }
    try db.execute(
      script: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version);")
  }
}
