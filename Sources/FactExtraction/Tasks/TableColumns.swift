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

  /// Reads a header, or gives `nil` for a table that has no entries.
  init?(header: [String], lexicon: Lexicon) {
    var text = TokenisedText(lexicon: lexicon)
    var columns = header.map { title -> Column in
      text.read(title)
      return TableColumns.column(text)
    }
    TableColumns.settle(&columns)
    guard let kind = TableColumns.kind(of: columns) else { return nil }
    self.columns = columns
    self.kind = kind
  }

  /// The column of a kind that says something in a row.
  func place(of column: Column) -> Int? { columns.firstIndex(of: column) }

  // MARK: Columns

  /// What a title says of its column.
  ///
  /// The first word decides between what is done and what is measured; who, when and what for may stand
  /// anywhere in the title.
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
    for (meaning, column) in order where text.holds(meaning) { return column }
    return .other
  }

  /// The words of other titles, in the order in which they decide: *Cơ quan chủ trì thực hiện* leads,
  /// *Thời gian thực hiện* is a time.
  private static var order: [(Meaning, Column)] {
    [
      (.columnPerson, .person), (.columnMeaning, .meaning), (.columnBoth, .both),
      (.columnCooperating, .cooperating), (.columnLead, .lead), (.columnTime, .time),
      (.columnProduct, .product), (.columnAmount, .amount), (.columnBody, .body),
      (.columnDone, .done), (.columnValue, .value), (.columnTask, .task), (.columnUnit, .unit),
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

  private static func kind(of columns: [Column]) -> Kind? {
    if columns.contains(.person) || columns.contains(.meaning) { return nil }
    if columns.contains(.task) {
      let others: Set<Column> = [.time, .lead, .body, .cooperating, .both, .product]
      return columns.contains(where: others.contains) ? .tasks : nil
    }
    guard columns.contains(.indicator), columns.contains(.value), !columns.contains(.done) else {
      return nil
    }
    return .targets
  }
}

extension Meaning {
  /// What the title of a column can begin with.
  fileprivate static var columns: Meaning {
    [.columnPerson, .columnTask, .columnIndicator, .columnNumber, .columnUnit]
  }
}

extension TokenisedText {
  /// Whether a phrase with the meaning stands somewhere in the text.
  fileprivate func holds(_ meaning: Meaning) -> Bool {
    !opens.isDisjoint(with: meaning)
      && (0..<count).contains { phrase(at: $0, meaning: meaning) != nil }
  }
}
