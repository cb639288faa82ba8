@testable import ProgrammeExport
import ProgrammeModel
import Testing

struct ArchiveRecordTests {
  /// A programme with metadata, marks and facts, and nothing else.
  private func programme(
    _ metadata: Metadata = Metadata(), name: String = "ke-hoach.docx", marks: [String] = [],
    facts: [Fact] = [], diagnostics: [Diagnostic] = []
  ) -> Programme {
    let location = Location(line: 1)
    let node = Node(
      id: "1", kind: .item, marker: nil, title: nil, facts: [],
      content: [.paragraph(Paragraph(text: "", location: location, facts: facts))], children: [],
      location: location)
    return Programme(
      source: SourceDescription(
        name: name, format: .docx, byteCount: 1, sha256: "0123456789abcdef", encoding: nil,
        paragraphCount: 1),
      metadata: metadata,
      tree: TaskTree(
        lines: marks.map { DocumentLine(role: .mark, text: $0, location: location) },
        outline: [node]),
      normalization: [], coverage: Coverage(sourceCharacters: 0, placedCharacters: 0, unread: []),
      diagnostics: diagnostics)
  }

  private func name(_ name: String) -> Fact {
    Fact(
      text: name, range: TextRange(0, 1),
      value: .organization(Name(name: name, kind: "Sở")))
  }

  @Test func `a programme of the Party fills the fields it tells about`() {
    let record = ArchiveRecord(
      of: programme(
        Metadata(
          issuer: "HUYỆN ỦY SƠN HÀ", number: "139", symbol: "CTr/HU", code: "139-CTr/HU",
          type: "CHƯƠNG TRÌNH", typeCode: "CTr", subject: "Công tác quý IV/2023",
          date: DocumentDate(text: "ngày 26 tháng 6 năm 2023", edtf: "2023-06-26"))),
      defaults: [.maintenance: "01", .mode: "02"])
    #expect(
      record.cells == [
        "ke-hoach", "", "01", "09", "139", "CTr/HU", "26/06/2023", "HUYỆN ỦY SƠN HÀ",
        "Công tác quý IV/2023", "01", "", "", "", "01", "", "", "", "", "", "", "", "",
      ])
  }

  @Test(arguments: [
    ("NGHỊ QUYẾT", "01"), ("Quyết định", "02"), ("CHỈ THỊ", "03"), ("QUY CHẾ", "04"),
    ("QUY ĐỊNH", "05"), ("THÔNG CÁO", "06"), ("THÔNG BÁO", "07"), ("HƯỚNG DẪN", "08"),
    ("CHƯƠNG TRÌNH", "09"), ("CHƯƠNG TRÌNH HÀNH ĐỘNG", "09"), ("KẾ HOẠCH", "10"),
    ("PHƯƠNG ÁN", "11"), ("ĐỀ ÁN", "12"), ("DỰ ÁN", "13"), ("BÁO CÁO", "14"), ("TỜ TRÌNH", "15"),
    ("BIÊN BẢN", "20"), ("CÔNG ĐIỆN", "23"), ("GIẤY MỜI", "26"), ("GIẤY GIỚI THIỆU", "27"),
    ("LUẬT", "32"), ("NGHỊ ĐỊNH", "32"), ("ĐƠN ĐỀ NGHỊ", "32"),
  ])
  func `the type is a number of the circular`(_ type: String, _ number: String) {
    #expect(ArchiveRecord(of: programme(Metadata(type: type)))[.typeName] == number)
  }

  @Test func `a letter has no type word but a symbol or addressees`() {
    #expect(ArchiveRecord(of: programme(Metadata(symbol: "UBND-VX")))[.typeName] == "22")
    #expect(ArchiveRecord(of: programme(Metadata(addressees: ["Sở Nội vụ"])))[.typeName] == "22")
    #expect(ArchiveRecord(of: programme())[.typeName] == "32")
  }

  @Test(arguments: [
    ("2023-06-26", "26/06/2023"), ("2023", ""), ("2025-08", ""), ("2023-XX-03", ""),
    ("XXXX-09-02", ""), ("202X-01-01", ""), ("2023-36", ""),
  ])
  func `a date with blanks is left empty`(_ edtf: String, _ date: String) {
    let metadata = Metadata(date: DocumentDate(text: "", edtf: edtf))
    #expect(ArchiveRecord(of: programme(metadata))[.issuedDate] == date)
  }

  @Test(arguments: [
    ("BỘ TÀI CHÍNH - BỘ NỘI VỤ", "BỘ TÀI CHÍNH; BỘ NỘI VỤ"),
    ("BAN TỔ CHỨC - BAN DÂN VẬN - SỞ NỘI VỤ", "BAN TỔ CHỨC; BAN DÂN VẬN; SỞ NỘI VỤ"),
    ("PHÒNG VĂN HÓA - THÔNG TIN", "PHÒNG VĂN HÓA - THÔNG TIN"), ("CHÍNH PHỦ", "CHÍNH PHỦ"),
    ("UBND TỈNH BÀ RỊA - VŨNG TÀU", "UBND TỈNH BÀ RỊA - VŨNG TÀU"),
  ])
  func `several issuers are parted by a semicolon`(_ issuer: String, _ name: String) {
    #expect(ArchiveRecord(of: programme(Metadata(issuer: issuer)))[.organName] == name)
  }

  @Test(
    arguments: [
      (nil, [], "01"), ("MẬT", [], "03"), ("TỐI MẬT", ["TỐI MẬT"], "03"),
      (nil, ["LƯU HÀNH NỘI BỘ"], "02"), (nil, ["TÀI LIỆU THU HỒI"], "02"), (nil, ["HỎA TỐC"], "01"),
      (nil, ["Dự thảo"], "01"), ("MẬT", ["XEM XONG TRẢ LẠI"], "03"),
    ] as [(String?, [String], String)])
  func `marks say who may use the document`(
    _ security: String?, _ marks: [String], _ mode: String
  ) {
    let programme = programme(Metadata(security: security), marks: marks)
    #expect(ArchiveRecord(of: programme)[.mode] == mode)
  }

  @Test(arguments: [
    ("ke-hoach.docx", "ke-hoach"), ("139.KH.HU.txt", "139.KH.HU"), ("khong-duoi", "khong-duoi"),
    (".an", ".an"), ("chuong-trinh-cong-tac-quy-4-nam-2023.docx", "chuong-trinh-con-b7dfb672"),
  ])
  func `the id is the name of the file, cut and told apart where it is long`(
    _ name: String, _ id: String
  ) {
    let record = ArchiveRecord(of: programme(name: name))
    #expect(record[.docId] == id)
    #expect(record[.docId].count <= 25)
  }

  @Test func `the bodies named most often are the key words`() {
    let facts = ["Sở Nội vụ", "Sở Tài chính", "Công an xã", "Sở Tài chính", "Sở Nội vụ"].map(name)
    #expect(
      ArchiveRecord(of: programme(facts: facts))[.keyword] == "Sở Nội vụ; Sở Tài chính; Công an xã")
    let long = [String(repeating: "a", count: 101), "Sở Nội vụ"].map(name)
    #expect(ArchiveRecord(of: programme(facts: long))[.keyword] == "Sở Nội vụ")
  }

  @Test func `warnings are remarks in Vietnamese, notes are none`() {
    let record = ArchiveRecord(
      of: programme(diagnostics: [
        Diagnostic(.blankNumber, "KH/HU"), Diagnostic(.blankNumber, "KH/HU"),
        Diagnostic(.severalSignatures, "BÍ THƯ"),
        Diagnostic(.incompleteDate, "ngày tháng năm 2023"),
      ]))
    #expect(
      record[.description]
        == "số của văn bản (KH/HU) còn để trống; ngày tháng “ngày tháng năm 2023” chưa đầy đủ")
  }

  @Test func `no field is longer than the circular allows`() {
    let long = String(repeating: "dài ", count: 700)
    let record = ArchiveRecord(
      of: programme(
        Metadata(issuer: long, number: long, symbol: long, subject: long), name: long,
        diagnostics: [Diagnostic(.blankNumber, long)]),
      defaults: [.autograph: long, .inforSign: long, .arcDocCode: long])
    for field in ArchiveRecord.Field.allCases {
      guard let limit = field.limit else { continue }
      #expect(record[field].unicodeScalars.count <= limit, "\(field)")
    }
    #expect(record[.subject].hasSuffix("dài…"))
  }

  @Test func `the fields are the 22 of the circular, in its order`() {
    #expect(
      ArchiveRecord.Field.allCases.map(\.rawValue).joined(separator: ", ")
        == """
        docId, arcDocCode, maintenance, typeName, codeNumber, codeNotation, issuedDate, organName, \
        subject, language, numberOfPage, inforSign, keyword, mode, confidenceLevel, autograph, \
        format, process, riskRecovery, riskRecoveryStatus, description, isCan
        """)
  }

  @Test(arguments: [
    (["q4.docx", "q3.docx"], ["q4", "q3"]),
    (["2022/q4.docx", "2023/q4.docx", "2023/q3.docx"], ["2022-q4", "2023-q4", "q3"]),
    (["q4.docx", "q4.txt"], ["q4.docx", "q4.txt"]),
    (["./a/q4.docx", "../b/q4.docx"], ["a-q4", "b-q4"]),
    (["a/b/q.txt", "a-b/q.txt"], ["q-112d1d5a", "q-798b03a3"]),
    (["q4.txt", "q4.txt"], ["q4-57cfdb6b", "q4-57cfdb6b"]),
    (["", "/"], ["", "/"]),
  ])
  func `ids are told apart by folders, extensions and digests`(_ paths: [String], _ ids: [String]) {
    #expect(ArchiveID.distinct(paths: paths) == ids)
    #expect(ids.allSatisfy { $0.unicodeScalars.count <= 25 })
  }
}
