import ProgrammeModel
import Testing

@testable import FactExtraction

struct TreeReaderTests {
  private static let location = Location(line: 1)

  private func paragraph(_ text: String) -> Block {
    .paragraph(Paragraph(text: text, location: TreeReaderTests.location))
  }

  private func node(
    _ id: String, title: String? = nil, _ content: [Block] = [], _ children: [Node] = []
  ) -> Node {
    Node(
      id: id, kind: title == nil ? .item : .heading, marker: nil, title: title, content: content,
      children: children, location: TreeReaderTests.location)
  }

  private func read(_ tree: TaskTree) -> TaskTree {
    FactExtractor().extract(from: tree).value
  }

  private static let table = Table(
    header: [
      "STT", "Nội dung thực hiện", "Sản phẩm", "Thời gian hoàn thành", "Cơ quan chủ trì",
      "Cơ quan phối hợp",
    ],
    rows: [
      ["I", "XÂY DỰNG ĐẢNG", "", "", "", ""],
      [
        "1", "Tiếp tục kiện toàn 03 chi bộ", "Báo cáo", "Tháng 6/2026", "Ban Tổ chức",
        "Văn phòng, Ủy ban Kiểm tra",
      ],
      ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
      ["II", "PHÁT TRIỂN KINH TẾ", "PHÁT TRIỂN KINH TẾ", "PHÁT TRIỂN KINH TẾ", "", ""],
      [
        "2", "Gieo trồng 1.250 ha lúa", "", "Quý II/2026\nQuý III/2026",
        "Phòng Kinh tế\nUBND các xã", "",
      ],
      ["3", "Họp giao ban", "", "Hằng tháng", "", ""],
    ], location: location)

  @Test func `changes of one measure do not add up to long names`() {
    let changes = String(repeating: ", tăng 12%", count: 500)
    let targets = SampleEntries.read("Thu ngân sách đạt 15 tỷ đồng\(changes).", under: "CHỈ TIÊU")
      .flatMap(\.targets)
    #expect(targets.count == 501)
    #expect(targets.dropFirst().allSatisfy { $0.indicator == "Thu ngân sách tăng" })
  }

  @Test func `a measure that is long is not named again in every change`() {
    let measure = "Thu ngân sách " + String(repeating: "địa bàn ", count: 60) + "đạt"
    let targets = SampleEntries.read("\(measure) 5 tỷ đồng, tăng 12%.", under: "CHỈ TIÊU")
      .flatMap(\.targets)
    #expect(targets.map(\.indicator.count).max() ?? 0 > 300)
    #expect(targets.last?.indicator == "tăng")
  }

  @Test func `sentences of leaves are tasks, headings above have none`() {
    let tree = read(
      TaskTree(outline: [
        node(
          "1", title: "NHIỆM VỤ NĂM 2026", [paragraph("Mở đầu năm 2026.")],
          [
            node("1.1", [paragraph("Làm một việc. Làm 02 cuộc kiểm tra."), paragraph("Làm nữa.")])
          ])
      ]))
    #expect(tree.outline[0].facts.map(\.text) == ["NĂM 2026"])
    #expect(tree.outline[0].content.tasks.isEmpty)
    #expect(tree.outline[0].content.facts.map(\.text) == ["năm 2026"])
    let tasks = tree.outline[0].children[0].content.tasks
    #expect(tasks.map(\.id) == ["1.1/1", "1.1/2", "1.1/3"])
    #expect(tasks.map(\.text) == ["Làm một việc.", "Làm 02 cuộc kiểm tra.", "Làm nữa."])
    #expect(tasks.map(\.facts) == [[], [0], []])
    #expect(tasks[1].range == TextRange(14, 35))
  }

  @Test func `rows of a task table are tasks, under their sections`() {
    let tree = read(TaskTree(outline: [node("2.1", [.table(TreeReaderTests.table)])]))
    let tasks = tree.outline[0].content.tasks
    #expect(tasks.map(\.id) == ["2.1/1", "2.1/2", "2.1/3"])
    #expect(tasks.map(\.section) == ["XÂY DỰNG ĐẢNG", "PHÁT TRIỂN KINH TẾ", "PHÁT TRIỂN KINH TẾ"])
    #expect(tasks.map(\.continuing) == [true, false, false])
    #expect(tasks.map(\.lead) == [["Ban Tổ chức"], ["Phòng Kinh tế", "UBND các xã"], []])
    #expect(tasks.map(\.cooperating) == [["Văn phòng", "Ủy ban Kiểm tra"], [], []])
    #expect(tasks.map(\.product) == ["Báo cáo", nil, nil])
    #expect(
      tasks.map(\.deadline?.text) == ["Tháng 6/2026", "Quý II/2026 Quý III/2026", "Hằng tháng"])
    #expect(tasks.map(\.deadline?.edtf) == ["2026-06", nil, nil])
    let facts = tree.outline[0].content.facts
    #expect(tasks.map { $0.facts.map { facts[$0].text } }[1].first == "1.250 ha")
  }

  @Test(
    arguments: [
      (
        "Vừa qua nước lên nhanh. Chủ tịch UBND xã yêu cầu Trưởng các thôn, Giám đốc Trạm bơm thực hiện các nội dung sau:",
        ["Trưởng các thôn", "Giám đốc Trạm bơm"]
      ), ("UBND xã đề nghị các thôn:", ["các thôn"]),
      // Who decides is not told to act, nor who was asked in another sentence.
      ("Ủy ban nhân dân xã ban hành Kế hoạch như sau:", []),
      ("UBND xã yêu cầu các thôn giữ bờ. Nội dung cụ thể như sau:", []),
      ("UBND xã yêu cầu các thôn giữ bờ.", []),
    ])
  func `whom the text before the outline asks is to do what stands in it`(
    _ introduction: String, _ lead: [String]
  ) {
    let tree = read(
      TaskTree(
        preamble: [paragraph(introduction)],
        outline: [
          node("1", [paragraph("Vớt bèo trước mùa lũ.")]),
          node("2", title: "Sở Y tế:", [], [node("2.1", [paragraph("Trực đêm.")])]),
        ]))
    #expect(tree.outline[0].content.tasks.map(\.lead) == [lead])
    #expect(tree.outline[0].content.tasks.map(\.role) == [.task])
    #expect(tree.outline[1].children[0].content.tasks.map(\.lead) == [["Sở Y tế"]])
  }

  @Test func `facts of a table are slices of its plain text`() {
    var table = TreeReaderTests.table
    table.rows.insert([], at: 2)
    let tree = read(TaskTree(preamble: [.table(table)]))
    let scalars = Array(table.plainText.unicodeScalars)
    #expect(!tree.preamble.facts.isEmpty)
    for fact in tree.preamble.facts {
      var slice = String.UnicodeScalarView()
      slice.append(contentsOf: scalars[fact.range.start..<fact.range.end])
      #expect(String(slice) == fact.text)
    }
  }

  @Test func `tables outside nodes count as node 0 of their part`() {
    let tree = read(
      TaskTree(
        preamble: [.table(TreeReaderTests.table)], closing: [.table(TreeReaderTests.table)],
        appendices: [Appendix(title: ["PHỤ LỤC"], preamble: [.table(TreeReaderTests.table)])]))
    #expect(tree.preamble.tasks.map(\.id) == ["0/1", "0/2", "0/3"])
    #expect(tree.closing.tasks.map(\.id) == ["0/4", "0/5", "0/6"])
    #expect(tree.appendices[0].preamble.tasks.map(\.id) == ["A1.0/1", "A1.0/2", "A1.0/3"])
  }

  @Test(arguments: [
    ["STT", "Họ và tên", "Năm sinh"], ["TT", "Nội dung", "Số tiền"],
    ["Tên", "Chức vụ", "Đơn vị tính"],
    [], ["", ""], ["Chỉ tiêu", "Đơn vị tính", "Kế hoạch"],
  ])
  func `other tables have no tasks`(_ header: [String]) {
    let row = header.map { _ in "Một việc nào đó" }
    let table = Table(header: header, rows: [row], location: TreeReaderTests.location)
    #expect(read(TaskTree(preamble: [.table(table)])).preamble.tasks.isEmpty)
  }

  @Test func `a table without header has it in its first row`() {
    var table = TreeReaderTests.table
    table.rows.insert(table.header, at: 0)
    table.header = []
    #expect(read(TaskTree(preamble: [.table(table)])).preamble.tasks.count == 3)
  }
}

extension [Block] {
  fileprivate var tasks: [ProgrammeTask] {
    flatMap { block in
      switch block {
      case .paragraph(let paragraph): paragraph.tasks
      case .table(let table): table.tasks
      }
    }
  }

  fileprivate var facts: [Fact] {
    flatMap { block in
      switch block {
      case .paragraph(let paragraph): paragraph.facts
      case .table(let table): table.facts
      }
    }
  }
}
