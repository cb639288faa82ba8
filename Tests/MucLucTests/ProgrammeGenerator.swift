import TestSupport

/// Makes random programme documents together with the tree that must come of them.
///
/// A document has a letterhead, a title, an introduction, one to four Roman headings with numbered headings or tasks,
/// letters, dashes, pluses or compound numbers below them, tables of figures or of tasks and unmarked paragraphs
/// between these, a closing paragraph, recipients and a signature. Most are small, some have some hundred lines.
struct ProgrammeGenerator {
  /// A node as it must come out.
  struct Expected: Equatable, CustomStringConvertible {
    var marker: String
    var kind: String
    /// The title, or nothing.
    var title = ""
    /// The paragraphs, and tables as `Grid.description` writes them.
    var content: [String] = []
    var children: [Expected] = []

    var description: String {
      "\(kind) ‹\(marker)› \(title) \(content) [\(children.map(\.description).joined(separator: ", "))]"
    }
  }

  /// A paragraph of the document before it is written to a file.
  struct Line {
    /// The text, behind its marker and a space.
    var text: String
    /// The marker, or nothing.
    var marker = ""
    var isBold = false
    var isCentred = false

    /// The line as printed.
    var printed: String { marker.isEmpty ? text : "\(marker) \(text)" }
  }

  /// What a document is a list of.
  enum Part {
    case line(Line)
    case table(Grid)
  }

  /// The source of chance, also for the form in which the document is written.
  var random: SeededGenerator

  /// The document's lines and tables.
  private(set) var parts: [Part] = []

  /// The tree that must come of them.
  private(set) var outline: [Expected] = []

  /// The letters of lists: Word counts in the Latin order when it counts itself.
  private let letters: [String]

  /// How many children a node has at most; a tree of all sizes takes too long to make by the thousand.
  private let most: Int

  /// Makes a document whose letters count in the Latin order or in the Vietnamese one.
  init(seed: UInt64, isLatin: Bool = false) {
    random = SeededGenerator(seed: seed)
    letters =
      isLatin ? ["a)", "b)", "c)", "d)", "e)", "f)"] : ["a)", "b)", "c)", "d)", "đ)", "e)"]
    most = Int.random(in: 1...20, using: &random) == 1 ? 6 : 3
    write()
  }

  private mutating func write() {
    let commune = pick(["HÒA SEN", "TÂN TRÚC", "PHÚ KHUÊ", "AN LAM"])
    add("ĐẢNG BỘ HUYỆN BÌNH TRÚC", centred: true)
    add("ĐẢNG ỦY XÃ \(commune)", centred: true)
    add("*", centred: true)
    add("Số \(number(1...99))-CTr/ĐU", centred: true)
    add("ĐẢNG CỘNG SẢN VIỆT NAM", centred: true)
    add("Bình Trúc, ngày \(number(10...28)) tháng \(number(10...12)) năm 2024", centred: true)
    add("CHƯƠNG TRÌNH", centred: true)
    add("Công tác quý \(pick(["I", "II", "III", "IV"]))/2025", centred: true)
    add("-----", centred: true)
    add("Đảng ủy xã tập trung lãnh đạo thực hiện các nhiệm vụ sau đây:")
    for place in 1...number(1...min(most, 4)) { outline.append(section(place)) }
    add("Trên đây là Chương trình công tác của Đảng ủy xã./.")
    add("Nơi nhận:")
    add("- Thường trực Huyện ủy (b/c),")
    add("- Lưu Văn phòng.")
    add("T/M ĐẢNG ỦY", centred: true)
    add("BÍ THƯ", centred: true)
    add("Trần Khắc Lam", centred: true)
  }

  private mutating func section(_ place: Int) -> Expected {
    let title = pick([
      "CÔNG TÁC XÂY DỰNG ĐẢNG", "PHÁT TRIỂN KINH TẾ - XÃ HỘI", "QUỐC PHÒNG - AN NINH",
      "NHIỆM VỤ TRỌNG TÂM", "TỔ CHỨC THỰC HIỆN",
    ])
    let marker = ["I.", "II.", "III.", "IV."][place - 1]
    var node = Expected(marker: marker, kind: "heading", title: title)
    add(title, marker: marker, bold: true)
    let holdsTasks = chance(40)
    for number in 1...self.number(2...max(most - 1, 2)) {
      node.children.append(holdsTasks ? task("\(number).") : topic(number))
    }
    return node
  }

  private mutating func topic(_ place: Int) -> Expected {
    let title = pick([
      "Công tác dân vận", "Về phát triển nông nghiệp", "Công tác tổ chức, cán bộ",
      "Văn hóa - Xã hội", "Công tác kiểm tra, giám sát",
    ])
    let marker = "\(place)."
    if chance(20) {
      let body = sentence()
      add("\(title): \(body)", marker: marker)
      return Expected(marker: marker, kind: "runin", title: title, content: [body])
    }
    var node = Expected(marker: marker, kind: "heading", title: title)
    add(title, marker: marker, bold: true)
    let style = number(0...3)
    for index in 0..<number(2...most) {
      switch style {
      case 0: node.children.append(task("-"))
      case 1: node.children.append(task(letters[index]))
      case 2: node.children.append(task("\(place).\(index + 1)."))
      default:
        let text = pick(["Về trồng trọt:", "Về chăn nuôi:", "Về thủy lợi:"])
        var item = Expected(marker: "-", kind: "heading", title: text)
        add(text, marker: "-")
        for _ in 0..<number(2...3) { item.children.append(task("+")) }
        node.children.append(item)
      }
    }
    return node
  }

  /// A task, sometimes with an unmarked paragraph or a table behind its sentence.
  private mutating func task(_ marker: String) -> Expected {
    let text = sentence()
    add(text, marker: marker)
    var node = Expected(marker: marker, kind: "item", content: [text])
    if chance(10) {
      let text = pick([
        "Giao Văn phòng theo dõi.", "Các chi bộ báo cáo kết quả trước ngày 25 hằng tháng.",
      ])
      add(text)
      node.content.append(text)
    }
    if chance(8) {
      let grid = chance(50) ? figures() : tasks()
      parts.append(.table(grid))
      node.content.append(grid.description)
    }
    return node
  }

  mutating func sentence() -> String {
    let verb = pick(["Tiếp tục triển khai", "Tổ chức thực hiện", "Rà soát", "Xây dựng", "Kiểm tra"])
    let object = pick([
      "kế hoạch sản xuất vụ Đông xuân", "02 mô hình kinh tế tập thể", "quy chế làm việc của cấp ủy",
      "Nghị quyết số 12-NQ/HU ngày 08/3/2023 của Huyện ủy", "công tác tiếp dân, giải quyết đơn thư",
    ])
    let end = pick([
      "trên địa bàn xã", "trước ngày 15/5/2025", "trong quý II/2025", "theo đúng quy định",
    ])
    return "\(verb) \(object) \(end)."
  }

  private mutating func add(
    _ text: String, marker: String = "", bold: Bool = false, centred: Bool = false
  ) {
    parts.append(.line(Line(text: text, marker: marker, isBold: bold, isCentred: centred)))
  }

  mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &random) ?? ""
  }
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
}
