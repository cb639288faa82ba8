/// A figure to be reached (chỉ tiêu): *tỷ lệ hộ dùng nước sạch đạt từ 98% trở lên vào năm 2026*.
public struct Target: Hashable, Sendable, Codable {
  /// How the value bounds what is measured.
  public enum Comparator: String, Hashable, Sendable, Codable, CaseIterable {
    /// ít nhất, tối thiểu, từ … trở lên, ≥
    case atLeast = ">="
    /// không quá, tối đa, ≤
    case atMost = "<="
    /// trên, hơn, vượt
    case above = ">"
    /// dưới
    case below = "<"
    /// đạt, bằng, or nothing
    case equal = "="
    /// a range, such as `16 - 18`
    case between
  }

  /// What is measured, with the state that is reached.
  public var indicator: String

  /// How the value bounds it.
  public var comparator: Comparator

  /// The figure; a range such as `16-18` for `between`.
  public var value: Amount

  /// The unit as written, such as `%` or `doanh nghiệp`; empty where the text gives none.
  public var unit: String

  /// The time by which it is to be reached, in EDTF, or `nil`.
  public var by: String?

  /// Where figure and unit stand, in the text that the facts of the entry count in.
  public var range: TextRange

  /// Makes a target.
  public init(
    indicator: String, comparator: Comparator, value: Amount, unit: String, by: String? = nil,
    range: TextRange
  ) {
    self.indicator = indicator
    self.comparator = comparator
    self.value = value
    self.unit = unit
    self.by = by
    self.range = range
  }
}
