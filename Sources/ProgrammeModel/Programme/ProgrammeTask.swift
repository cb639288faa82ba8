/// An entry of a programme: a sentence of a leaf node, or a row of a table of tasks or of targets.
///
/// Its role says what it is: what somebody is to do, a state to be reached, a result, or a statement.
public struct ProgrammeTask: Hashable, Sendable, Codable {
  /// What an entry is.
  public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
    /// An action that somebody is to carry out (nhiệm vụ).
    case task
    /// A state to be reached, told by a figure (chỉ tiêu).
    case target
    /// What has been done, or how things stand.
    case result
    /// A purpose, a reason, a definition, a scope or an enumeration.
    case statement

    /// What tables, counts and pages show unless they are asked for more.
    public static let usual: Set<Role> = [.task, .target]
  }

  /// Where the leading bodies are named.
  public enum LeadSource: String, Hashable, Sendable, Codable, CaseIterable {
    /// In the sentence, or in the sentence before it.
    case sentence
    /// In a column of the table.
    case table
    /// In a field line below the entry (`Đơn vị chủ trì: …`).
    case fields
    /// In the heading, run-in title or introduction above.
    case heading
  }

  /// The node's id and the entry's place in the node, such as `2.4.1/2`.
  public var id: String

  /// The sentence, or the task cell of the row.
  public var text: String

  /// Where the sentence stands in the paragraph, or `nil` for a row.
  public var range: TextRange?

  /// What it is.
  public var role: Role

  /// The section row of the table, else the nearest title above, or `nil`.
  public var section: String?

  /// The row of the table, counted from 1 behind the header, or `nil` for a sentence.
  public var row: Int?

  /// The number in the row's first column, such as `1` or `2.3`, or `nil`.
  public var number: String?

  /// Whether it goes on with what was begun (`Tiếp tục …`, `Duy trì …`).
  public var continuing: Bool

  /// The bodies that are to act (chủ trì).
  public var lead: [String]

  /// Where they are named, or `nil` where there are none.
  public var leadFrom: LeadSource?

  /// The bodies that cooperate (phối hợp).
  public var cooperating: [String]

  /// When it is due, or `nil` where the text does not say.
  public var deadline: Deadline?

  /// What it is to produce (sản phẩm), or `nil`.
  public var product: String?

  /// The figures to be reached.
  public var targets: [Target]

  /// The facts of the block that stand in it, by their place in the block's list.
  public var facts: [Int]

  /// Where its text says who is to act and by when; what is said elsewhere, as in another column, is not there.
  @Unwritten public var mentions: [Mention] = []

  private enum CodingKeys: String, CodingKey {
    case id, text, range, role, section, row, number, continuing, lead, leadFrom, cooperating
    case deadline, product, targets, facts
  }

  /// Makes an entry.
  public init(
    id: String, text: String, range: TextRange?, role: Role = .task, section: String? = nil,
    row: Int? = nil, number: String? = nil, continuing: Bool = false, lead: [String] = [],
    leadFrom: LeadSource? = nil, cooperating: [String] = [], deadline: Deadline? = nil,
    product: String? = nil, targets: [Target] = [], facts: [Int] = []
  ) {
    self.id = id
    self.text = text
    self.range = range
    self.role = role
    self.section = section
    self.row = row
    self.number = number
    self.continuing = continuing
    self.lead = lead
    self.leadFrom = leadFrom
    self.cooperating = cooperating
    self.deadline = deadline
    self.product = product
    self.targets = targets
    self.facts = facts
  }
}

extension ProgrammeTask {
  /// A stretch of an entry's text that one of its values was read from.
  public struct Mention: Hashable, Sendable {
    /// The values of an entry that its text may say.
    public enum Value: Hashable, Sendable {
      /// A body of `lead`.
      case lead
      /// A body of `cooperating`.
      case cooperating
      /// The deadline.
      case deadline
      /// The product.
      case product
    }

    /// What it says.
    public var value: Value

    /// Where it stands in the entry's text.
    public var range: TextRange

    /// Names a stretch.
    public init(_ value: Value, _ range: TextRange) {
      self.value = value
      self.range = range
    }
  }
}

/// When a task is due (thời hạn).
public struct Deadline: Hashable, Sendable, Codable {
  /// The words.
  public var text: String

  /// The date in EDTF, or `nil` for a recurring or relative time.
  public var edtf: String?

  /// Makes a deadline.
  public init(text: String, edtf: String?) {
    self.text = text
    self.edtf = edtf
  }
}
