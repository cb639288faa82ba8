internal import ProgrammeModel
internal import VietnameseText

/// The columns of a task table (bảng phân công nhiệm vụ), told by the words of its header.
///
/// ```text
/// STT | Nhiệm vụ | Sản phẩm | Thời gian | Chủ trì | Phối hợp
/// I   | XÂY DỰNG ĐẢNG                                            a section
/// 1   | Tổng kết … | Báo cáo | Quý IV/2026 | Văn phòng | Các ban   a task
/// ```
///
/// A table is one where a column of tasks stands beside at least one of time, product or body.
struct TaskTable {
  /// What a column holds.
  enum Column {
    case number, task, product, time, lead, body, cooperating, other
  }

  /// What each column holds.
  var columns: [Column]

  /// Whether the first row is the header, because the table has none.
  var isHeaderInRows: Bool

  /// The rows as tasks are made of them.
  struct Row {
    /// The place of the row in the table's rows.
    var index: Int
    /// The section above it.
    var section: String?
  }

  /// Reads the header of a table, or gives `nil` for a table that is none of tasks.
  init?(_ table: Table) {
    if let columns = TaskTable.columns(table.header) {
      self.columns = columns
      isHeaderInRows = false
    } else if let first = table.rows.first, let columns = TaskTable.columns(first) {
      self.columns = columns
      isHeaderInRows = true
    } else {
      return nil
    }
  }

  private static func columns(_ header: [String]) -> [Column]? {
    var text = FoldedText()
    let columns = header.map { column($0, &text) }
    guard columns.contains(where: { $0 == .task }),
      columns.contains(where: {
        switch $0 {
        case .time, .lead, .body, .cooperating, .product: true
        default: false
        }
      })
    else { return nil }
    return columns
  }

  private static func column(_ title: String, _ text: inout FoldedText) -> Column {
    text.fold(title)
    if opening.contains(where: { text.end(of: $0, at: 0) != nil }) { return .task }
    // The letters that its words begin with, one bit for the last six of a folded byte: most keywords are done
    // with after a look at them.
    var initials: UInt64 = 0
    for index in text.codes.indices where text.isWordBoundary(index) {
      initials |= 1 << UInt64(text.codes[index] & 63)
    }
    for (words, column) in headers {
      let stands = words.contains { word in
        word.codes.first.map { initials >> UInt64($0 & 63) & 1 != 0 } == true && text.contains(word)
      }
      if stands { return column }
    }
    return .other
  }

  /// The words that open the title of a column of tasks, whatever follows: `Nội dung thực hiện`.
  private static let opening = [
    "nhiệm vụ", "nội dung", "công việc", "tên nhiệm vụ", "tên công việc", "hoạt động", "giải pháp",
  ].map { Keyword($0) }

  /// The words of other titles, in the order in which they decide: `Cơ quan chủ trì thực hiện` leads,
  /// `Thời gian thực hiện` is a time.
  private static let headers: [(words: [Keyword], column: Column)] = [
    (keywords(["phối hợp", "tham gia", "liên quan"]), .cooperating),
    (keywords(["chủ trì", "phụ trách", "chịu trách nhiệm", "đầu mối"]), .lead),
    (keywords(["thời gian", "thời hạn", "tiến độ", "hoàn thành", "ngày", "hạn"]), .time),
    (keywords(["sản phẩm", "kết quả", "đầu ra"]), .product),
    (keywords(["cơ quan", "đơn vị", "thực hiện", "phân công", "người"]), .body),
    (keywords(["nhiệm vụ", "nội dung", "công việc", "đề án", "dự án", "tên"]), .task),
    (keywords(["stt", "tt", "số"]), .number),
  ]

  private static func keywords(_ words: [String]) -> [Keyword] { words.map { Keyword($0) } }

  /// The rows that are tasks, each with its section.
  func rows(of table: Table) -> [Row] {
    var rows: [Row] = []
    var section: String?
    for (index, row) in table.rows.enumerated() where index > 0 || !isHeaderInRows {
      switch kind(of: row) {
      case .task: rows.append(Row(index: index, section: section))
      case .section(let title): section = title
      case .nothing: continue
      }
    }
    return rows
  }

  private enum Kind {
    case task, nothing
    case section(String)
  }

  private func kind(of row: [String]) -> Kind {
    var number = ""
    var texts: [String] = []
    for (place, cell) in row.enumerated() where cell.utf8.contains(where: { $0 > 0x20 }) {
      if place < columns.count, columns[place] == .number {
        number = cell
      } else if texts.last != cell {
        texts.append(cell)
      }
    }
    // A merged row repeats one text, or stands in its number's cell alone.
    guard let text = texts.first else {
      return number.utf8.count > 4 ? .section(number) : .nothing
    }
    // (1) | (2) | (3): the columns' own numbers.
    if texts.allSatisfy({ $0.utf8.count <= 4 }) { return .nothing }
    if texts.count == 1, number == text { return .section(text) }
    let task = cell(.task, of: row)
    if texts.count == 1, isSectionNumber(number) || task == nil { return .section(text) }
    return task == nil ? .nothing : .task
  }

  /// Whether a number is one of sections: none, Roman or a letter.
  private func isSectionNumber(_ number: String) -> Bool {
    !number.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// The first cell of a row in a column of the kind that says something.
  func cell(_ column: Column, of row: [String]) -> String? {
    for (place, cell) in row.enumerated()
    where place < columns.count && columns[place] == column
      && cell.utf8.contains(where: { $0 > 0x20 })
    {
      return cell
    }
    return nil
  }
}

extension FoldedText {
  /// Whether the keyword stands somewhere as whole words.
  fileprivate func contains(_ keyword: Keyword) -> Bool {
    guard let first = keyword.codes.first else { return false }
    // Most places are done with after a look at one letter.
    return codes.indices.contains { codes[$0] == first && end(of: keyword, at: $0) != nil }
  }
}
