import Foundation
import ProgrammeModel
import Testing

@testable import FactExtraction

/// The kinds of tasks that were read wrongly once, a test each.
///
/// Right readings and near misses stand in equal number. All names are invented.
struct TaskKindTests {
  private static let location = Location(line: 1)
  private static let header = [
    "STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành",
    "Sản phẩm",
  ]

  // MARK: Trees

  private func node(_ id: String, title: String? = nil, _ texts: [String], _ children: [Node] = [])
    -> Node
  {
    Node(
      id: id, kind: title == nil ? .item : .heading, marker: nil, title: title,
      content: texts.map { .paragraph(Paragraph(text: $0, location: TaskKindTests.location)) },
      children: children, location: TaskKindTests.location)
  }

  private func tasks(below title: String, _ items: [String]) -> [ProgrammeTask] {
    let children = items.enumerated().map { node("1.1.\($0.offset + 1)", [$0.element]) }
    let top = node("1", title: "NHIỆM VỤ", [], [node("1.1", title: title, [], children)])
    return FactExtractor().extract(from: TaskTree(outline: [top])).value.outline[0].children[0]
      .children.flatMap { $0.content.entries }
  }

  private func entries(
    _ rows: [[String]], header: [String] = header, continued: [[Int]] = []
  ) -> [ProgrammeTask] {
    var table = Table(header: header, rows: rows, location: TaskKindTests.location)
    table.continued = continued
    let tree = FactExtractor().extract(from: TaskTree(preamble: [.table(table)])).value
    guard case .table(let read)? = tree.preamble.first else { return [] }
    return read.tasks
  }

  private func first(_ text: String) -> ProgrammeTask? { SampleEntries.read(text).first }

  // MARK: Tables

  @Test(
    arguments: [
      ("2028", "2028"), ("5/2028", "2028-05"), ("Q1/2028", "2028-33"), ("2028 và về sau", nil),
      ("5 tháng", nil), ("Q7/2028", nil),
    ] as [(String, String?)])
  func `bare times in a column of times`(_ cell: String, _ edtf: String?) {
    #expect(entries([["1", "Mua sách", "Sở Nội vụ", "", cell, ""]]).first?.deadline?.edtf == edtf)
  }

  @Test func `a row whose task is merged with the one above is a row of its own`() {
    let read = entries(
      [
        ["1", "Mua sách", "Sở Nội vụ", "", "5/2028", "Sách tỉnh"],
        ["", "", "UBND các xã", "", "6/2028", "Sách xã"], ["", "", "", "", "", "Ghi thêm"],
      ], continued: [[], [0, 1], []])
    #expect(read.map(\.text) == ["Mua sách", "Mua sách"])
    #expect(read.map(\.lead) == [["Sở Nội vụ"], ["UBND các xã"]])
    #expect(read.map(\.product) == ["Sách tỉnh", "Sách xã"])
  }

  @Test func `a lead, a time and a day that are merged hold for every row`() {
    let read = entries(
      [
        ["1", "Mua sách", "Sở Nội vụ", "", "5/2028", ""], ["2", "Mua kệ", "", "", "", ""],
        ["3", "Mua đèn", "", "", "", ""],
      ], continued: [[], [2, 4], []])
    #expect(read.map(\.lead) == [["Sở Nội vụ"], ["Sở Nội vụ"], []])
    #expect(read.map(\.deadline?.edtf) == ["2028-05", "2028-05", nil])
  }

  @Test func `a section row with a stray cell is a section, a numbered row with a body is none`() {
    let read = entries([
      ["I", "Mua sắm", "", "", "", ""], ["1", "Mua sách", "Sở Nội vụ", "", "5/2028", ""],
      ["II", "Đào tạo", "", "", "", "tiếp theo"], ["2", "Mở lớp", "Sở Y tế", "", "6/2028", ""],
    ])
    #expect(read.map(\.text) == ["Mua sách", "Mở lớp"])
    #expect(read.map(\.section) == ["Mua sắm", "Đào tạo"])
  }

  @Test(
    arguments: [
      ("Sở Nội vụ chủ trì; các sở phối hợp", ["Sở Nội vụ"], ["các sở"]),
      ("Chủ trì: Sở Nội vụ\nPhối hợp: Sở Y tế", ["Sở Nội vụ"], ["Sở Y tế"]),
      ("Sở Nội vụ", ["Sở Nội vụ"], []), ("Sở Nội vụ; các sở", ["Sở Nội vụ", "các sở"], []),
    ])
  func `one column for both bodies`(_ cell: String, _ lead: [String], _ cooperating: [String]) {
    let header = ["TT", "Công việc", "Chủ trì/phối hợp", "Thời hạn"]
    let read = entries([["1", "Mua sách", cell, "2028"]], header: header).first
    #expect(read?.lead == lead)
    #expect(read?.cooperating == cooperating)
  }

  @Test(
    arguments: [
      ("Lãnh đạo\nSở Y tế", ["Lãnh đạo Sở Y tế"]),
      ("Ủy ban nhân dân\nxã Tân Lộc", ["Ủy ban nhân dân xã Tân Lộc"]),
      ("Đồng chí Lê Văn Hòa, Phó Chủ tịch UBND xã", ["Đồng chí Lê Văn Hòa, Phó Chủ tịch UBND xã"]),
      ("(Đồng chí chủ trì điều hành)\nĐại diện các đơn vị", ["Đại diện các đơn vị"]),
      ("Sở Nội vụ\nSở Y tế", ["Sở Nội vụ", "Sở Y tế"]),
      ("Sở Nội vụ, UBND xã Tân Lộc", ["Sở Nội vụ", "UBND xã Tân Lộc"]),
      ("Lê Văn Hòa\nSở Y tế", ["Lê Văn Hòa", "Sở Y tế"]), ("", []),
    ])
  func `one name in two lines of a cell is one body`(_ cell: String, _ lead: [String]) {
    #expect(entries([["1", "Mua sách", cell, "", "2028", ""]]).first?.lead == lead)
  }

  @Test(
    arguments: [
      ("EVN, VNPT, các địa phương", ["EVN", "VNPT", "các địa phương"]),
      ("Sở Du lịch, sở, ngành liên quan", ["Sở Du lịch", "sở, ngành liên quan"]),
      ("Các sở: Nội vụ, Y tế", ["Các sở: Nội vụ, Y tế"]),
      (
        "Trung tâm Văn hóa - Thể thao và Truyền thanh",
        ["Trung tâm Văn hóa - Thể thao và Truyền thanh"]
      ), ("Các sở, ngành", ["Các sở, ngành"]),
      ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
      ("Sở Nội vụ và các xã", ["Sở Nội vụ", "các xã"]), ("Sở Y tế; EVN", ["Sở Y tế", "EVN"]),
    ])
  func `lists in cells`(_ cell: String, _ lead: [String]) {
    #expect(entries([["1", "Mua sách", cell, "", "2028", ""]]).first?.lead == lead)
  }

  @Test(arguments: [
    (["STT", "Họ và tên", "Chức vụ", "Nhiệm vụ"], 0), (["Đối tượng", "Nhóm 1", "Nhóm 2"], 0),
    (["STT", "Nhiệm vụ", "Đơn vị thực hiện"], 1), (["TT", "Công việc", "Hạn hoàn thành"], 1),
  ])
  func `tables of persons and of definitions have no entries`(_ header: [String], _ count: Int) {
    let row = ["1", "Lê Văn Hòa", "Sở Y tế", "Trực"].prefix(header.count)
    #expect(entries([Array(row)], header: header).count == count)
  }

  @Test(
    arguments: [
      (["TT", "Công việc", "Ngày bắt đầu", "Ngày hoàn thành"], "2028-05-30"),
      (["TT", "Công việc", "Tỷ lệ hoàn thành", "Thời hạn"], "2028-05-30"),
      (["TT", "Công việc", "Ngày hoàn thành", "Ghi chú"], "2028-04-01"),
      (["TT", "Công việc", "Thời gian thực hiện", "Ghi chú"], "2028-04-01"),
    ])
  func `the day of the beginning is no deadline`(_ header: [String], _ edtf: String) {
    let read = entries([["1", "Mua sách", "01/4/2028", "30/5/2028"]], header: header).first
    #expect(read?.deadline?.edtf == edtf)
  }

  @Test func `a column of months is a column of times`() {
    let months = entries(
      [["5/2028", "Mua sách", "Tổ 1"]], header: ["Tháng", "Nội dung", "Phụ trách"])
    #expect(months.first?.deadline?.edtf == "2028-05")
    let others = entries(
      [["5", "Mua sách", "Tổ 1"]], header: ["Tháng kỷ niệm", "Nội dung", "Phụ trách"])
    #expect(others.first?.deadline?.edtf == nil)
  }

  // MARK: Titles and fields

  @Test(
    arguments: [
      ("Sở Nội vụ:", ["Sở Nội vụ"]), ("Giao Sở Y tế:", ["Sở Y tế"]),
      ("Các sở, ban, ngành; UBND các xã", ["Các sở, ban, ngành", "UBND các xã"]),
      (
        "Trung tâm Xúc tiến Đầu tư, Thương mại tỉnh", ["Trung tâm Xúc tiến Đầu tư, Thương mại tỉnh"]
      ),
      ("Sở Giáo dục và Đào tạo yêu cầu các trường:", ["các trường"]), ("Khoa Nội:", ["Khoa Nội"]),
      ("Quyền và nhiệm vụ của Ban kiểm soát", ["Ban kiểm soát"]), ("Chính quyền điện tử", []),
      ("Tổ chức bộ máy", []), ("Xây dựng thư viện số", []), ("Nội vụ và lưu trữ", []),
      ("Khám bệnh tại xã", []), ("Quyền và nghĩa vụ khác", []),
      ("Hội đồng nhân dân tỉnh nhấn mạnh một số nội dung sau:", []),
    ])
  func `a title that names who is to act leads the tasks below`(_ title: String, _ lead: [String]) {
    let read = tasks(below: title, ["Lập danh mục sách.", "Mua kệ sách."])
    #expect(read.map(\.lead) == [lead, lead])
  }

  @Test func `field lines are fields of the task above, other lines with a colon are tasks`() {
    let lines = [
      "Đơn vị chủ trì: Sở Nội vụ.", "Đơn vị phối hợp: Sở Tài chính; Sở Y tế.",
      "Thời gian hoàn thành: Trong tháng 8/2028.", "Sản phẩm: Báo cáo nghiệm thu.",
    ]
    let children = lines.enumerated().map { node("1.1.\($0.offset + 1)", [$0.element]) }
    let task = node("1.1", ["Nâng cấp máy chủ."], children)
    let other = node("1.2", ["Sửa kho sách."], [node("1.2.1", ["Lưu ý: giữ nguyên mái ngói."])])
    let tree = FactExtractor().extract(
      from: TaskTree(outline: [node("1", title: "NHIỆM VỤ", [], [task, other])])
    ).value
    let read = tree.outline[0].children[0].content.entries
    #expect(read.map(\.lead) == [["Sở Nội vụ"]])
    #expect(read.map(\.cooperating) == [["Sở Tài chính", "Sở Y tế"]])
    #expect(read.first?.deadline?.edtf == "2028-08")
    #expect(read.first?.product == "Báo cáo nghiệm thu")
    #expect(tree.outline[0].children[1].children[0].content.entries.count == 1)
  }

  // MARK: Leads

  @Test(
    arguments: [
      (
        "Báo và Phát thanh, Truyền hình tỉnh chủ trì tuyên truyền.",
        "Báo và Phát thanh, Truyền hình tỉnh"
      ),
      ("Yêu cầu Sở Nội vụ hoàn thiện hồ sơ.", "Sở Nội vụ"),
      ("Theo đó, các sở có trách nhiệm cập nhật dữ liệu.", "các sở"),
      ("Mỗi cơ quan, đơn vị phải lập danh mục.", "Mỗi cơ quan, đơn vị"),
      (
        "Sở Y tế chịu trách nhiệm nội dung; Sở Tài chính chịu trách nhiệm dự toán.",
        "Sở Y tế | Sở Tài chính"
      ),
      ("Đồng thời, Sở Nội vụ chủ trì lập danh mục.", "Sở Nội vụ"),
      ("UBND cấp xã tổ chức trực gác.", "UBND cấp xã"),
      ("Sở Nội vụ kính trình UBND tỉnh xem xét.", "Sở Nội vụ"),
      ("Đồng thời lập danh mục sách.", ""), ("Báo cáo kết quả về Sở Nội vụ.", ""),
      ("Theo đó, tiếp tục cập nhật dữ liệu.", ""), ("Mỗi xã có một thư viện.", ""),
      ("Yêu cầu của bạn đọc phải được trả lời.", ""),
      ("Xây dựng quy chế; lập dự toán.", ""), ("Cấp xã là nơi gần dân.", ""),
      ("Nội dung trình UBND tỉnh gồm hai phần.", ""),
    ])
  func `the subject or whom somebody asks leads`(_ text: String, _ lead: String) {
    let wanted = lead.isEmpty ? [] : lead.components(separatedBy: " | ")
    #expect(first(text)?.lead == wanted)
  }

  @Test func `a sentence without a subject has that of the one before`() {
    let read = SampleEntries.read("Giao Sở Y tế lập đề án. Đồng thời, xây dựng quy chế.")
    #expect(read.map(\.lead) == [["Sở Y tế"], ["Sở Y tế"]])
    let other = SampleEntries.read("Lập đề án. Đồng thời, xây dựng quy chế.")
    #expect(other.map(\.lead) == [[], []])
  }

  @Test(
    arguments: [
      ("Phối hợp với các sở, ngành khẩn trương đề xuất danh mục.", "các sở, ngành"),
      ("Phối hợp với các sở, ngành liên quan giải đáp kiến nghị.", "các sở, ngành liên quan"),
      ("Sở Y tế phối hợp với VCCI lập kế hoạch.", "VCCI"),
      ("Phối hợp đơn vị chức năng tổ chức tập huấn.", "đơn vị chức năng"),
      ("Chương trình phối hợp hành động với Bộ Công an được ký lại.", ""),
      ("Xây dựng cơ chế phối hợp trong công tác này.", ""),
      ("Tham dự cuộc họp do Ban Chỉ đạo chủ trì.", ""), ("Sở Y tế phối hợp tốt hơn.", ""),
    ])
  func `who cooperates ends where the name ends`(_ text: String, _ cooperating: String) {
    #expect(first(text)?.cooperating == (cooperating.isEmpty ? [] : [cooperating]))
  }

  // MARK: Times and roles

  @Test(
    arguments: [
      (
        "Định kỳ trước 16 giờ ngày thứ Sáu hằng tuần, báo cáo.",
        "Định kỳ trước 16 giờ ngày thứ Sáu hằng tuần"
      ),
      ("Định kỳ tổng hợp báo cáo.", "Định kỳ"),
      ("Ban hành kế hoạch trong tháng 01 hằng năm.", "trong tháng 01 hằng năm"),
      ("Công bố danh mục trước ngày 31/01 hằng năm.", "trước ngày 31/01 hằng năm"),
      ("Định kỳ 6 tháng, năm báo cáo.", "Định kỳ 6 tháng, năm"),
      ("Đưa tin trong chương trình thời sự hằng ngày.", nil),
      ("Rà soát 11 hoạt động dự kiến thực hiện trong năm 2028.", nil),
      ("Tính đến ngày 15/11/2028, tỉnh đã trồng 3 ha.", nil),
      ("Thư viện mở cửa từ 6 giờ đến 20 giờ hằng ngày.", nil),
      ("Nâng chất lượng báo cáo định kỳ.", nil),
    ] as [(String, String?)])
  func `times that recur, and times that tell something else`(_ text: String, _ words: String?) {
    let deadline = first(text)?.deadline
    #expect(deadline?.text == words)
    #expect(deadline?.edtf == nil)
  }

  @Test(
    arguments: [
      ("Đến nay, 13/14 xã đã có thư viện.", .result),
      ("UBND tỉnh ghi nhận sự chủ động của các xã.", .statement),
      ("Giao Sở Nội vụ báo cáo.", .task), ("Đến ngày 30/6/2028, hoàn thành kho sách.", .task),
    ] as [(String, ProgrammeTask.Role)])
  func `states and praise are no tasks`(_ text: String, _ role: ProgrammeTask.Role) {
    #expect(first(text)?.role == role)
  }
}

extension [Block] {
  /// The entries of all blocks.
  fileprivate var entries: [ProgrammeTask] {
    flatMap { block in
      switch block {
      case .paragraph(let paragraph): paragraph.tasks
      case .table(let table): table.tasks
      }
    }
  }
}
