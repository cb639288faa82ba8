import ProgrammeModel
import Testing

@testable import FactExtraction

@Suite struct MentionTests {
  @Test(arguments: [
    (
      "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát biên chế trước ngày 15/5/2030.",
      ["lead Sở Nội vụ", "cooperating Sở Tài chính", "deadline trước ngày 15/5/2030"]
    ),
    // The name that leads stands twice: what is marked is the place where it is read.
    (
      "Rà soát biên chế của Sở Nội vụ, do Sở Nội vụ chủ trì.",
      ["lead Sở Nội vụ"]
    ),
    (
      "Sở Y tế rà soát quy hoạch; sản phẩm: Báo cáo rà soát.",
      ["lead Sở Y tế", "product Báo cáo rà soát"]
    ),
    // Nothing of a paragraph without bodies, days and products.
    ("Tiếp tục nâng cao chất lượng sinh hoạt.", []),
    // A day that is no deadline.
    ("Tổng kết phong trào năm 2029.", []),
  ])
  func `an entry knows where its text says who and when`(_ text: String, _ expected: [String]) {
    let entry = SampleEntries.read(text).first
    #expect(entry.map(mentioned) == expected)
  }

  @Test func `ranges count from the start of the sentence`() {
    let text = "Mở 02 lớp tập huấn. Sở Nội vụ chủ trì tổng kết trước ngày 15/5/2030."
    let entries = SampleEntries.read(text)
    #expect(entries.map(mentioned) == [[], ["lead Sở Nội vụ", "deadline trước ngày 15/5/2030"]])
  }

  @Test func `what a heading, the sentence before or a field line says has no place in the text`() {
    let under = SampleEntries.read("Rà soát biên chế.", under: "Sở Nội vụ")
    #expect(under.map(\.lead) == [["Sở Nội vụ"]] && under.map(mentioned) == [[]])
    let behind = SampleEntries.read("Sở Nội vụ rà soát biên chế. Lập báo cáo tổng hợp.")
    #expect(behind.map(\.lead) == [["Sở Nội vụ"], ["Sở Nội vụ"]])
    #expect(behind.map(mentioned) == [["lead Sở Nội vụ"], []])
    let field = SampleEntries.read("Sở Nội vụ rà soát biên chế. Đơn vị chủ trì: Sở Tài chính.")
    #expect(field.map(\.lead) == [["Sở Tài chính"]] && field.map(mentioned) == [[]])
  }

  @Test func `a row knows what its own text says, and not what its columns say`() {
    let table = Table(
      header: ["STT", "Nội dung thực hiện", "Thời gian hoàn thành", "Cơ quan chủ trì"],
      rows: [
        ["1", "Sở Nội vụ chủ trì rà soát biên chế", "Tháng 6/2030", ""],
        ["2", "Rà soát biên chế của Sở Nội vụ", "Tháng 6/2030", "Sở Nội vụ"],
      ], location: Location(line: 1))
    let tree = FactExtractor().extract(from: TaskTree(preamble: [.table(table)])).value
    guard case .table(let read) = tree.preamble[0] else { return }
    #expect(read.tasks.map(\.lead) == [["Sở Nội vụ"], ["Sở Nội vụ"]])
    #expect(read.tasks.map(mentioned) == [["lead Sở Nội vụ"], []])
  }

  private func mentioned(in entry: ProgrammeTask) -> [String] {
    let scalars = Array(entry.text.unicodeScalars)
    return entry.mentions.map { mention in
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[mention.range.start..<mention.range.end])
      return "\(mention.value) \(String(words))"
    }
  }
}
