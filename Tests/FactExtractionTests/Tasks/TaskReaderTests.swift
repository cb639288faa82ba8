import ProgrammeModel
import VietnameseLanguage
import Testing

@testable import FactExtraction

struct TaskReaderTests {
  private func task(_ text: String, leader: String? = nil) -> ProgrammeTask? {
    var reader = FactReader()
    let facts = reader.facts(in: text)
    var count = 0
    return TaskReader(node: "1", leader: leader).tasks(
      in: reader.text, facts: facts, places: reader.places, count: &count
    ).first
  }

  @Test(
    arguments: [
      (
        "Giao Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ tuyên truyền.", ["Sở Tư pháp"],
        ["Sở Nội vụ"]
      ),
      (
        "Giao Văn phòng chủ trì phối hợp cùng các sở, ban, ngành liên quan tham mưu.", [],
        ["các sở, ban, ngành liên quan"]
      ),
      (
        "Giao Sở Y tế chủ trì, phối hợp chặt chẽ với Công an huyện và UBND các xã, thị trấn kiểm tra.",
        ["Sở Y tế"], ["Công an huyện", "UBND các xã, thị trấn"]
      ),
      (
        "Giao Sở Nội vụ, Sở Tài chính và UBND các huyện, thị xã thực hiện nhiệm vụ.",
        ["Sở Nội vụ", "Sở Tài chính", "UBND các huyện, thị xã"], []
      ),
      ("Sở Tài chính có trách nhiệm cân đối ngân sách.", ["Sở Tài chính"], []),
      ("Đảng ủy các xã, thị trấn tổ chức cho đảng viên học tập.", ["Đảng ủy các xã, thị trấn"], []),
      ("Cơ quan chủ trì: Sở Tư pháp.", ["Sở Tư pháp"], []),
      ("Cơ quan phối hợp: Sở Y tế; Công an tỉnh.", [], ["Sở Y tế", "Công an tỉnh"]),
      ("Phối hợp với Học viện Hành chính Quốc gia mở lớp.", [], ["Học viện Hành chính Quốc gia"]),
      ("Đến hết quý II năm 2025, các sở, ngành phải xây dựng xong quy chế.", ["các sở, ngành"], []),
      ("Báo cáo do Sở Xây dựng chủ trì xây dựng.", ["Sở Xây dựng"], []),
      (
        "Các cơ quan, đơn vị liên quan thực hiện Kế hoạch này.", ["Các cơ quan, đơn vị liên quan"],
        []
      ),
      ("Thủ trưởng các sở, ngành chịu trách nhiệm thi hành.", ["Thủ trưởng các sở, ngành"], []),
      ("Tiếp tục tuyên truyền trong đoàn viên, hội viên.", [], []),
      ("Phối hợp phúc tra, rà soát hộ nghèo.", [], []),
      ("Xây dựng quy chế phối hợp giữa các ngành.", [], []),
      ("Tổ chức chu đáo cuộc tiếp xúc với người dân.", [], []),
      ("Tăng cường sự lãnh đạo của Huyện ủy.", [], []),
      ("Thực hiện tốt công tác chủ trì hội nghị.", [], []),
      ("Giao chỉ tiêu cho các xã.", [], []),
    ] as [(String, [String], [String])])
  func `who leads and who cooperates is read from the sentence`(
    _ text: String, _ lead: [String], _ cooperating: [String]
  ) {
    let task = task(text)
    #expect(task?.lead == lead)
    #expect(task?.cooperating == cooperating)
  }

  @Test func `a sentence that begins with chủ trì has its leader from the heading`() {
    #expect(task("Chủ trì xây dựng kế hoạch.", leader: "Bộ Tài chính")?.lead == ["Bộ Tài chính"])
    #expect(task("Xây dựng kế hoạch.", leader: "Bộ Tài chính")?.lead == [])
  }

  @Test(
    arguments: [
      ("Đơn vị chủ trì", TaskLabel.lead), ("Cơ quan thực hiện", .lead),
      ("Bộ phận thực hiện", .lead),
      ("Cơ quan phối hợp", .cooperating), ("Đơn vị phối hợp", .cooperating),
      ("Thời gian thực hiện", .time), ("Thời hạn hoàn thành", .time), ("Thời gian", .time),
      ("Công tác phối hợp", nil), ("Tổ chức thực hiện", nil), ("Chủ trì", nil), ("Thời", nil),
      ("Cơ quan", nil), ("Thời sự", nil), ("Người chủ trì hội nghị", nil),
    ] as [(String, TaskLabel?)])
  func `a title may say who does it or when`(_ title: String, _ label: TaskLabel?) {
    #expect(TokenisedText(title).taskLabel == label)
  }

  @Test func `what such a title announces is in the first sentence`() {
    func labelled(_ text: String, _ label: TaskLabel) -> ProgrammeTask? {
      var reader = FactReader()
      let facts = reader.facts(in: text)
      var count = 0
      return TaskReader(node: "1", leader: nil, label: label).tasks(
        in: reader.text, facts: facts, places: reader.places, count: &count
      ).first
    }
    #expect(labelled("Phòng Tư pháp.", .lead)?.lead == ["Phòng Tư pháp"])
    #expect(
      labelled("Công an huyện, Sở Nội vụ.", .cooperating)?.cooperating
        == ["Công an huyện", "Sở Nội vụ"])
    #expect(labelled("Quý I/2024.", .time)?.deadline?.edtf == "2024-33")
    #expect(labelled("Hằng tháng.", .time)?.deadline?.text == "Hằng tháng")
    // Nothing of the kind follows.
    #expect(labelled("Như năm 2023.", .time)?.deadline == nil)
    #expect(labelled("Có hai đơn vị.", .lead)?.lead == [])
  }

  @Test(
    arguments: [
      ("Hoàn thành trước ngày 24/4/2026.", "trước ngày 24/4/2026", "2026-04-24"),
      ("Báo cáo trong tháng 4/2026.", "trong tháng 4/2026", "2026-04"),
      ("Công việc hoàn thành trong Quý II/2026.", "trong Quý II/2026", "2026-34"),
      ("Gửi chậm nhất là ngày 15 tháng 12.", "chậm nhất là ngày 15 tháng 12", "XXXX-12-15"),
      ("Đến hết quý II năm 2025, phải xong.", "Đến hết quý II năm 2025", "2025-34"),
      ("Thời gian hoàn thành: tháng 6/2026.", "tháng 6/2026", "2026-06"),
      ("Tổ chức hội nghị (tháng 4/2026).", "tháng 4/2026", "2026-04"),
      ("Xong trước 30/11/2025.", "trước 30/11/2025", "2025-11-30"),
      ("Hoàn thành quý IV/2025.", "quý IV/2025", "2025-36"),
      ("Định kỳ hằng quý báo cáo.", "Định kỳ hằng quý", nil),
      ("Hàng tháng, tổng hợp kết quả.", "Hàng tháng", nil),
      ("Duy trì sinh hoạt hàng tháng.", "hàng tháng", nil),
      ("Trả lời trong vòng 05 ngày làm việc kể từ ngày nhận.", "trong vòng 05 ngày làm việc", nil),
      ("Giải quyết trong thời hạn 15 ngày.", "trong thời hạn 15 ngày", nil),
      ("Gửi chậm nhất sau 03 ngày làm việc.", "chậm nhất sau 03 ngày làm việc", nil),
      ("Báo cáo định kỳ 6 tháng.", "định kỳ 6 tháng", nil),
      ("Báo cáo gửi trước ngày 25 hằng tháng.", "trước ngày 25 hằng tháng", nil),
      ("Họp vào ngày 22 hàng tháng.", "vào ngày 22 hàng tháng", nil),
      ("Gửi chậm nhất ngày 05 hằng quý.", "chậm nhất ngày 05 hằng quý", nil),
      ("Nộp trước ngày 15 của tháng kế tiếp.", "trước ngày 15 của tháng kế tiếp", nil),
      ("Nộp trước ngày 20 của tháng cuối quý.", "trước ngày 20 của tháng cuối quý", nil),
      ("Sổ ghi ngày 20 của tháng.", "", nil), ("Trực 15 ngày của tháng.", "", nil),
      ("Học tập ngày 15 của Hội.", "", nil), ("Kỷ niệm ngày 15 của tháng 5.", "", nil),
      ("Tổ chức tổng kết năm 2023.", "", nil), ("Kế hoạch giai đoạn 2021 - 2025.", "", nil),
      ("Chỉ tiêu đến năm 2030.", "", nil),
      ("Theo Kế hoạch số 12/KH-UBND ngày 01/02/2023.", "", nil),
      ("Chi ngân sách hằng năm cho khoa học.", "", nil), ("Kỷ niệm ngày 22/12.", "", nil),
      ("Giao ban quí III.", "", nil), ("Từ năm 2021 đến năm 2025.", "", nil),
      ("Kết quả thực hiện 20 năm.", "", nil),
    ] as [(String, String, String?)])
  func `a deadline is a date with words that make it one, or a recurring time`(
    _ text: String, _ words: String, _ edtf: String?
  ) {
    let deadline = task(text)?.deadline
    #expect((deadline?.text ?? "") == words)
    #expect(deadline?.edtf == edtf)
  }

  @Test(arguments: [
    ("Tiếp tục thực hiện.", true), ("Duy trì chế độ trực.", true), ("- Tiếp tục mở lớp.", true),
    ("Thường xuyên tuần tra.", true), ("Thực hiện tiếp.", false), ("Xây dựng mới.", false),
  ])
  func `what goes on with what was begun is continuing`(_ text: String, _ isContinuing: Bool) {
    #expect(task(text)?.continuing == isContinuing)
  }

  @Test func `a product is what a sentence says that it produces`() {
    #expect(task("Rà soát quy chế. Sản phẩm: Báo cáo của Sở.")?.product == nil)
    #expect(task("Rà soát quy chế; sản phẩm: Báo cáo của Sở.")?.product == "Báo cáo của Sở")
  }
}
