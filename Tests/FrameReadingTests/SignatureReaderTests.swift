@testable import FrameReading
import ProgrammeModel
import Testing
import VietnameseLanguage

struct SignatureReaderTests {
  @Test(arguments: [
    // authority
    ("TM. ỦY BAN NHÂN DÂN", SignatureLine.Kind.authority), ("T/M BAN THƯỜNG VỤ", .authority),
    ("T.M CHI BỘ", .authority), ("tm . ubnd thành phố An Hòa", .authority),
    ("TM ĐẢNG ỦY", .authority),
    ("KT. CHỦ TỊCH", .authority), ("K/T TRƯỞNG BAN", .authority),
    ("KT/bộ trưởng bộ tài chính", .authority),
    ("kt.bộ trưởng", .authority), ("TL. BỘ TRƯỞNG", .authority), ("T/L BAN THƯỜNG VỤ", .authority),
    ("TUQ. GIÁM ĐỐC", .authority), ("T/UQ GIÁM ĐỐC", .authority),
    ("Tm. ủy ban nhân dân", .authority),
    ("THAY MẶT BAN THƯỜNG VỤ", .authority), ("THỪA LỆNH CHỦ TỊCH", .authority),
    // positions
    ("CHỦ TỊCH", .position), ("PHÓ CHỦ TỊCH", .position), ("BÍ THƯ", .position),
    ("PHÓ BÍ THƯ THƯỜNG TRỰC", .position), ("Thứ  trưởng", .position),
    ("Q. CHÁNH VĂN PHÒNG", .position),
    ("QUYỀN GIÁM ĐỐC", .position), ("P. TRƯỞNG PHÒNG", .position), ("GHI BIÊN BẢN", .position),
    ("THỦ TƯỚNG CHÍNH PHỦ", .position), ("thủ tướng chính phủ", .position),
    ("CHỦ TỊCH QUỐC HỘI", .position),
    ("ỦY VIÊN THƯỜNG TRỰC", .position), ("Chủ nhiệm Ủy ban", .position), ("HIỆU TRƯỞNG", .position),
    ("Trưởng Ban", .position), ("THỐNG ĐỐC", .position),
    // remarks
    ("(Đã ký)", .remark), ("Đã ký", .remark), ("(đã ký và đóng dấu)", .remark),
    ("(Ký, đóng dấu)", .remark),
    ("(ký, ghi rõ họ tên)", .remark), ("……………", .remark), ("Họ và tên", .remark),
    ("[ (Đã ký)", .remark), ("*", .remark), ("", .remark),
    ("Dấu mộc của cơ quan và chữ ký của Lê Văn An", .remark), ("Ký tên, đóng dấu", .remark),
    // names
    ("Nguyễn Văn An", .name), ("Trần Thị Bích Ngọc", .name), ("NGUYỄN VĂN AN", .name),
    ("lê văn an", .name),
    ("Y Bliu Niê", .name), ("K'Sor Hạnh", .name), ("Đoàn Văn Bình", .name), ("Lò Thị Ánh", .name),
    ("Hà An", .name), ("TS. Nguyễn Văn An", .name), ("(Đã ký) Nguyễn Văn An", .name),
    ("Nguyễn Văn An đã ký", .name), ("Đại tá Nguyễn Văn An", .name),
    // bodies and other lines
    ("ỦY BAN NHÂN DÂN", .other), ("TỈNH AN HÒA", .other), ("BAN THƯỜNG VỤ", .other),
    ("PHỤ LỤC", .other),
    ("Văn phòng Tỉnh ủy", .other), ("Sở Nội Vụ", .other), ("Đoàn Chủ tịch", .other),
    ("PL.(300)", .other),
    ("THÀNH PHỐ AN HÒA", .other), ("Điện thoại: 0123 456", .other), ("An", .other),
    ("Hà Nội, ngày 5", .other), ("ban thường vụ", .other),
  ])
  func `the lines of a signature are told apart`(_ line: String, _ kind: SignatureLine.Kind) {
    #expect(SignatureLine(line, in: .standard).kind == kind)
  }

  @Test(arguments: [
    "TS. Nguyễn Văn An", "PGS.TS. Nguyễn Văn An", "GS, TS Nguyễn Văn An", "ThS Nguyễn Văn An",
    "Đại tá Nguyễn Văn An", "(Đã ký) Nguyễn Văn An", "Nguyễn Văn An đã ký", "Đã ký: Nguyễn Văn An",
    "Thượng tá, TS. Nguyễn Văn An", "Nguyễn  Văn\u{A0}An (đã ký)", "**Nguyễn Văn An**",
    "Đ/c Nguyễn Văn An", "Ông Nguyễn Văn An",
  ])
  func `a name is without degrees, ranks and remarks`(_ line: String) {
    #expect(SignatureLine(line, in: .standard).words == "Nguyễn Văn An")
  }

  @Test(
    arguments: [
      (
        ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Đã ký)", "Lê Văn An"], ["TM. ỦY BAN NHÂN DÂN"],
        "CHỦ TỊCH", "Lê Văn An"
      ),
      (
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Văn An"],
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "PHÓ CHỦ TỊCH", "Lê Văn An"
      ),
      (["T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Lê Văn An"], ["T/M BAN THƯỜNG VỤ"], "BÍ THƯ", "Lê Văn An"),
      (
        ["T/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG\nLê Văn An"], ["T/L BAN THƯỜNG VỤ"], "CHÁNH VĂN PHÒNG",
        "Lê Văn An"
      ),
      (
        ["KT.Bộ trưởng bộ tài chính", "Thứ trưởng", "Lê Văn An"], ["KT.Bộ trưởng bộ tài chính"],
        "Thứ trưởng", "Lê Văn An"
      ),
      (
        ["TM. ỦY BAN NHÂN DÂN", "TỈNH AN HÒA", "CHỦ TỊCH", "Lê Văn An"],
        ["TM. ỦY BAN NHÂN DÂN TỈNH AN HÒA"], "CHỦ TỊCH", "Lê Văn An"
      ),
      (["BAN THƯỜNG VỤ", "BÍ THƯ", "Lê Văn An"], ["BAN THƯỜNG VỤ"], "BÍ THƯ", "Lê Văn An"),
      (
        ["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "THƯỜNG TRỰC", "Lê Văn An"],
        ["KT. TRƯỞNG BAN"], "PHÓ TRƯỞNG BAN THƯỜNG TRỰC", "Lê Văn An"
      ),
      (["CHÁNH VĂN PHÒNG", "TỈNH ỦY", "Lê Văn An"], [], "CHÁNH VĂN PHÒNG TỈNH ỦY", "Lê Văn An"),
      (
        ["TM. CHÍNH PHỦ", "THỦ TƯỚNG", "TS. Lê Văn An"], ["TM. CHÍNH PHỦ"], "THỦ TƯỚNG", "Lê Văn An"
      ),
      (
        ["TM. ĐẢNG ỦY", "BÍ THƯ", "LÊ VĂN AN", "KHÔNG PHỔ BIẾN"], ["TM. ĐẢNG ỦY"], "BÍ THƯ",
        "LÊ VĂN AN"
      ),
      (["TM. SỞ", "GIÁM ĐỐC", "Lê Văn An", "CHẾ ĐỘ KẾ TOÁN"], ["TM. SỞ"], "GIÁM ĐỐC", "Lê Văn An"),
      // position and name in one line
      (["TM. CHÍNH PHỦ", "THỦ TƯỚNG Lê Văn An"], ["TM. CHÍNH PHỦ"], "THỦ TƯỚNG", "Lê Văn An"),
      (["Chủ tọa: Lê Văn An"], [], "Chủ tọa", "Lê Văn An"),
      (["T/M CHI BỘ", "BÍ THƯ: (Đã ký) Lê Văn An"], ["T/M CHI BỘ"], "BÍ THƯ", "Lê Văn An"),
      (["CHỦ TỊCH UBND XÃ", "Lê Văn An"], [], "CHỦ TỊCH UBND XÃ", "Lê Văn An"),
      // the last of several counts
      (["THƯ KÝ", "Trần Thị Ba", "CHỦ TỌA", "Lê Văn An"], [], "CHỦ TỌA", "Lê Văn An"),
      (["THƯ KÝ", "CHỦ TỌA", "Trần Thị Ba", "Lê Văn An"], [], "CHỦ TỌA", "Lê Văn An"),
      (
        ["TM. HỘI NÔNG DÂN", "CHỦ TỊCH", "Trần Thị Ba", "TM. UBND XÃ", "CHỦ TỊCH", "Lê Văn An"],
        ["TM. UBND XÃ"], "CHỦ TỊCH", "Lê Văn An"
      ),
    ] as [([String], [String], String, String)])
  func `authority, position and name are read`(
    _ lines: [String], _ authority: [String], _ title: String, _ name: String
  ) {
    let lines = lines.enumerated().map {
      FrameLine(.signature, $1, at: Location(line: $0 + 1), in: .standard)
    }
    #expect(
      SignatureReader.signatures(in: lines).last
        == Signature(authority: authority, title: title, name: name))
  }

  @Test func `two columns are read one after the other`() {
    let rows = [
      ("THƯ KÝ", "TM. ĐẢNG ỦY"), ("", "BÍ THƯ"), ("(Đã ký)", "(Đã ký)"),
      ("Trần Thị Ba", "Lê Văn An"),
    ]
    let lines = rows.enumerated().flatMap { index, row in
      [row.0, row.1].filter { !$0.isEmpty }.map {
        FrameLine(.signature, $0, at: Location(line: index + 1), in: .standard)
      }
    }
    #expect(
      SignatureReader.signatures(in: lines) == [
        Signature(authority: [], title: "THƯ KÝ", name: "Trần Thị Ba"),
        Signature(authority: ["TM. ĐẢNG ỦY"], title: "BÍ THƯ", name: "Lê Văn An"),
      ])
  }

  @Test(arguments: [
    (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Đã ký)"], "CHỦ TỊCH"), (["TRƯỞNG BAN"], "TRƯỞNG BAN"),
    (["GIÁM ĐỐC", "…………"], "GIÁM ĐỐC"),
  ])
  func `a signature may have no name`(_ lines: [String], _ title: String) {
    let lines = lines.map {
      FrameLine(.signature, $0, at: Location(line: 1), in: .standard)
    }
    let signature = SignatureReader.signatures(in: Array(lines)).last
    #expect(signature?.title == title)
    #expect(signature?.name == nil)
  }

  @Test(arguments: [
    "Giám đốc Sở Y tế Hà Nội", "CHỦ TỊCH UBND TỈNH", "Trưởng Ban", "PHÓ GIÁM ĐỐC PHỤ TRÁCH",
    "CHÁNH VĂN PHÒNG Tỉnh ủy", "Chủ tịch: ………", "KT. TRƯỞNG BAN",
  ])
  func `a position without a name stays whole`(_ line: String) {
    #expect(SignatureLine.lines(line, in: .standard).map(\.words) == [line])
  }

  @Test(arguments: [[], ["(Đã ký)"], ["*", "…"]] as [[String]])
  func `remarks alone are no signature`(_ lines: [String]) {
    let lines = lines.enumerated().map {
      FrameLine(.signature, $1, at: Location(line: $0), in: .standard)
    }
    #expect(SignatureReader.signatures(in: lines) == [])
  }
}
