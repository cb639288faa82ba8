import Foundation
import TestSupport
import Testing

/// The site that `--to html` makes of a folder.
@Suite struct SiteTests {
  @Test func `a folder becomes pages and an index that leads to all of them`() throws {
    try TemporaryPlace.with { place in
      try Self.write(to: place)
      let run = try Mucluc.run("convert", "in", "--to", "html", "--output", "site", in: place)
      #expect(run.status == 1, "\(run.errors)")
      let index = try Self.index(in: place)
      for link in ["2022/kê%20hoach.html", "2023/mot%20%231.html", "2023/hai.html"] {
        #expect(index.contains("href=\"\(link)\""), "\(link)")
      }
      #expect(index.contains("<b>2023/hong.docx</b>"))
      for words in ["SỞ Y TẾ", "KẾ HOẠCH", "2023", "tháng 6/2023", "30/6/2023", "#n1/1"] {
        #expect(index.contains(words), "\(words)")
      }
      let page = try String(
        contentsOf: place.appendingPathComponent("site/2023/hai.html"), encoding: .utf8)
      #expect(page.contains("<a href=\"../index.html\">"))
    }
  }

  @Test func `a single file that becomes a file has no index`() throws {
    try TemporaryPlace.with { place in
      try Self.write(to: place)
      let file = "in/2023/hai.txt"
      let run = try Mucluc.run("convert", file, "--to", "html", "-q", "-o", "a.html", in: place)
      #expect(run.status == 0)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() == [
          "a.html", "in",
        ])
      let alone = try Mucluc.run("convert", file, "--to", "html", "-q", "-o", "one/", in: place)
      #expect(alone.status == 0)
      #expect(try Self.names(in: place, "one") == ["hai.html", "index.html"])
    }
  }

  @Test func `what is skipped stays in the index, what is taken away does not`() throws {
    try TemporaryPlace.with { place in
      try Self.write(to: place)
      let arguments = [
        "convert", "in", "--to", "html", "-o", "site", "-q", "--report", "r.jsonl", "--fail-on",
        "never",
      ]
      _ = try Mucluc.run(Mucluc.path, arguments, in: place)
      let first = try place.appendingPathComponent("site").contents()
      _ = try Mucluc.run(Mucluc.path, arguments + ["--skip-unchanged"], in: place)
      #expect(try place.appendingPathComponent("site").contents() == first)
      let report = try String(contentsOf: place.appendingPathComponent("r.jsonl"), encoding: .utf8)
      #expect(report.components(separatedBy: "\"unchanged\"").count == 4)

      try FileManager.default.removeItem(at: place.appendingPathComponent("in/2023/hai.txt"))
      _ = try Mucluc.run(Mucluc.path, arguments + ["--skip-unchanged"], in: place)
      #expect(try Self.index(in: place).contains("2023/hai.html"))
      _ = try Mucluc.run(Mucluc.path, arguments + ["--skip-unchanged", "--prune"], in: place)
      let last = try Self.index(in: place)
      #expect(!last.contains("2023/hai.html") && last.contains("2023/mot"))
      // The pieces of earlier indexes are gone.
      let folders = try FileManager.default.contentsOfDirectory(
        atPath: place.appendingPathComponent("site/index_files").path)
      #expect(folders.filter { !$0.hasSuffix(".js") }.count == 1)
      #expect(
        last.contains(
          "data-pieces=\"index_files/\(folders.first { !$0.hasSuffix(".js") } ?? "")/\""))
    }
  }

  @Test func `pages of another run stay, and pages of other programs are left alone`() throws {
    try TemporaryPlace.with { place in
      try Self.write(to: place)
      _ = try Mucluc.run("convert", "in/2022", "--to", "html", "-q", "-o", "site", in: place)
      try place.write("<html><body>riêng</body></html>", to: "site/khac.html")
      _ = try Mucluc.run(
        "convert", "in/2023/hai.txt", "--to", "html", "-q", "-o", "site", in: place)
      let index = try Self.index(in: place)
      #expect(index.contains("href=\"hai.html\""))
      #expect(index.contains("href=\"kê%20hoach.html\""))
      #expect(!index.contains("khac.html"))
    }
  }

  @Test func `documents with the names of the index keep their full names`() throws {
    try TemporaryPlace.with { place in
      for name in ["index.txt", "Index.docx.txt", "index_files/a.txt", "b.txt"] {
        try place.write("KẾ HOẠCH\n1. Mở lớp.\n", to: "in/\(name)")
      }
      let run = try Mucluc.run("convert", "in", "--to", "html", "-q", "-o", "site", in: place)
      #expect(run.status == 0, "\(run.errors)")
      #expect(
        try Self.names(in: place, "site") == [
          "Index.docx.html", "b.html", "in/index_files/a.txt.html", "index.html", "index.txt.html",
        ])
    }
  }

  @Test func `an input is not overwritten by the index`() throws {
    try TemporaryPlace.with { place in
      try place.write("<p>KẾ HOẠCH</p><p>1. Mở lớp.</p>", to: "in/index.html")
      let run = try Mucluc.run("convert", "in", "--to", "html", "-q", "-o", "in", in: place)
      #expect(run.status == 1)
      #expect(run.errors.contains("in/index.html"))
      #expect(
        try String(contentsOf: place.appendingPathComponent("in/index.html"), encoding: .utf8)
          .hasPrefix("<p>"))
    }
  }

  @Test func `a run that is killed leaves a whole index`() throws {
    try TemporaryPlace.with { place in
      for number in 0..<60 {
        try place.write("KẾ HOẠCH\nSố \(number)\n1. Mở lớp số \(number).\n", to: "in/\(number).txt")
      }
      for turn in 1...6 {
        let process = Mucluc.start(
          Mucluc.path, ["convert", "in", "--to", "html", "-q", "-o", "site"], in: place)
        process.standardError = FileHandle.nullDevice
        try process.run()
        Thread.sleep(forTimeInterval: 0.06 * Double(turn))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let file = place.appendingPathComponent("site/index.html")
        guard let index = try? String(contentsOf: file, encoding: .utf8) else { continue }
        #expect(index.hasSuffix("</html>\n"))
        let folder = try #require(index.firstMatch(of: /data-pieces="([^"]*)"/)?.1)
        let guide = place.appendingPathComponent("site/\(folder)search.js")
        #expect(FileManager.default.fileExists(atPath: guide.path))
      }
      _ = try Mucluc.run("convert", "in", "--to", "html", "-q", "-o", "site", in: place)
      let left = try place.appendingPathComponent("site").contents().keys.filter {
        $0.hasSuffix(".tmp") || $0.contains(".mucluc-")
      }
      #expect(left.isEmpty)
    }
  }

  @Test func `a worker makes the same site`() throws {
    try TemporaryPlace.with { place in
      try Self.write(to: place)
      for (folder, limits) in [("one", []), ("two", ["--time-limit", "60"])] {
        _ = try Mucluc.run(
          Mucluc.path, ["convert", "in", "--to", "html", "-q", "-o", folder] + limits, in: place)
      }
      #expect(
        try place.appendingPathComponent("one").contents()
          == place.appendingPathComponent("two").contents())
    }
  }

  // MARK: In a browser

  static let hasBrowser =
    (Tool.path(of: "chromium") ?? Tool.path(of: "google-chrome")) != nil && Python.path != nil

  @Test(
    .enabled(if: hasBrowser, "Chromium and python3 are needed"), arguments: ["", "PHONE", "DARK"])
  func `a person searches, follows what is found and comes back`(_ window: String) throws {
    try TemporaryPlace.with { place in
      try Self.write(to: place)
      _ = try Mucluc.run("convert", "in", "--to", "html", "-q", "-o", "site", in: place)
      let lines = try Self.browse(
        place,
        [
          "search nuoc sach", "search NƯỚC SẠ", "search nuoc sa ", "search so y te",
          "search 139 ubnd", "search không có từ này", "search nuoc sach", "follow", "next",
          "previous", "index", "open SỞ Y TẾ",
        ], environment: window.isEmpty ? [:] : [window: "1"])
      let found = "KẾ HOẠCH Đào tạo năm 2024 | SỞ Y TẾ | Kiểm tra nước sạch ở xã."
      #expect(
        lines == [
          "nuoc sach: 2 \(found)", "NƯỚC SẠ: 2 \(found)", "nuoc sa : 0",
          "so y te: 3 KẾ HOẠCH Đào tạo năm 2024 | SỞ Y TẾ",
          "139 ubnd: 1 KẾ HOẠCH Cấp nước | 139/KH-UBND · SỞ Y TẾ", "không có từ này: 0",
          "nuoc sach: 2 \(found)", "2023/hai.html 2", "2023/mot #1.html", "2023/hai.html",
          "index.html", "2",
        ])
    }
  }

  private static func browse(
    _ place: URL, _ steps: [String], environment: [String: String] = [:]
  ) throws -> [String] {
    let script = Fixtures.folder.appendingPathComponent("site/check-site").path
    let run = try Mucluc.run(
      Python.path ?? "", [script, "site"] + steps, in: place, environment: environment)
    #expect(run.status == 0, "\(run.errors)")
    return run.lines
  }

  // MARK: Documents

  private static func write(to place: URL) throws {
    try place.write(
      """
      SỞ Y TẾ
      Số 139/KH-UBND
      KẾ HOẠCH
      Cấp nước
      1. Sở Y tế kiểm tra nước sạch trước ngày 30/6/2023.
      2. Mở lớp tập huấn về quý hiếm.

      """, to: "in/2023/mot #1.txt")
    try place.write(
      "SỞ Y TẾ\nKẾ HOẠCH\nĐào tạo năm 2024\n1. Mở lớp.\n2. Kiểm tra nước sạch ở xã.\n",
      to: "in/2023/hai.txt")
    try place.write("BÁO CÁO\nTổng kết\n1. Việc đã làm.\n", to: "in/2022/kê hoach.txt")
    try place.write("PK hỏng", to: "in/2023/hong.docx")
  }

  private static func index(in place: URL) throws -> String {
    try String(contentsOf: place.appendingPathComponent("site/index.html"), encoding: .utf8)
  }

  private static func names(in place: URL, _ folder: String) throws -> [String] {
    try place.appendingPathComponent(folder).contents().keys.filter {
      !$0.hasPrefix("index_files/")
    }
    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
