import Foundation
import TestSupport
import Testing

/// `mucluc index` and `mucluc search` as they are called.
@Suite(.serialized) struct IndexTests {
  static func plan(_ number: Int, _ task: String) -> String {
    """
    HUYỆN ỦY BÌNH TRÚC
    Số: \(number)-KH/HU
    Bình Trúc, ngày 10 tháng 01 năm 2023

    KẾ HOẠCH
    Công tác năm 2023

    I. NHIỆM VỤ
    1. \(task)
    2. Giao Phòng Y tế kiểm tra nước sạch lần \(number) trước ngày 30/11/2023.
    """
  }

  /// A column of a query, a value a row.
  static func query(_ sql: String, _ database: String = "kho.db", in place: URL) throws -> [String]
  {
    try Mucluc.run("/usr/bin/env", ["sqlite3", database, sql], in: place).lines
  }

  /// What a search finds, as paths below their roots.
  static func paths(_ arguments: String..., in place: URL) throws -> [String] {
    let run = try Mucluc.run(
      Mucluc.path, ["search", "kho.db"] + arguments + ["--format", "json"], in: place)
    let json = try JSONSerialization.jsonObject(with: run.output) as? [String: Any]
    let hits = try #require(json?["hits"] as? [[String: Any]])
    return try hits.map {
      "\(try #require($0["root"] as? String))/\(try #require($0["path"] as? String))"
    }
  }

  @Test func `what is below the paths given stands in the database, and nothing else goes`() throws
  {
    try TemporaryPlace.with { place in
      try place.write(Self.plan(1, "Trồng rừng."), to: "2023/x/a.txt")
      try place.write(Self.plan(2, "Trồng rừng."), to: "2023/b%.txt")
      try place.write(Self.plan(3, "Trồng rừng."), to: "2024/a.txt")
      var run = try Mucluc.run("index", "2023/", "--output", "kho.db", in: place)
      #expect(run.status == 0 && run.output.isEmpty && run.errors.hasPrefix("indexed: 2"))
      #expect(try Self.paths("trong rung", in: place) == ["2023/b%25.txt", "2023/x/a.txt"])
      run = try Mucluc.run("index", "2024", "-o", "kho.db", in: place)
      #expect(run.errors.hasPrefix("indexed: 1"))
      #expect(try Self.paths("trong rung", in: place).count == 3)

      try place.write(Self.plan(1, "Đào kênh."), to: "2023/x/a.txt")
      try place.write(Self.plan(4, "Trồng rừng."), to: "2023/new.txt")
      for name in ["2023/b%.txt", "2024/a.txt"] {
        try FileManager.default.removeItem(at: place.appendingPathComponent(name))
      }
      run = try Mucluc.run("index", "2023", "-o", "kho.db", in: place)
      #expect(run.errors.hasPrefix("indexed: 2, taken out because gone: 1"))
      #expect(try Self.paths("trong rung", in: place) == ["2023/new.txt", "2024/a.txt"].reversed())
      run = try Mucluc.run("index", "-o", "kho.db", in: place)
      #expect(run.errors.hasPrefix("indexed: 0, unchanged: 2, taken out because gone: 1"))
      #expect(try Self.paths("trong rung", in: place) == ["2023/new.txt"])
      #expect(try Self.query("SELECT path FROM roots", in: place) == ["2023", "2024"])
      #expect(try Self.query("PRAGMA integrity_check", in: place) == ["ok"])
    }
  }

  @Test
  func
    `a file that cannot be read keeps what was read of it, and a path that is gone takes nothing out`()
    throws
  {
    try TemporaryPlace.with { place in
      let file = try place.write(Self.plan(1, "Trồng rừng."), to: "in/a.txt")
      try place.write(Self.plan(2, "Trồng rừng."), to: "in/b.txt")
      #expect(try Mucluc.run("index", "in", "-o", "kho.db", in: place).status == 0)
      try Data().write(to: file)
      var run = try Mucluc.run("index", "in", "-o", "kho.db", in: place)
      #expect(run.status == 1 && run.errors.contains("in/a.txt: error: "))
      #expect(try Self.query("SELECT path, code FROM failures", in: place) == ["a.txt|read.empty"])
      #expect(try Self.paths("trong rung", in: place).count == 2)
      try place.write(Self.plan(1, "Trồng rừng."), to: "in/a.txt")
      run = try Mucluc.run("index", "in", "-o", "kho.db", in: place)
      #expect(run.status == 0 && run.errors.hasPrefix("indexed: 1, unchanged: 1"))
      #expect(try Self.query("SELECT count(*) FROM failures", in: place) == ["0"])
      try FileManager.default.removeItem(at: place.appendingPathComponent("in"))
      run = try Mucluc.run("index", "in", "-o", "kho.db", in: place)
      #expect(run.status == 1 && run.errors.contains("in: error: there is no such file"))
      #expect(try Self.paths("trong rung", in: place).count == 2)
    }
  }

  @Test(arguments: [[], ["--time-limit", "60"]])
  func `a run that was killed again and again ends as one that was left alone`(
    _ limit: [String]
  ) throws {
    var random = SeededGenerator(seed: UInt64(Date().timeIntervalSince1970))
    try TemporaryPlace.with { place in
      for number in 1...300 {
        try place.write(Self.plan(number, "Trồng \(number) cây."), to: "in/\(number).txt")
      }
      let index = ["index", "in", "-q", "--jobs", "2", "--output"]
      let clock = ContinuousClock()
      let time = try clock.measure {
        _ = try Mucluc.run(Mucluc.path, index + ["alone.db"], in: place)
      }
      let usual = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
      for _ in 1...10 {
        let process = Mucluc.start(Mucluc.path, index + ["kho.db"] + limit, in: place)
        try process.run()
        Thread.sleep(forTimeInterval: usual * Double.random(in: 0.02...0.5, using: &random))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        if FileManager.default.fileExists(atPath: place.appendingPathComponent("kho.db").path) {
          #expect(try Self.query("PRAGMA integrity_check", in: place) == ["ok"])
        }
      }
      #expect(try Mucluc.run(Mucluc.path, index + ["kho.db"] + limit, in: place).status == 0)
      let expected = try Self.query(".dump", "alone.db", in: place)
      #expect(expected.count > 3000)
      #expect(try Self.query(".dump", in: place) == expected)
    }
  }

  @Test func `two runs at once lose nothing`() throws {
    try TemporaryPlace.with { place in
      for number in 1...150 {
        try place.write(Self.plan(number, "Trồng \(number) cây."), to: "2023/\(number).txt")
        try place.write(Self.plan(number, "Nuôi \(number) cá."), to: "2024/\(number).txt")
      }
      let runs = [["2023"], ["2024"], ["2023", "2024"]].map {
        Mucluc.start(Mucluc.path, ["index"] + $0 + ["-q", "-o", "kho.db"], in: place)
      }
      for run in runs { try run.run() }
      for run in runs {
        run.waitUntilExit()
        #expect(run.terminationStatus == 0)
      }
      #expect(try Self.query("SELECT count(*) FROM documents", in: place) == ["300"])
      #expect(try Self.query("SELECT count(*) FROM tasks", in: place) == ["600"])
      #expect(try Self.query("PRAGMA integrity_check", in: place) == ["ok"])
      #expect(
        try Self.query(
          "INSERT INTO passages_written(passages_written) VALUES ('integrity-check')", in: place)
          == [])
    }
  }

  @Test func `hits are printed for people, as JSON and as CSV`() throws {
    try TemporaryPlace.with { place in
      try place.write(Self.plan(7, "Trồng rừng."), to: "in/a.txt")
      try place.write(Self.plan(8, "Thực hiện Kế hoạch số 7-KH/HU của Huyện ủy."), to: "in/b.txt")
      _ = try Mucluc.run("index", "in", "-q", "--datasette", "-o", "kho.db", in: place)
      let text = try Mucluc.run("search", "kho.db", "nuoc", "sach", "--limit", "1", in: place)
      #expect(
        text.text == """
          in/a.txt, 1.2 (10)
            KẾ HOẠCH 7-KH/HU, HUYỆN ỦY BÌNH TRÚC, 2023-01-10: Công tác năm 2023
            I > 2: NHIỆM VỤ
            Giao Phòng Y tế kiểm tra [nước] [sạch] lần 7 trước ngày 30/11/2023.
            task 1.2/1, lead Phòng Y tế, due trước ngày 30/11/2023

          """)
      #expect(text.errors == "the first 1 hits; --limit shows more\n")
      let csv = try Mucluc.run("search", "kho.db", "nước", "--format", "csv", in: place)
        .text.split(separator: "\r\n")
      #expect(csv.count == 3 && csv[0].hasPrefix("root,path,sha256,issuer,type"))
      let cites = try Mucluc.run("search", "kho.db", "--cites", "7-KH/HU", in: place).text
      #expect(cites.contains("cites 7-KH/HU: in/a.txt"))
      #expect(try Self.paths("--cites", "8-KH/HU", in: place) == [])
      let metadata = try Data(contentsOf: place.appendingPathComponent("kho.metadata.json"))
      #expect(try JSONSerialization.jsonObject(with: metadata) is [String: Any])
    }
  }

  @Test func `what is wrong is said`() throws {
    try TemporaryPlace.with { place in
      try place.write("no database, but long enough to be read as one by a reader", to: "a.txt")
      func run(_ arguments: String...) throws -> (Int32, String) {
        let run = try Mucluc.run(Mucluc.path, arguments, in: place)
        return (run.status, run.errors)
      }
      #expect(try run("search", "none.db", "a").1.contains("[archive.not-found]"))
      #expect(try run("search", "a.txt", "a").1.contains("[archive.other-file]"))
      #expect(try run("index", "a.txt", "-o", "a.txt").1.contains("[archive.other-file]"))
      _ = try Self.query("CREATE TABLE t (a)", "other.db", in: place)
      #expect(try run("index", "a.txt", "-o", "other.db").1.contains("[archive.other-file]"))
      #expect(try run("search", "other.db").0 == 2)
      #expect(try run("search", "other.db", "a", "--due-before", "soon").0 == 2)
      #expect(try run("search", "other.db", "a", "--role", "actor").0 == 2)
      #expect(try run("index", "-", "-o", "new.db").0 == 2)
      #expect(try run("index", "-o", "new.db").0 == 2)
    }
  }
}
