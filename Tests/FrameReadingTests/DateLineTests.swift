@testable import FrameReading
import Testing
import VietnameseLanguage

struct DateLineTests {
  @Test(arguments: [
    ("Hà Nội, ngày 03 tháng 02 năm 2018", "Hà Nội", "2018-02-03"),
    ("Phụng Hiệp, ngày      tháng    năm 2023", "Phụng Hiệp", "2023"),
    ("Hà Nội, ngày      tháng 8 năm 2025", "Hà Nội", "2025-08"),
    ("Hà Nội, ngày tháng 8 năm 2025", "Hà Nội", "2025-08"),
    ("TP.Cần Thơ, ngày  01 tháng  7 năm 2004", "TP.Cần Thơ", "2004-07-01"),
    ("Đồng Xoài, ngày 14 tháng5 năm 2008", "Đồng Xoài", "2008-05-14"),
    ("TP. Hồ Chí Minh, ngày 5 tháng 12 năm 2010", "TP. Hồ Chí Minh", "2010-12-05"),
    ("Hà nội, ngày  22  tháng 11 năm 2002", "Hà nội", "2002-11-22"),
    ("Vũng Tàu , ngày      tháng     năm 2007", "Vũng Tàu", "2007"),
    ("Sơn Hà, hồi 14 giờ 30 ngày 21 tháng 9 năm 2025", "Sơn Hà", "2025-09-21"),
    ("Từ Sơn, ngày 7 tháng 3 năm 2002", "Từ Sơn", "2002-03-07"),
    ("Sơn Hà ngày 7 tháng 3 năm 2002", "Sơn Hà", "2002-03-07"),
    ("Sơn Hà, 05/3/2010", "Sơn Hà", "2010-03-05"),
    ("Sơn Hà, ngày 26-5-2025", "Sơn Hà", "2025-05-26"),
    ("Sơn Hà, ngày 05.3.2010", "Sơn Hà", "2010-03-05"),
    ("Sơn Hà, ngày 01/ 7 /2004", "Sơn Hà", "2004-07-01"),
    ("Sơn Hà, tháng 8 năm 2025", "Sơn Hà", "2025-08"),
    ("Sơn Hà, tháng 8/2025", "Sơn Hà", "2025-08"),
    ("An Hòa, ngày … tháng … năm 2024", "An Hòa", "2024"),
    ("An Hòa, ngày….tháng….năm 2024", "An Hòa", "2024"),
    ("An Hòa, ngày ___ tháng 6 năm 2024", "An Hòa", "2024-06"),
    ("An Hòa, Ngày 28 tháng 6 năm 2023", "An Hòa", "2023-06-28"),
    ("*An Hòa, ngày 28 tháng 6 năm 2023*", "An Hòa", "2023-06-28"),
    ("An Hòa, ngày 9 tháng 9 năm 202…", "An Hòa", "202X-09-09"),
    ("An Hòa, ngày 03 tháng    năm 2023", "An Hòa", "2023-XX-03"),
    ("An Hòa, ngày 03 tháng 4 năm", "An Hòa", "XXXX-04-03"),
    ("An Hòa, ngày 02/9/98", "An Hòa", "XXXX-09-02"),
    ("An Hòa, ngày     tháng 3 năm 20…", "An Hòa", "20XX-03"),
    ("An Phú, ngày       tháng      năm 20….", "An Phú", "20XX"),
    ("An Phú, ngày … tháng … năm 19…", "An Phú", "19XX"),
    ("An Hòa, ngày 29 tháng 02 năm 2024", "An Hòa", "2024-02-29"),
    ("huyện Sơn Hà (tỉnh Y), ngày 1 tháng 1 năm 2020", "huyện Sơn Hà (tỉnh Y)", "2020-01-01"),
    ("AN HÒA, NGÀY 12 THÁNG 10 NĂM 2021", "AN HÒA", "2021-10-12"),
    ("an hoà, ngày 12 tháng 10 năm 1999", "an hoà", "1999-10-12"),
    ("Cồn Cỏ, ngày\u{A0}12\u{A0}tháng\u{A0}10\u{A0}năm\u{A0}1999", "Cồn Cỏ", "1999-10-12"),
    ("An Hòa, ngày … /8/2025", "An Hòa", "2025-08"), ("An Hòa, ngày   /  /2025", "An Hòa", "2025"),
    ("An Hòa, ngày 14tháng 5năm 2008", "An Hòa", "2008-05-14"),
    ("An Hòa, ngày 30 tháng 4 năm 2025.", "An Hòa", "2025-04-30"),
  ])
  func `place and date are read as far as they are written`(
    _ line: String, _ place: String, _ edtf: String
  ) {
    let read = DateLine(line, in: .standard)
    #expect(read?.place == place)
    #expect(read?.date.edtf == edtf)
  }

  @Test(arguments: [
    ("ngày 03 tháng 02 năm 2018", "2018-02-03"), ("………, ngày 03 tháng 02 năm 2018", "2018-02-03"),
    (", ngày 03 tháng 02 năm 2018", "2018-02-03"), ("....., ngày       tháng     năm 2019", "2019"),
    ("24/07/2024", "2024-07-24"),
  ])
  func `a place left blank is none`(_ line: String, _ edtf: String) {
    let read = DateLine(line, in: .standard)
    #expect(read != nil)
    #expect(read?.place == nil)
    #expect(read?.date.edtf == edtf)
  }

  @Test(arguments: [
    "………, ngày…..tháng….năm ……", "....., ngày       tháng       năm",
    "An Phú, ngày … tháng … năm 20", "An Phú, ngày /  /20",
  ])
  func `a date left blank is a date without value`(_ line: String) {
    let read = DateLine(line, in: .standard)
    #expect(read != nil)
    #expect(read?.date.edtf == nil)
    #expect(read?.date.isComplete == false)
  }

  @Test(arguments: [
    ("An Hòa, ngày 31 tháng 4 năm 2025", "2025-04"),
    ("An Hòa, ngày 29 tháng 02 năm 2023", "2023-02"),
    ("An Hòa, ngày 5 tháng 13 năm 2023", "2023"),
    ("An Hòa, ngày 0 tháng 3 năm 2023", "2023-03"), ("An Hòa, ngày 99/9/2023", "2023-09"),
  ])
  func `a day or month that no calendar has is left out`(_ line: String, _ edtf: String) {
    let read = DateLine(line, in: .standard)
    #expect(read?.date.isImpossible == true)
    #expect(read?.date.edtf == edtf)
  }

  @Test(arguments: [
    "", "Hà Nội", "Hà Nội, ngày", "ngày hội", "năm 2023", "tháng ba", "12.5", "Số 12/QĐ", "1/2",
    "Hàng ngày, hàng tháng", "tháng", "05/2023", "Ngày, tháng năm chết", "tháng    năm",
  ])
  func `what is no date is not read`(_ line: String) {
    #expect(DateLine(line, in: .standard) == nil)
  }

  @Test func `the words of the date keep their blanks`() {
    #expect(
      DateLine("Phụng Hiệp, ngày      tháng    năm 2023", in: .standard)?.text
        == "ngày      tháng    năm 2023")
  }
}
