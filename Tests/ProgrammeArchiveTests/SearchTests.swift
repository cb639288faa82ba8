import ProgrammeArchive
import Testing

@Suite struct SearchTests {
  static func plan(_ number: Int, _ lines: [String]) -> String {
    """
    ỦY BAN NHÂN DÂN
    HUYỆN BÌNH TRÚC
    Số: \(number)/KH-UBND
    Bình Trúc, ngày 10 tháng 01 năm \(2020 + number)

    KẾ HOẠCH
    Công tác năm \(2020 + number)

    I. NHIỆM VỤ
    \(lines.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n"))
    """
  }

  static let documents = [
    (
      "a.txt",
      plan(
        3,
        [
          "Giao Phòng Y tế vận động hộ dân dùng nước sạch, hoàn thành trước ngày 30/11/2023.",
          "Bồi dưỡng tài năng trẻ; kỹ thuật viên.", "Kết nạp đảng viên mới hai lần trong năm.",
        ])
    ),
    (
      "b.txt",
      plan(
        4,
        [
          "Phòng Văn hóa treo băng hay về phía tây huyện.", "Sửa kênh, nước phải rất sạch.",
          "Phát triển Đảng viên, mở lớp kĩ thuật trước ngày 15/6/2024.",
        ])
    ),
  ]

  static func nodes(_ words: String..., filter: (inout ArchiveSearch) -> Void = { _ in }) throws
    -> [String]
  {
    var search = ArchiveSearch(words: words)
    filter(&search)
    return try ArchiveFiles.archive(documents).hits(for: search)
      .map { "\($0.path):\($0.node ?? $0.kind)" }
  }

  @Test(arguments: ["nuoc sach", "nước sạch", "NƯỚC SẠCH", "nưóc sạch"])
  func `marks and capitals make no difference`(_ words: String) throws {
    #expect(try Self.nodes(words) == ["a.txt:1.1"])
    let parts = words.split(separator: " ").map(String.init)
    #expect(try Set(Self.nodes(parts[0], parts[1])) == ["a.txt:1.1", "b.txt:1.2"])
  }

  @Test(arguments: ["đảng viên", "dang vien", "Đảng Viên", "đang vien"])
  func `đ is d`(_ words: String) throws {
    #expect(try Set(Self.nodes(words)) == ["a.txt:1.3", "b.txt:1.3"])
  }

  @Test(arguments: ["kỹ thuật", "kĩ thuật", "ky thuat", "ki thuat"])
  func `i is y where both are written`(_ words: String) throws {
    #expect(try Set(Self.nodes(words)) == ["a.txt:1.2", "b.txt:1.3"])
  }

  @Test(arguments: [
    ("tài", "a.txt:1.2"), ("tây", "b.txt:1.1"), ("hai", "a.txt:1.3"), ("hay", "b.txt:1.1"),
  ])
  func `other words stay apart`(_ word: String, _ node: String) throws {
    #expect(try Self.nodes(word) == [node])
  }

  @Test func `what is written as typed comes first`() throws {
    #expect(try Self.nodes("kĩ thuật") == ["b.txt:1.3", "a.txt:1.2"])
    #expect(try Self.nodes("kỹ thuật") == ["a.txt:1.2", "b.txt:1.3"])
  }

  @Test func `a star stands for the rest of a word`() throws {
    #expect(try Self.nodes("kên*") == ["b.txt:1.2"])
    #expect(try Self.nodes("kên") == [])
  }

  @Test func `filters hold for document and entry`() throws {
    #expect(try Self.nodes("nuoc", filter: { $0.year = 2024 }) == ["b.txt:1.2"])
    #expect(try Self.nodes("nuoc", filter: { $0.type = "kh" }).count == 2)
    #expect(try Self.nodes("nuoc", filter: { $0.issuer = "huyen dong hai" }).count == 0)
    #expect(try Self.nodes("nuoc", filter: { $0.issuer = "uy ban nhan dan" }).count == 2)
    #expect(try Self.nodes("nuoc", filter: { $0.lead = "phong y te" }) == ["a.txt:1.1"])
    #expect(try Self.nodes(filter: { $0.dueBefore = "2024-01-01" }) == ["a.txt:1.1"])
    #expect(try Self.nodes(filter: { $0.dueAfter = "2023-12-31" }) == ["b.txt:1.3"])
    #expect(try Self.nodes("nuoc", filter: { $0.role = "statement" }) == [])
    #expect(try Self.nodes("nuoc", filter: { $0.limit = 1 }).count == 1)
  }

  @Test func `a hit has its way, its marks, who and when`() throws {
    let hits = try ArchiveFiles.archive(Self.documents)
      .hits(for: ArchiveSearch(words: ["nước sạch"]))
    let hit = try #require(hits.first)
    #expect(hit.root == "r" && hit.titles == ["NHIỆM VỤ"] && hit.markers == ["I.", "1."])
    #expect(hit.isExact && hit.document.year == 2023)
    let text = Array((hit.text ?? "").unicodeScalars)
    #expect(hit.textMarks.map { String(String.UnicodeScalarView(text[$0])) } == ["nước sạch"])
    let entry = try #require(hit.entries.first)
    #expect(entry.lead == ["Phòng Y tế"] && entry.dueLast == "2023-11-30")
  }

  @Test func `a document that is written anew is there once, one that goes not at all`() throws {
    let archive = try ArchiveFiles.archive(Self.documents)
    try archive.write([try ArchiveFiles.put("a.txt", Self.plan(3, ["Trồng cây."]))])
    #expect(try archive.hits(for: ArchiveSearch(words: ["nuoc sach"])).isEmpty)
    #expect(try archive.hits(for: ArchiveSearch(words: ["trong cay"])).count == 1)
    try archive.write([.gone(root: "r", path: "a.txt"), .gone(root: "r", path: "b.txt")])
    #expect(try archive.hits(for: ArchiveSearch(words: ["ke", "hoach"])).isEmpty)
    #expect(try archive.documents(below: "r").isEmpty)
  }
}
