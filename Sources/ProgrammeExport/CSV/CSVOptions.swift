public import ProgrammeModel

/// How CSV is written, for the programs that read it.
public struct CSVOptions: Hashable, Sendable {
  /// What stands between two cells.
  public enum Delimiter: String, Hashable, Sendable, CaseIterable {
    /// `,`, as RFC 4180 has it.
    case comma
    /// `;`, which spreadsheet programs expect where a comma divides decimals, as in Vietnam.
    case semicolon
    /// A tab.
    case tab

    /// The character.
    public var byte: UInt8 {
      switch self {
      case .comma: UInt8(ascii: ",")
      case .semicolon: UInt8(ascii: ";")
      case .tab: UInt8(ascii: "\t")
      }
    }
  }

  /// What stands between two cells.
  public var delimiter: Delimiter

  /// Whether a byte order mark opens the file; spreadsheet programs take it as a sign of UTF-8.
  public var hasByteOrderMark: Bool

  /// Whether an apostrophe guards cells that a spreadsheet program would take for a formula.
  ///
  /// It changes the text of such cells, so it is off unless asked for.
  public var guardsFormulas: Bool

  /// The roles of the entries that the table has.
  public var roles: Set<ProgrammeTask.Role>

  /// Makes options; without arguments, those of RFC 4180 in plain UTF-8, with tasks and targets.
  public init(
    delimiter: Delimiter = .comma, hasByteOrderMark: Bool = false, guardsFormulas: Bool = false,
    roles: Set<ProgrammeTask.Role> = ProgrammeTask.Role.usual
  ) {
    self.delimiter = delimiter
    self.hasByteOrderMark = hasByteOrderMark
    self.guardsFormulas = guardsFormulas
    self.roles = roles
  }
}
