import Testing

@testable import ProgrammeArchive

@Suite struct DatabaseTests {
  static func database() throws -> Database {
    let database = try Database(":memory:", isReadOnly: false, patience: 1)
    try database.execute(script: "CREATE TABLE t (a); CREATE TABLE u (a UNIQUE)")
    return database
  }

  static let values: [SQLValue] = [
    .null, .integer(0), .integer(.min), .integer(.max), .real(-0.5), .text(""), .text("a\u{0}b"),
    .text("Đảng viên 😀"),
  ]

  @Test(arguments: values)
  func `a value comes back as it went in`(_ value: SQLValue) throws {
    let database = try Self.database()
    try database.execute("INSERT INTO t VALUES (?)", [value])
    #expect(try database.rows("SELECT a FROM t").map(\.cells) == [[value]])
  }

  @Test func `bytes that are no text are nothing, bytes that are no UTF-8 are marked`() throws {
    let row = try Self.database().row("SELECT x'00ff', CAST(x'41ff' AS TEXT)")
    #expect(row?.cells == [.null, .text("A\u{FFFD}")])
  }

  @Test func `a number is real where it is whole, and text is no number`() throws {
    let row = try #require(try Self.database().row("SELECT 2, 2.5, '2'"))
    #expect(row.cells.map(\.real) == [2, 2.5, nil])
    #expect(row.cells.map(\.integer) == [2, nil, nil])
    #expect(row.cells.map(\.text) == [nil, nil, "2"])
  }

  @Test func `a statement begins anew each time, and takes the new values`() throws {
    let database = try Self.database()
    for number in 1...3 { try database.execute("INSERT INTO t VALUES (?)", [.integer(number)]) }
    #expect(try database.row("SELECT a FROM t WHERE a > ?", [.integer(1)])?[0] == .integer(2))
    #expect(try database.row("SELECT a FROM t WHERE a > ?", [.integer(2)])?[0] == .integer(3))
    #expect(try database.row("SELECT a FROM t WHERE a > ?", [.integer(3)]) == nil)
  }

  @Test func `what fails half-way leaves nothing, and the next one may write`() throws {
    let database = try Self.database()
    #expect(throws: ArchiveError.self) {
      try database.writing { () throws(ArchiveError) in
        try database.execute("INSERT INTO u VALUES (1)")
        try database.execute("INSERT INTO u VALUES (1)")
      }
    }
    #expect(try database.row("SELECT count(*) FROM u")?[0] == .integer(0))
    try database.writing { () throws(ArchiveError) in
      try database.execute("INSERT INTO u VALUES (1)")
    }
    #expect(try database.row("SELECT count(*) FROM u")?[0] == .integer(1))
  }

  @Test(arguments: ["SELEC 1", "SELECT a FROM nowhere", "SELECT"])
  func `a statement that makes no sense is an error in words`(_ sql: String) throws {
    let database = try Self.database()
    do throws(ArchiveError) {
      try database.execute(sql)
      Issue.record("it was carried out")
    } catch {
      guard case .failed(let reason) = error else { throw error }
      #expect(
        reason.contains("near") || reason.contains("no such") || reason.contains("incomplete"))
    }
  }

  @Test(arguments: ["", "-- nothing"])
  func `a text without a statement is an error, too`(_ sql: String) throws {
    #expect(throws: ArchiveError.failed("no statement")) { try Self.database().execute(sql) }
  }

  @Test(arguments: [
    ("Giao Sở Y tế rà soát", "so y te", 1), ("Giao Sở Y tế", "y so", 0),
    ("Giao Sở Y", "so y te", 0),
  ])
  func `has_words compares by keys`(_ text: String, _ words: String, _ found: Int) throws {
    let row = try Self.database().row("SELECT has_words(?, ?)", [.text(text), .text(words)])
    #expect(row?[0] == .integer(found))
  }

  @Test func `has_words finds nothing in nothing`() throws {
    let row = try Self.database().row("SELECT has_words(NULL, 'a'), has_words('a', NULL)")
    #expect(row?.cells == [.integer(0), .integer(0)])
  }

  @Test func `values of other kinds than an archive's stop no search`() throws {
    let archive = try ArchiveFiles.archive(SearchTests.documents)
    try archive.database.execute(
      script: """
        UPDATE passages SET kind = x'00', node_id = 'x', line = 'many';
        UPDATE documents SET year = x'00', subject = 5, sha256 = 2.5;
        UPDATE tasks SET start = 'a', text = x'ff', role = 1;
        """)
    let hits = try archive.hits(for: ArchiveSearch(words: ["nuoc sach"]))
    #expect(hits.map(\.path) == ["a.txt"])
    #expect(hits.first?.node == nil && hits.first?.document.year == nil)
  }
}
