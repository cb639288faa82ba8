import Testing
import VietnameseLanguage

struct TitlePeriodTests {
  @Test(arguments: [
    ("Công tác quí IV/2023", "quí IV/2023", "2023-36", "2023-10-01", "2023-12-31"),
    ("Công tác quý I năm 2024", "quý I năm 2024", "2024-33", "2024-01-01", "2024-03-31"),
    ("CÔNG TÁC QUÝ II/2024", "QUÝ II/2024", "2024-34", "2024-04-01", "2024-06-30"),
    ("công tác quý 3 năm 2024", "quý 3 năm 2024", "2024-35", "2024-07-01", "2024-09-30"),
    ("Quý III và quý IV/2023", "*", "2023-35/2023-36", "2023-07-01", "2023-12-31"),
    ("Công tác quý IV-2023", "quý IV-2023", "2023-36", "2023-10-01", "2023-12-31"),
    ("Kết quả 6 tháng đầu năm 2023", "6 tháng đầu năm 2023", "2023-40", "2023-01-01", "2023-06-30"),
    ("06 tháng cuối năm 2023", "*", "2023-41", "2023-07-01", "2023-12-31"),
    ("sáu tháng đầu năm 2023", "*", "2023-40", "2023-01-01", "2023-06-30"),
    ("9 tháng đầu năm 2024", "*", "2024-01/2024-09", "2024-01-01", "2024-09-30"),
    ("chín tháng năm 2024", "*", "2024-01/2024-09", "2024-01-01", "2024-09-30"),
    ("Công tác qúy IV/2023", "qúy IV/2023", "2023-36", "2023-10-01", "2023-12-31"),
    ("9 tháng năm 2024", "*", "2024-01/2024-09", "2024-01-01", "2024-09-30"),
    ("3 tháng cuối năm 2024", "*", "2024-10/2024-12", "2024-10-01", "2024-12-31"),
    ("Công tác tháng 11/2023", "tháng 11/2023", "2023-11", "2023-11-01", "2023-11-30"),
    ("Công tác tháng 02 năm 2024", "tháng 02 năm 2024", "2024-02", "2024-02-01", "2024-02-29"),
    ("CÔNG TÁC THÁNG 5 NĂM 2026", "THÁNG 5 NĂM 2026", "2026-05", "2026-05-01", "2026-05-31"),
    ("từ tháng 1 đến tháng 6 năm 2023", "*", "2023-01/2023-06", "2023-01-01", "2023-06-30"),
    ("tháng 9 và tháng 10 năm 2023", "*", "2023-09/2023-10", "2023-09-01", "2023-10-31"),
    ("Nhiệm vụ năm 2024", "năm 2024", "2024", "2024-01-01", "2024-12-31"),
    ("Năm 2023 và phương hướng năm 2024", "Năm 2023", "2023", "2023-01-01", "2023-12-31"),
    ("Về giai đoạn 2004 - 2010", "giai đoạn 2004 - 2010", "2004/2010", "2004-01-01", "2010-12-31"),
    ("Giai đoạn 2021–2025", "*", "2021/2025", "2021-01-01", "2025-12-31"),
    ("giai đoạn từ năm 2021 đến năm 2025", "*", "2021/2025", "2021-01-01", "2025-12-31"),
    ("nhiệm kỳ 2020 - 2025", "*", "2020/2025", "2020-01-01", "2025-12-31"),
    ("năm học 2023 - 2024", "*", "2023-09/2024-06", "2023-09-01", "2024-06-30"),
    ("Kế hoạch 5 năm 2021-2025", "năm 2021-2025", "2021/2025", "2021-01-01", "2025-12-31"),
    ("Phát triển 2021 - 2030", "2021 - 2030", "2021/2030", "2021-01-01", "2030-12-31"),
    ("từ năm 2023 đến năm 2025", "*", "2023/2025", "2023-01-01", "2025-12-31"),
    (
      "tuần 25 (từ ngày 22/6/2026 đến ngày 25/6/2026)", "từ ngày 22/6/2026 đến ngày 25/6/2026",
      "2026-06-22/2026-06-25", "2026-06-22", "2026-06-25"
    ),
    ("từ 22/6 đến 26/6/2026", "*", "2026-06-22/2026-06-26", "2026-06-22", "2026-06-26"),
    (
      "Từ ngày 29 tháng 12 năm 2025 đến ngày 04 tháng 01 năm 2026", "*",
      "2025-12-29/2026-01-04", "2025-12-29", "2026-01-04"
    ),
    (
      "Lịch tuần, ngày 08-14/6/2026", "ngày 08-14/6/2026", "2026-06-08/2026-06-14", "2026-06-08",
      "2026-06-14"
    ),
    (
      "từ ngày 08 đến ngày 14 tháng 6 năm 2026", "*", "2026-06-08/2026-06-14", "2026-06-08",
      "2026-06-14"
    ),
    (
      "thực hiện Nghị quyết số 12-NQ/TU ngày 5/3/2021 trong năm 2023", "năm 2023", "2023",
      "2023-01-01", "2023-12-31"
    ),
    ("phổ biến pháp luật năm 2024", "năm 2024", "2024", "2024-01-01", "2024-12-31"),
    ("PHỔ BIẾN PHÁP LUẬT NĂM 2024", "NĂM 2024", "2024", "2024-01-01", "2024-12-31"),
  ])
  func `the first period of a title is its period`(
    _ title: String, _ text: String, _ edtf: String, _ start: String, _ end: String
  ) {
    let text = text == "*" ? title : text
    let period = TitlePeriod(title)
    #expect(period?.text == text)
    #expect(period?.edtf == edtf)
    #expect(period?.firstDay == start)
    #expect(period?.lastDay == end)
  }

  @Test(arguments: [
    ("Kết quả quý III, phương hướng quý IV/2023", "quý III", "XXXX-35"),
    ("Công tác tháng 11", "tháng 11", "XXXX-11"),
    ("Kết quả 6 tháng đầu năm", "6 tháng đầu năm", "XXXX-40"),
    ("Nhiệm vụ 6 tháng cuối năm", "6 tháng cuối năm", "XXXX-41"),
    ("Kết quả 9 tháng đầu năm", "9 tháng đầu năm", "XXXX-01/XXXX-09"),
    ("công tác tuần 02 tháng 6 năm 2026", "tuần 02 tháng 6 năm 2026", "2026-06"),
    ("Công tác tuần 25/2026", "tuần 25/2026", "2026"),
    ("CÔNG TÁC TUẦN 02 THÁNG 6", "TUẦN 02 THÁNG 6", "XXXX-06"),
  ])
  func `a year that is not written, or the days of a week, are not invented`(
    _ title: String, _ text: String, _ edtf: String
  ) {
    let period = TitlePeriod(title)
    #expect(period?.text == text)
    #expect(period?.edtf == edtf)
    #expect(period?.firstDay == nil)
    #expect(period?.lastDay == nil)
  }

  @Test func `a horizon has an end and no beginning`() {
    let period = TitlePeriod("PHÊ DUYỆT CHIẾN LƯỢC ĐẾN NĂM 2030")
    #expect(period?.text == "ĐẾN NĂM 2030")
    #expect(period?.edtf == "../2030")
    #expect(period?.firstDay == nil)
    #expect(period?.lastDay == "2030-12-31")
  }

  @Test(arguments: [
    "", "Thi hành Luật Đất đai năm 2024", "triển khai Bộ luật Lao động năm 2019",
    "sửa đổi Nghị định số 30/1998/NĐ-CP ngày 13 tháng 5 năm 1998 của Chính phủ",
    "về việc ban hành Quy chế", "Thông tư số 99/1998/TT-BTC ngày 14/7/1998",
    "thực hiện Đề án 06", "Quyết định 2023/QĐ-UBND", "kỷ niệm 78 năm Ngày thành lập",
    "lễ kỷ niệm 50 năm (1975 - 2025)", "quý cơ quan", "quy chế làm việc", "Quý V/2023",
    "Nghị quyết Trung ương 4 khóa XII", "kỷ niệm 20 năm thành lập (01/01/2004 - 01/01/2024)",
    "tháng hành động vì trẻ em", "hằng tháng, hằng năm", "số điện thoại 2023 - 45", "2025 - 2021",
    "ngày 20/11", "tháng 13/2023", "năm 23", "5 năm tới",
  ])
  func `dates of documents, names of laws and bare numbers are no periods`(_ title: String) {
    #expect(TitlePeriod(title) == nil)
  }
}
