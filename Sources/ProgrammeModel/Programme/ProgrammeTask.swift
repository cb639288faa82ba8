/// What somebody is to do (nhiệm vụ): a sentence of a leaf node, or a row of a task table.
public struct ProgrammeTask: Hashable, Sendable, Codable {
  /// The node's id and the task's place in the node, such as `2.4.1/2`.
  public var id: String

  /// The sentence, or the task cell of the row.
  public var text: String

  /// Where the sentence stands in the paragraph, or `nil` for a row.
  public var range: TextRange?

  /// The section of rows that the row stands in, or `nil`.
  public var section: String?

  /// Whether it goes on with what was begun (`Tiếp tục …`, `Duy trì …`).
  public var continuing: Bool

  /// The bodies that lead (chủ trì).
  public var lead: [String]

  /// The bodies that cooperate (phối hợp).
  public var cooperating: [String]

  /// When it is due, or `nil` where the text does not say.
  public var deadline: Deadline?

  /// What it is to produce (sản phẩm), or `nil`.
  public var product: String?

  /// The facts of the block that stand in it, by their place in the block's list.
  public var facts: [Int]

  /// Makes a task.
  public init(
    id: String, text: String, range: TextRange?, section: String? = nil, continuing: Bool = false,
    lead: [String] = [], cooperating: [String] = [], deadline: Deadline? = nil,
    product: String? = nil, facts: [Int] = []
  ) {
    self.id = id
    self.text = text
    self.range = range
    self.section = section
    self.continuing = continuing
    self.lead = lead
    self.cooperating = cooperating
    self.deadline = deadline
    self.product = product
    self.facts = facts
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
