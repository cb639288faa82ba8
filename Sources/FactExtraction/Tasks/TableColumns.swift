internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// What the columns of a table hold, told by the words of its header.
///
/// ```text
/// STT | Nhiệm vụ | Sản phẩm | Thời gian | Chủ trì | Phối hợp      a table of tasks
/// TT | Chỉ tiêu | Đơn vị | Kế hoạch | Cơ quan theo dõi            a table of targets
/// TT | Họ và tên | Ngày sinh | Đơn vị công tác                    neither
/// ```
struct TableColumns: Hashable {
  /// What a column holds.
  enum Column: Hashable {
    case number, task, product, time, lead, body, cooperating, both
    case indicator, unit, value, done
    case person, amount, meaning, other
  }

  /// What kind of table it is.
  enum Kind: Hashable {
    /// A column of tasks stands beside one of time, product or body.
    case tasks
    /// A column of what is measured stands beside one of figures to be reached.
    case targets
  }

  /// What each column holds.
  var columns: [Column]

  /// What kind of table it is.
  var kind: Kind

  /// A column of figures to be reached.
  struct Value: Hashable {
    /// Its place among the columns.
    var place: Int
    /// The time that its title gives, in EDTF.
    var time: String?
  }

  /// The columns of figures to be reached.
  ///
  /// *Thực hiện năm 2025 | Kế hoạch năm 2026* has one, the plan behind what was done; where what was done
  /// stands behind the plan, the table is one of results and has none.
  private(set) var values: [Value] = []

  /// Whether nothing but years heads the figures, *Năm 2024 | Năm 2025*: then the section tells whether
  /// they are to be reached.
  private(set) var hasYearsAlone = false

  /// Reads a header, or gives `nil` for a table that has no entries.
  init?(header: [String], lexicon: Lexicon) {
    var text = TokenisedText(lexicon: lexicon)
    var columns = header.map { title -> Column in
      text.read(title)
      return TableColumns.column(text)
    }
    TableColumns.settle(&columns)
    // Lãnh đạo phụ trách | Phòng chủ trì: of two columns the one of those who lead.
    if columns.count(where: { $0 == .lead }) > 1 {
      let chairing = columns.indices.filter {
        guard columns[$0] == .lead else { return false }
        text.read(header[$0])
        return text.holds(.chairs)
      }
      if !chairing.isEmpty {
        for place in columns.indices where columns[place] == .lead && !chairing.contains(place) {
          columns[place] = .other
        }
      }
    }
    self.columns = columns
    kind = .tasks
    readValues(of: header, &text)
    guard let kind = kind(of: columns) else { return nil }
    self.kind = kind
  }

  /// The column of a kind that says something in a row.
  func place(of column: Column) -> Int? { columns.firstIndex(of: column) }

  // MARK: Columns

  /// What a title says of its column.
  ///
  /// The first word decides between what is done and what is measured,
  /// then who, when and what for wherever they stand in the title.
  private static func column(_ text: TokenisedText) -> Column {
    let start = text.afterMarks(0, until: text.count)
    let opens = text.phrase(at: start, meaning: .columns)?.meaning ?? []
    if opens.contains(.columnPerson) { return .person }
    if opens.contains(.columnTask) { return .task }
    if opens.contains(.columnIndicator) { return .indicator }
    if opens.contains(.columnNumber) { return .number }
    if opens.contains(.columnUnit), text.phrase(at: start, meaning: .columnUnit)?.end == text.count
    {
      return .unit
    }
    // Ngày bắt đầu, Tỷ lệ hoàn thành: no time when something is due.
    if text.phrase(at: start, meaning: .columnDone) != nil, text.holds(.columnTime) { return .done }
    // Tháng
    if start + 1 == text.count, text.means(start, .month) { return .time }
    for (meaning, column) in order where text.holds(meaning) {
      // Đơn vị được kiểm tra: those whom something is done to do not act.
      return column == .body && text.isPassive ? .other : column
    }
    return .other
  }

  /// The words of other titles, in the order in which they decide: *Cơ quan chủ trì thực hiện* leads,
  /// *Thời gian thực hiện* is a time.
  private static var order: [(Meaning, Column)] {
    [
      (.columnPerson, .person), (.columnMeaning, .meaning), (.columnBoth, .both),
      (.columnCooperating, .cooperating), (.columnLead, .lead), (.columnTime, .time),
      (.columnProduct, .product), (.columnAmount, .amount), (.columnDone, .done),
      (.columnBody, .body), (.columnValue, .value), (.columnTask, .task), (.columnUnit, .unit),
      (.columnNumber, .number),
    ]
  }

  /// What a title is beside the others: *Kết quả* is a figure beside *Chỉ tiêu*, a product otherwise.
  private static func settle(_ columns: inout [Column]) {
    guard columns.contains(.indicator), !columns.contains(.task) else {
      if columns.contains(.task) {
        for place in columns.indices where columns[place] == .indicator { columns[place] = .other }
      }
      return
    }
    for place in columns.indices {
      switch columns[place] {
      case .product, .time, .amount: columns[place] = .value
      case .body where columns.contains(.unit): columns[place] = .lead
      default: break
      }
    }
  }

  /// Finds the columns of figures to be reached, and the times in their titles.
  private mutating func readValues(of header: [String], _ text: inout TokenisedText) {
    guard columns.contains(.indicator) else { return }
    let lastDone = columns.lastIndex(of: .done) ?? -1
    var named: [Value] = []
    var years: [Value] = []
    for place in columns.indices where columns[place] == .value {
      text.read(header[place])
      let title = text
      let date = (0..<title.count).lazy.compactMap { title.date(at: $0) }.first
      let value = Value(place: place, time: date?.period.edtf)
      if let date, date.end == text.count, text.date(at: 0)?.end == text.count {
        years.append(value)
      } else {
        named.append(value)
      }
    }
    hasYearsAlone = named.isEmpty && !years.isEmpty && lastDone < 0
    if hasYearsAlone {
      values = years
      return
    }
    // Kế hoạch năm | Thực hiện: what was done behind the plan makes it a table of results.
    guard let last = named.last, last.place > lastDone else { return }
    named.removeAll { $0.place < lastDone }
    let timed = named.filter { $0.time != nil }
    values = timed.isEmpty ? Array(named.prefix(1)) : timed
  }

  private func kind(of columns: [Column]) -> Kind? {
    if columns.contains(.person) || columns.contains(.meaning) { return nil }
    if columns.contains(.task) {
      let others: Set<Column> = [.time, .lead, .body, .cooperating, .both, .product]
      return columns.contains(where: others.contains) ? .tasks : nil
    }
    return values.isEmpty ? nil : .targets
  }
}

extension Meaning {
  /// What the title of a column can begin with.
  fileprivate static var columns: Meaning {
    [.columnPerson, .columnTask, .columnIndicator, .columnNumber, .columnUnit]
  }
}

extension TokenisedText {
  /// Whether the text says that something is done to somebody, and gives no task: `được kiểm tra`.
  fileprivate var isPassive: Bool { holds(.passive) && !holds(.must) }

  /// Whether a phrase with the meaning stands somewhere in the text.
  fileprivate func holds(_ meaning: Meaning) -> Bool {
    !opens.isDisjoint(with: meaning)
      && (0..<count).contains { phrase(at: $0, meaning: meaning) != nil }
  }
}
