import ProgrammeModel
import Testing

@testable import FactExtraction

struct TableEntryTests {
  private static let header = [
    "STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành",
    "Sản phẩm",
  ]

  private func entries(
    _ rows: [[String]], header: [String] = header, continued: [[Int]] = []
  ) -> [ProgrammeTask] {
    var table = Table(header: header, rows: rows, location: Location(line: 1))
    table.continued = continued
    let tree = FactExtractor().extract(from: TaskTree(preamble: [.table(table)])).value
    guard case .table(let read)? = tree.preamble.first else { return [] }
    return read.tasks
  }

  @Test(
    arguments: [
      ("2027", "2027"), ("9/2027", "2027-09"), ("Q3/2027", "2027-35"), ("Tháng 9/2027", "2027-09"),
      ("Quý IV", "XXXX-36"), ("30.11.2027", "2027-11-30"), ("Đến 2030", "2030"),
      ("2027 và các năm sau", nil), ("Thường xuyên", nil), ("13/2027", nil), ("Q5/2027", nil),
      ("Khi có yêu cầu", nil), ("Hằng tháng", nil), ("20 ngày", nil),
    ] as [(String, String?)])
  func `a cell of a column of times is a time`(_ cell: String, _ edtf: String?) {
    let entry = entries([["1", "Lát sân", "Phòng Y tế", "", cell, ""]]).first
    #expect(entry?.deadline == Deadline(text: cell, edtf: edtf))
  }

  @Test(
    arguments: [
      ("EVN, VNPT, các phường", ["EVN", "VNPT", "các phường"]),
      ("Sở Du lịch, sở, ngành liên quan", ["Sở Du lịch", "sở, ngành liên quan"]),
      ("Các sở, ngành, địa phương", ["Các sở, ngành, địa phương"]),
      ("Các sở: Du lịch, Y tế", ["Các sở: Du lịch, Y tế"]),
      ("Đại diện\nSở Du lịch", ["Đại diện Sở Du lịch"]),
      ("Sở Du lịch\nSở Y tế", ["Sở Du lịch", "Sở Y tế"]),
      ("Ủy ban nhân dân\nxã Tân Lộc", ["Ủy ban nhân dân xã Tân Lộc"]),
      ("Ủy ban nhân dân\ncác xã", ["Ủy ban nhân dân", "các xã"]),
      ("Đồng chí Lê Hòa, Phó Chủ tịch UBND xã", ["Đồng chí Lê Hòa, Phó Chủ tịch UBND xã"]),
      ("Văn phòng, Phòng Y tế", ["Văn phòng", "Phòng Y tế"]),
    ])
  func `a cell lists bodies`(_ cell: String, _ bodies: [String]) {
    #expect(entries([["1", "Lát sân", cell, "", "2027", ""]]).first?.lead == bodies)
  }

  @Test(
    arguments: [
      ("nt", ["Phòng Y tế"]), ("-nt-", ["Phòng Y tế"]), ("Như trên", ["Phòng Y tế"]),
      ("NTV", ["NTV"]), ("Tổ trên", ["Tổ trên"]), ("", []),
    ])
  func `a cell may say that it is like the one above`(_ cell: String, _ lead: [String]) {
    let read = entries([
      ["1", "Lát sân", "Phòng Y tế", "", "2027", ""], ["2", "Sơn cổng", cell, "", "2028", ""],
    ])
    #expect(read.map(\.lead) == [["Phòng Y tế"], lead])
  }

  @Test(
    arguments: [
      (["TT", "Nhiệm vụ", "Lãnh đạo phụ trách", "Phòng chủ trì"], ["Phòng Y tế"]),
      (["TT", "Nhiệm vụ", "Lãnh đạo phụ trách", "Ghi chú"], ["Phó Giám đốc Lê Hòa"]),
      (["TT", "Nội dung kiểm tra", "Đơn vị được kiểm tra", "Sản phẩm"], []),
      (["TT", "Nội dung kiểm tra", "Đơn vị được giao", "Sản phẩm"], ["Phó Giám đốc Lê Hòa"]),
    ])
  func `the column of those who lead is told from its neighbours`(
    _ header: [String], _ lead: [String]
  ) {
    let rows = [["1", "Lát sân", "Phó Giám đốc Lê Hòa", "Phòng Y tế"]]
    #expect(entries(rows, header: header).map(\.lead) == [lead])
  }

  @Test func `a cell that continues the one above has its value`() {
    let read = entries(
      [
        ["1", "Lát sân", "Phòng Y tế", "", "2027", "Sân"],
        ["", "", "UBND các xã", "", "2028", "Sân xã"],
        ["2", "Sơn cổng", "", "", "", "Cổng"],
        ["3", "Quét vôi", "", "", "", ""],
      ], continued: [[], [0, 1], [2, 4], []])
    #expect(read.map(\.text) == ["Lát sân", "Lát sân", "Sơn cổng", "Quét vôi"])
    #expect(read.map(\.lead) == [["Phòng Y tế"], ["UBND các xã"], ["UBND các xã"], []])
    #expect(read.map(\.deadline?.edtf) == ["2027", "2028", "2028", nil])
    #expect(read.map(\.row) == [1, 2, 3, 4])
    #expect(read.map(\.number) == ["1", "1", "2", "3"])
  }

  @Test func `sections and repeated headers are no entries`() {
    let read = entries([
      ["I", "Sân bãi", "", "", "", ""], ["1", "Lát sân", "Phòng Y tế", "", "2027", ""],
      TableEntryTests.header, ["II", "Cổng rào", "", "", "", "tiếp theo"],
      ["2", "Sơn cổng", "Sở Y tế", "", "2027", ""], ["3", "Mục III", "Sở Y tế", "", "2027", ""],
    ])
    #expect(read.map(\.text) == ["Lát sân", "Sơn cổng", "Mục III"])
    #expect(read.map(\.section) == ["Sân bãi", "Cổng rào", "Cổng rào"])
  }

  @Test func `one column names both bodies`() {
    let header = ["TT", "Công việc", "Chủ trì/phối hợp", "Thời hạn"]
    let read = entries(
      [
        ["1", "Lát sân", "Phòng Y tế chủ trì; các xã phối hợp", "2027"],
        ["2", "Sơn cổng", "Chủ trì: Sở Y tế\nPhối hợp: Sở Du lịch", "2027"],
        ["3", "Quét vôi", "Sở Du lịch", "2027"],
      ], header: header)
    #expect(read.map(\.lead) == [["Phòng Y tế"], ["Sở Y tế"], ["Sở Du lịch"]])
    #expect(read.map(\.cooperating) == [["các xã"], ["Sở Du lịch"], []])
  }

  @Test func `rows of a table of targets are targets`() {
    let read = entries(
      [
        ["I", "Đến năm 2028", "", ""], ["1", "Tỷ lệ hộ có nước sạch", "%", "≥ 95"],
        ["2", "Số cầu xây mới", "Cầu", "12"], ["3", "Thứ hạng", "Bậc", "Tốp đầu"],
        ["4", "Tăng thu", "%/năm", "6 - 8"],
      ], header: ["TT", "Chỉ tiêu", "Đơn vị", "Kế hoạch"])
    #expect(read.allSatisfy { $0.role == .target })
    #expect(read.map { $0.targets.first?.comparator } == [.atLeast, .equal, nil, .between])
    #expect(
      read.map { $0.targets.first?.value } == [.number(95), .number(12), nil, .text("6-8")])
    #expect(read.map { $0.targets.first?.by } == ["2028", "2028", nil, "2028"])
  }

  @Test(arguments: [
    ["TT", "Họ và tên", "Ngày sinh", "Đơn vị công tác"], ["TT", "Nội dung", "Số tiền"],
    ["TT", "Từ ngữ", "Giải thích"], ["Chỉ tiêu thống kê", "Số liệu"],
    ["Đối tượng", "Nhóm 1", "Nhóm 2"], ["Chỉ tiêu", "Ước thực hiện", "Cùng kỳ"],
  ])
  func `tables of persons, amounts, statistics and definitions have no entries`(
    _ header: [String]
  ) {
    #expect(entries([header.map { _ in "Một ô" }], header: header).isEmpty)
  }

  @Test(
    arguments: [
      (["Chỉ tiêu", "ĐVT", "Ước thực hiện năm 2027", "Kế hoạch năm 2028"], ["2028"]),
      (["Chỉ tiêu", "ĐVT", "Hiện trạng", "Mục tiêu năm 2028"], ["2028"]),
      (["Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện năm 2027"], []),
      (["Chỉ tiêu", "ĐVT", "Kế hoạch năm 2027", "Đã thực hiện"], []),
      (["Chỉ tiêu", "ĐVT", "Mục tiêu năm 2028", "Mục tiêu năm 2030"], ["2028", "2030"]),
      (["Chỉ tiêu", "ĐVT", "Năm 2027", "Năm 2028"], []),
    ] as [([String], [String])])
  func `a plan behind what was done gives targets, what was done behind a plan none`(
    _ header: [String], _ times: [String]
  ) {
    let read = entries([["Tỷ lệ đường có đèn", "%", "70", "82"]], header: header)
    #expect(read.flatMap(\.targets).map { $0.by ?? "" } == times)
  }

  @Test(
    arguments: [
      ("MỤC TIÊU", ["2027", "2028"]), ("Nhiệm vụ và chỉ tiêu", ["2027", "2028"]),
      ("Kết quả thực hiện", []), ("Thuyết minh", []),
    ] as [(String, [String])])
  func `the section tells whether figures below years are to be reached`(
    _ title: String, _ times: [String]
  ) {
    let header = ["TT", "Chỉ tiêu", "Đơn vị", "Năm 2027", "Năm 2028"]
    let rows = [["1", "Tỷ lệ đường có đèn", "%", "70", "≥ 82"]]
    let table = Table(header: header, rows: rows, location: Location(line: 1))
    let node = Node(
      kind: .heading, marker: nil, title: title, content: [.table(table)],
      location: Location(line: 1))
    let tree = FactExtractor().extract(from: TaskTree(outline: [node])).value
    guard case .table(let read)? = tree.outline.first?.content.first else { return }
    #expect(read.tasks.flatMap(\.targets).map { $0.by ?? "" } == times)
  }
}
