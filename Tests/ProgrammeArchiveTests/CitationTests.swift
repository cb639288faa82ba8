import MucLuc
import Testing

@testable import ProgrammeArchive

/// Citations on a set that is made for them: which document of the archive each of them names.
@Suite struct CitationTests {
  /// A plan with number and symbol, of a body and a day.
  static func document(
    _ issuer: String, _ code: String, _ date: (day: Int, month: Int, year: Int),
    citing: [String] = []
  ) -> String {
    """
    \(issuer)
    Số: \(code)
    \(issuer.hasSuffix("ĐÔNG HẢI") ? "Đông Hải" : "Bình Trúc"), ngày \(date.day) tháng \(date.month) năm \(date.year)

    KẾ HOẠCH
    Thực hiện nhiệm vụ năm \(date.year)

    I. NHIỆM VỤ
    \(citing.enumerated().map { "\($0 + 1). Tiếp tục thực hiện \($1)." }.joined(separator: "\n"))
    """
  }

  /// The documents that the citations of the last one name, by their paths.
  static func cited(_ documents: [(String, String)]) throws -> [String?] {
    let archive = try ArchiveFiles.archive(documents)
    return try archive.hits(for: ArchiveFiles.cites("139-KH/HU")).map { $0.citation?.path }
  }

  static let plan = document("HUYỆN ỦY BÌNH TRÚC", "139-KH/HU", (26, 6, 2023))
  static let other = document("HUYỆN ỦY ĐÔNG HẢI", "139-KH/HU", (14, 5, 2021))

  @Test(arguments: [
    "Kế hoạch số 139-KH/HU ngày 26/6/2023 của Ban Thường vụ Huyện ủy Bình Trúc",
    "Kế hoạch số 139-KH/HU ngày 26/6/2023 của Huyện ủy",
    "Kế hoạch số 139-KH/HU, ngày 26/6/2023 của Huyện ủy Bình Trúc",
    "Kế hoạch số 139-KH/HU ngày 26/6/2023",
    "Kế hoạch số 139-KH/HU của Huyện ủy Bình Trúc",
  ])
  func `a citation names the document that everything it says fits`(_ words: String) throws {
    let citing = Self.document("HUYỆN ỦY BÌNH TRÚC", "7-KH/HU", (3, 1, 2024), citing: [words])
    let paths = try Self.cited([
      ("plan.txt", Self.plan), ("other.txt", Self.other), ("z.txt", citing),
    ])
    #expect(paths == ["plan.txt"], "\(words)")
  }

  @Test(arguments: [
    "Kế hoạch số 139-KH/HU ngày 27/6/2023 của Huyện ủy Bình Trúc",
    "Kế hoạch số 139-KH/HU ngày 26/6/2023 của Huyện ủy Mỹ Lâm",
    "Kế hoạch số 139-KH/HU",
    "Nghị quyết số 139-KH/HU ngày 26/6/2023 của Huyện ủy Bình Trúc",
    "Kế hoạch số 139-KH/HU của Huyện ủy",
    "Kế hoạch số 139-KH/HU của Ban Thường vụ Huyện ủy Bình Trúc",
  ])
  func `a citation that something speaks against, or too little for, stays open`(
    _ words: String
  ) throws {
    let citing = Self.document("HUYỆN ỦY BÌNH TRÚC", "7-KH/HU", (3, 1, 2024), citing: [words])
    let paths = try Self.cited([
      ("plan.txt", Self.plan), ("other.txt", Self.other), ("z.txt", citing),
    ])
    #expect(paths == [nil], "\(words)")
  }

  @Test func `a document does not cite what came later`() throws {
    let words = "Kế hoạch số 139-KH/HU của Huyện ủy Bình Trúc"
    let citing = Self.document("HUYỆN ỦY BÌNH TRÚC", "7-KH/HU", (3, 1, 2022), citing: [words])
    #expect(try Self.cited([("plan.txt", Self.plan), ("z.txt", citing)]) == [nil])
  }

  @Test func `an open citation is closed when the document comes, and opened when it goes`() throws
  {
    let words = "Kế hoạch số 139-KH/HU ngày 26/6/2023 của Huyện ủy"
    let citing = Self.document("HUYỆN ỦY BÌNH TRÚC", "7-KH/HU", (3, 1, 2024), citing: [words])
    let archive = try ArchiveFiles.archive([("a.txt", citing)])
    let search = ArchiveFiles.cites("139-kh/hu")
    #expect(try archive.hits(for: search).map { $0.citation?.path } == [nil])
    try archive.write([try ArchiveFiles.put("plan.txt", Self.plan)])
    #expect(try archive.hits(for: search).map { $0.citation?.path } == ["plan.txt"])
    try archive.write([.gone(root: "r", path: "plan.txt")])
    #expect(try archive.hits(for: search).map { $0.citation?.path } == [nil])
  }

  @Test func `of copies the one whose path is the first is named, in whatever order they come`()
    throws
  {
    let words = "Kế hoạch số 139-KH/HU ngày 26/6/2023 của Huyện ủy"
    let citing = Self.document("HUYỆN ỦY BÌNH TRÚC", "7-KH/HU", (3, 1, 2024), citing: [words])
    let archive = try ArchiveFiles.archive([("b.txt", Self.plan), ("x.txt", citing)])
    func cited() throws -> [String?] {
      try archive.hits(for: ArchiveFiles.cites("139-KH/HU")).map { $0.citation?.path }
    }
    #expect(try cited() == ["b.txt"])
    try archive.write([try ArchiveFiles.put("a.txt", Self.plan)])
    #expect(try cited() == ["a.txt"])
    try archive.write([
      try ArchiveFiles.put("c.txt", Self.plan), try ArchiveFiles.put("y.txt", citing),
    ])
    #expect(try cited() == ["a.txt", "a.txt"])
    try archive.write([.gone(root: "r", path: "a.txt")])
    #expect(try cited() == ["b.txt", "b.txt"])
  }

  @Test func `abbreviations of the body's name are known by their letters`() {
    let document = CitationResolver.Document(
      id: 7, typeCode: "QĐ", date: ("2005-11-14", "2005-11-14"),
      issuer: "uy ban nhan dan tinh song lam",
      words: ["uy", "ban", "nhan", "dan", "tinh", "song", "lam"], initials: ["ubndtsl"])
    func cited(_ issuer: String?, _ code: String = "77/2005/qd-ubnd") -> Int? {
      let citation = CitationResolver.Citation(
        typeCode: "QĐ", date: nil, issuer: issuer, citedBy: "2006-05-09")
      return CitationResolver.cited(citation, code: code, among: [document])
    }
    #expect(cited("UBND tỉnh") == 7)
    #expect(cited("UBND tỉnh Sông Lam") == 7)
    #expect(cited(nil) == 7)
    #expect(cited("HĐND tỉnh") == nil)
    #expect(cited("UBND huyện") == nil)
    #expect(cited(nil, "77/qd-ubnd") == nil)
  }
}
