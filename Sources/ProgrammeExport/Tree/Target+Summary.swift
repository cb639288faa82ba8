package import ProgrammeModel

extension Target {
  /// The target in a few words and figures: `tỷ lệ hộ dùng nước sạch >= 98 % (2026)`.
  package var summary: String {
    let bound = comparator == .between ? "" : comparator.rawValue + " "
    return indicator + " " + bound + figure + (by.map { " (\($0))" } ?? "")
  }

  /// Value and unit: `98 %`.
  var figure: String {
    let amount =
      switch value {
      case .number(let number): Int(exactly: number).map(String.init) ?? number.description
      case .text(let text): text
      }
    return unit.isEmpty ? amount : amount + " " + unit
  }
}
