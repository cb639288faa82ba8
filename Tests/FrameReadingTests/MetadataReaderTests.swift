@testable import FrameReading
import ProgrammeModel
import Testing
import VietnameseLanguage

struct MetadataReaderTests {
  /// Lines written as `role: text`, numbered from one.
  private func read(_ page: String) -> Outcome<Metadata> {
    let lines = page.split(separator: "\n").enumerated().compactMap { number, line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return DocumentLine.Role(rawValue: String(parts[0])).map { role in
        FrameLine(
          role, parts[1].drop { $0 == " " }.description, at: Location(line: number + 1),
          in: .standard)
      }
    }
    return MetadataReader.read(lines, in: .standard)
  }

  @Test func `a programme of the Party with blanks`() {
    let read = read(
      """
      superior: ĐẢNG BỘ TỈNH AN HÒA
      issuer: HUYỆN ỦY
      issuer: SƠN HÀ
      motto: ĐẢNG CỘNG SẢN VIỆT NAM
      rule: *
      placedate: Sơn Hà, ngày      tháng    năm 2023
      number: Số      -CTr/HU
      type: CHƯƠNG TRÌNH
      title: Công tác quí IV/2023
      """)
    #expect(
      read.value
        == Metadata(
          superior: "ĐẢNG BỘ TỈNH AN HÒA", issuer: "HUYỆN ỦY SƠN HÀ",
          motto: "ĐẢNG CỘNG SẢN VIỆT NAM", symbol: "CTr/HU", type: "CHƯƠNG TRÌNH", typeCode: "CTr",
          subject: "Công tác quí IV/2023", place: "Sơn Hà",
          date: DocumentDate(text: "ngày      tháng    năm 2023", edtf: "2023"),
          period: Period(
            text: "quí IV/2023", edtf: "2023-36", start: "2023-10-01", end: "2023-12-31")))
    #expect(read.diagnostics.map(\.code) == ["extract.blank-number", "extract.incomplete-date"])
    #expect(read.diagnostics.map(\.location?.line) == [7, 6])
  }

  @Test func `a decision of the State in lower-case leftovers`() {
    let read = read(
      """
      issuer: bộ tài chính
      motto: cộng hoà xã hội chủ nghĩa việt nam
      motto: Độc lập - Tự do - Hạnh phúc
      number: SỐ:  144 /2002/QĐ/BTC
      placedate: Hà nội, ngày  22  tháng 11 năm 2002
      type: quyết định của bộ trưởng bộ tài chính
      title: về việc sửa đổi mức thuế suất
      title: của một số mặt hàng
      recipients: Nơi nhận:
      recipients: - Văn phòng TW Đảng
      signature: KT/ bộ trưởng bộ tài chính
      signature: Thứ trưởng
      signature: (Đã ký)
      signature: Trần Văn An
      """)
    let metadata = read.value
    #expect(metadata.code == "144/2002/QĐ/BTC")
    #expect(metadata.type == "quyết định")
    #expect(metadata.typeCode == "QĐ")
    #expect(metadata.issuer == "bộ tài chính")
    #expect(metadata.subject == "về việc sửa đổi mức thuế suất của một số mặt hàng")
    #expect(metadata.motto == "cộng hoà xã hội chủ nghĩa việt nam Độc lập - Tự do - Hạnh phúc")
    #expect(metadata.recipients == ["Văn phòng TW Đảng"])
    #expect(metadata.signature?.name == "Trần Văn An")
    #expect(read.diagnostics == [])
  }

  @Test(
    arguments: [
      ("motto: ĐẢNG CỘNG SẢN VIỆT NAM\nnumber: Số 66-QĐ/TW\ntype: QUY ĐỊNH", "QĐi"),
      ("motto: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nnumber: Số: 66/QyĐ-UBND\ntype: QUY ĐỊNH", "QyĐ"),
      ("number: Số 66-QĐi/HU\ntype: QUY ĐỊNH", "QĐi"), ("type: QUY ĐỊNH", "QyĐ"),
      ("motto: ĐOÀN TNCS HỒ CHÍ MINH\nnumber: Số 66-QĐi/ĐTN\ntype: QUY ĐỊNH", "QĐi"),
      ("number: Số: 12/QĐ-UBND\ntype: QUYẾT ĐỊNH", "QĐ"),
      ("number: Số 06-Ctr/TU\ntype: CHƯƠNG TRÌNH", "CTr"),
      ("number: Số 06-CTr/TU\ntype: CHƯƠNG TRÌNH HÀNH ĐỘNG", "CTHĐ"),
      ("number: Số 06-TB/TU\ntype: THÔNG BÁO KẾT LUẬN", "TB"), ("type: Bản Quy định", "QyĐ"),
      ("number: Luật số: 18/2003/QH11\ntype: Luật", nil),
      ("number: Số: 12/UBND-VX\ntitle: V/v nộp báo cáo", nil),
    ] as [(String, String?)])
  func `the code follows the word of the type and the side`(_ page: String, _ code: String?) {
    let read = read(page)
    #expect(read.value.typeCode == code)
    #expect(read.diagnostics == [])
  }

  @Test(arguments: [
    ("number: Số: 12/QĐ-UBND\ntype: KẾ HOẠCH", "extract.type-differs"),
    ("number: Số 12-NQ/HU\ntype: KẾT LUẬN", "extract.type-differs"),
    ("number: Số:     /QĐ-UBND", "extract.blank-number"),
    ("placedate: Sơn Hà, ngày 31 tháng 4 năm 2025", "extract.impossible-date"),
    ("placedate: Sơn Hà, ngày     tháng 4 năm 2025", "extract.incomplete-date"),
    (
      "signature: THƯ KÝ\nsignature: Trần Thị Ba\nsignature: CHỦ TỌA\nsignature: Lê Văn An",
      "extract.several-signatures"
    ),
  ])
  func `what is in doubt is said`(_ page: String, _ code: String) {
    #expect(read(page).diagnostics.map(\.code) == [code])
  }

  @Test(
    arguments: [
      (
        "type: CHƯƠNG TRÌNH HỌP CHI BỘ\ntitle: Tháng 5/2026", "CHƯƠNG TRÌNH",
        "HỌP CHI BỘ Tháng 5/2026"
      ),
      ("type: BÁO CÁO:\ntitle: Kết quả", "BÁO CÁO", "Kết quả"),
      ("title: V/v nộp báo cáo", nil, "V/v nộp báo cáo"),
      ("type: DỰ THẢO KẾ HOẠCH\ntitle: Tuyên truyền", "KẾ HOẠCH", "Tuyên truyền"),
      ("type: THÔNG BÁO\ntitle: Kết luận của Thường trực", "THÔNG BÁO", "Kết luận của Thường trực"),
      ("type: Nghị định của Chính phủ quy định chi tiết", "Nghị định", "quy định chi tiết"),
      (
        "type: Thông báo kết luận của lãnh đạo Sở tại hội nghị tổng kết công tác tư pháp năm 2010",
        "Thông báo kết luận",
        "của lãnh đạo Sở tại hội nghị tổng kết công tác tư pháp năm 2010"
      ),
      ("type: QUYẾT\u{A0}ĐỊNH", "QUYẾT ĐỊNH", nil), ("type: ĐƠN ĐỀ NGHỊ", "ĐƠN ĐỀ NGHỊ", nil),
    ] as [(String, String?, String?)])
  func `type and subject are parted`(_ page: String, _ type: String?, _ subject: String?) {
    #expect(read(page).value.type == type)
    #expect(read(page).value.subject == subject)
  }

  @Test(arguments: [
    "type: Nghị định của Chính phủ số 114/2003/NĐ-CP ngày 10/10/2003",
    "type: Nghị định của Chính phủ\ntitle: số 114/2003/NĐ-CP ngày 10/10/2003",
    "type: Nghị định\ntitle: Số 114/2003/NĐ-CP, ngày 10 tháng 10 năm 2003",
    "number: Số 114/2003/NĐ-CP ngày 10/10/2003\ntype: Nghị định",
    "type: Nghị định\ntitle: của Chính phủ số 114/2003/NĐ-CP ngày 10 tháng 10 năm 2003",
  ])
  func `number and date may stand in the title or over several lines`(_ page: String) {
    let metadata = read(page).value
    #expect(metadata.code == "114/2003/NĐ-CP")
    #expect(metadata.date?.edtf == "2003-10-10")
    #expect(metadata.type == "Nghị định")
    #expect(metadata.subject == nil)
  }

  @Test func `a subject may follow the number in the line of the type`() {
    let metadata = read(
      "type: Nghị định của Chính phủ số 114/2003/NĐ-CP ngày 10/10/2003 về cán bộ xã"
    ).value
    #expect(metadata.code == "114/2003/NĐ-CP")
    #expect(metadata.date?.edtf == "2003-10-10")
    #expect(metadata.issuer == "Chính phủ")
    #expect(metadata.subject == "về cán bộ xã")
  }

  @Test func `a joint circular has its type on two lines`() {
    let read = read(
      "number: Số 5/2000/TTLT-BTC-BNV\ntype: Thông tư\ntitle: Liên tịch Bộ Tài chính - Bộ Nội vụ")
    #expect(read.value.type == "Thông tư Liên tịch")
    #expect(read.value.typeCode == "TTLT")
    #expect(read.value.subject == "Bộ Tài chính - Bộ Nội vụ")
    #expect(read.diagnostics == [])
  }

  @Test(
    arguments: [
      ("mark: MẬT", "MẬT", nil, false), ("mark: TỐI MẬT", "TỐI MẬT", nil, false),
      ("mark: Tuyệt mật", "Tuyệt mật", nil, false), ("mark: KHẨN", nil, "KHẨN", false),
      ("mark: HOẢ TỐC", nil, "HOẢ TỐC", false),
      ("mark: THƯỢNG KHẨN\nmark: MẬT", "MẬT", "THƯỢNG KHẨN", false),
      ("mark: HỎA TỐC HẸN GIỜ", nil, "HỎA TỐC HẸN GIỜ", false),
      ("mark: (Dự thảo lần 2)", nil, nil, true),
      ("mark: DỰ THẢO", nil, nil, true), ("type: DỰ THẢO NGHỊ QUYẾT", nil, nil, true),
      ("mark: LƯU HÀNH NỘI BỘ", nil, nil, false), ("mark: TÀI LIỆU THU HỒI", nil, nil, false),
      ("title: bảo vệ bí mật nhà nước", nil, nil, false), ("mark: Độ mật: MẬT", "MẬT", nil, false),
    ] as [(String, String?, String?, Bool)])
  func `marks are read`(_ page: String, _ security: String?, _ urgency: String?, _ isDraft: Bool) {
    let metadata = read(page).value
    #expect(metadata.security == security)
    #expect(metadata.urgency == urgency)
    #expect(metadata.isDraft == isDraft)
  }

  @Test(
    arguments: [
      ("issuer: BỘ TÀI CHÍNH - BỘ NỘI VỤ", "BỘ TÀI CHÍNH - BỘ NỘI VỤ"),
      ("issuer: BỘ TÀI CHÍNH -\nissuer: BỘ NỘI VỤ", "BỘ TÀI CHÍNH - BỘ NỘI VỤ"),
      ("issuer: BỘ TÀI CHÍNH *", "BỘ TÀI CHÍNH"), ("type: Nghị định của Chính phủ", "Chính phủ"),
      ("issuer: BỘ TÀI CHÍNH\nissuer: BỘ NỘI VỤ", "BỘ TÀI CHÍNH - BỘ NỘI VỤ"),
      ("issuer: BAN QUẢN LÝ\nissuer: KHU CÔNG NGHIỆP", "BAN QUẢN LÝ KHU CÔNG NGHIỆP"),
      ("issuer: CHÍNH PHỦ -------", "CHÍNH PHỦ"),
      ("issuer: ===&===\nissuer: Bộ tài chính", "Bộ tài chính"),
      ("type: Nghị định của Chính phủ quy định chi tiết", "Chính phủ"),
      ("issuer: UBND TỈNH AN HÒA – SƠN HÀ", "UBND TỈNH AN HÒA – SƠN HÀ"),
      ("issuer: ..........", nil), ("issuer: UBND XÃ  AN HÒA", "UBND XÃ AN HÒA"),
      ("issuer: CHI BỘ ẤP 3", "CHI BỘ ẤP 3"), ("number: Số 5-KH/CB", nil),
    ] as [(String, String?)])
  func `the issuer is one name`(_ page: String, _ issuer: String?) {
    #expect(read(page).value.issuer == issuer)
  }

  @Test func `a motto that is printed twice is one`() {
    let page = """
      motto: ĐẢNG CỘNG SẢN VIỆT NAM
      motto: -------
      motto: Đảng Cộng sản Việt Nam
      """
    #expect(read(page).value.motto == "ĐẢNG CỘNG SẢN VIỆT NAM")
  }

  @Test func `a document without lines has no metadata and no doubts`() {
    let read = MetadataReader.read([], in: .standard)
    #expect(read.value == Metadata())
    #expect(read.diagnostics == [])
  }
}
