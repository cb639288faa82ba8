import ProgrammeModel
import Testing

@testable import FactExtraction

struct DeadlineTests {
  @Test(
    arguments: [
      ("Xong việc trước ngày 24/4/2026.", "trước ngày 24/4/2026", "2026-04-24"),
      ("Báo cáo trong tháng 4/2026.", "trong tháng 4/2026", "2026-04"),
      ("Công việc hoàn thành trong Quý II/2026.", "trong Quý II/2026", "2026-34"),
      ("Gửi chậm nhất là ngày 15 tháng 12.", "chậm nhất là ngày 15 tháng 12", "XXXX-12-15"),
      ("Đến hết quý II năm 2025, phải xong.", "Đến hết quý II năm 2025", "2025-34"),
      ("Tổ chức hội nghị (tháng 4/2026).", "tháng 4/2026", "2026-04"),
      ("Làm xong trước 30/11/2025.", "trước 30/11/2025", "2025-11-30"),
      ("Phấn đấu đến năm 2030, có 5 kho.", "đến năm 2030", "2030"),
      (
        "Gửi báo cáo trước 9 giờ 30 ngày 06/11/2026.", "trước 9 giờ 30 ngày 06/11/2026",
        "2026-11-06"
      ),
      ("Định kỳ hằng quý báo cáo.", "Định kỳ hằng quý", nil),
      ("Hàng tháng, tổng hợp kết quả.", "Hàng tháng", nil),
      ("Duy trì sinh hoạt hàng tháng.", "hàng tháng", nil),
      (
        "Trả lời trong vòng 05 ngày làm việc kể từ ngày nhận.",
        "trong vòng 05 ngày làm việc kể từ ngày nhận", nil
      ),
      ("Giải quyết trong thời hạn 15 ngày.", "trong thời hạn 15 ngày", nil),
      ("Gửi chậm nhất sau 03 ngày làm việc.", "chậm nhất sau 03 ngày làm việc", nil),
      ("Báo cáo định kỳ 6 tháng.", "định kỳ 6 tháng", nil),
      ("Báo cáo gửi trước ngày 25 hằng tháng.", "trước ngày 25 hằng tháng", nil),
      ("Họp vào ngày 22 hàng tháng.", "vào ngày 22 hàng tháng", nil),
      ("Gửi chậm nhất ngày 05 hằng quý.", "chậm nhất ngày 05 hằng quý", nil),
      ("Nộp trước ngày 15 của tháng kế tiếp.", "trước ngày 15 của tháng kế tiếp", nil),
      ("Nộp trước ngày 20 của tháng cuối quý.", "trước ngày 20 của tháng cuối quý", nil),
      ("Trước 8 giờ thứ Hai hằng tuần gửi lịch.", "Trước 8 giờ thứ Hai hằng tuần", nil),
      ("Tổ họp định kỳ mỗi quý 01 lần.", "định kỳ mỗi quý 01 lần", nil),
      ("Công bố bảng giá trong tháng 02 hằng năm.", "trong tháng 02 hằng năm", nil),
    ] as [(String, String, String?)])
  func `a deadline is a date with words that make it one, or a recurring time`(
    _ text: String, _ words: String, _ edtf: String?
  ) {
    let deadline = SampleEntries.read(text).first?.deadline
    #expect(deadline?.text == words)
    #expect(deadline?.edtf == edtf)
  }

  @Test(arguments: [
    "Sổ ghi ngày 20 của tháng.", "Trực 15 ngày của tháng.", "Học tập ngày 15 của Hội.",
    "Kỷ niệm ngày 15 của tháng 5.", "Tổ chức tổng kết năm 2023.",
    "Kế hoạch giai đoạn 2021 - 2025.", "Chỉ tiêu đến năm 2030.",
    "Theo Kế hoạch số 12/KH-UBND ngày 01/02/2023.", "Chi ngân sách hằng năm cho khoa học.",
    "Kỷ niệm ngày 22/12.", "Giao ban quí III.", "Từ năm 2021 đến năm 2025.",
    "Kết quả thực hiện 20 năm.", "Tính đến ngày 30/6/2026, huyện có 12 trạm.",
    "Kể từ ngày 01/7/2026, dùng mẫu mới.", "So với tháng 5/2026, giảm số vụ.",
    "Phòng đọc mở cửa từ 8 giờ đến 20 giờ hằng ngày.", "Phát tin trong bản tin hằng ngày.",
    "Lấy kết quả làm căn cứ khen thưởng hằng năm.", "Đặc biệt là năm 2026, xã được chọn làm điểm.",
    "Tổng hợp các vụ việc phát sinh trong năm 2025.", "Họp giao ban định kỳ quí III.",
    "Nâng chất lượng báo cáo định kỳ.", "Thư viện có 3 phòng từ ngày thành lập.",
  ])
  func `other times are none`(_ text: String) {
    #expect(SampleEntries.read(text).first?.deadline == nil)
  }

  @Test(arguments: [
    ("Rà soát kho sách. Hoàn thành trước ngày 20/12/2026.", "2026-12-20"),
    ("Sửa mái nhà. Thời gian hoàn thành chậm nhất là ngày 30/01/2026.", "2026-01-30"),
    ("Lập danh mục. Thời hạn: Quý II/2026.", "2026-34"),
  ])
  func `a sentence that only says when belongs to the one before`(_ text: String, _ edtf: String) {
    let entries = SampleEntries.read(text)
    #expect(entries.count == 1)
    #expect(entries.first?.deadline?.edtf == edtf)
  }

  @Test(arguments: [
    "Rà soát kho sách. Hoàn thành kho mới trước ngày 20/12/2026.",
    "Sửa mái nhà. Thời gian tới, lát lại sân trước ngày 30/01/2026.",
    "Lập danh mục. Hoàn thành tốt nhiệm vụ năm 2026.",
  ])
  func `a sentence that says more is an entry of its own`(_ text: String) {
    #expect(SampleEntries.read(text).count == 2)
  }
}
