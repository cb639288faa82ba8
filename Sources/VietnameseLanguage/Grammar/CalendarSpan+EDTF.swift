extension CalendarSpan {
  /// Reads what `edtf` writes, or returns `nil` for any other text: `2023-11-20`, `2023-36`, `2021/2025`.
  public init?(edtf: String) {
    let parts = edtf.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let start = CalendarUnit(edtf: parts[0]) else { return nil }
    guard parts.count == 2 else {
      self.init(start)
      return
    }
    guard let end = CalendarUnit(edtf: parts[1]) else { return nil }
    self.init(start, to: end)
  }

  /// Its first day, `YYYY-MM-DD`, or `nil` where the year is not known or has no such day.
  public var firstDay: String? { start.firstDay }

  /// Its last day, `YYYY-MM-DD`, or `nil` where the year is not known or has no such day.
  public var lastDay: String? { (end ?? start).lastDay }
}

extension CalendarUnit {
  /// Reads what `edtf` writes, or returns `nil` for any other text.
  init?(edtf: some StringProtocol) {
    let parts = edtf.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 3, parts[0].utf8.count == 4 else { return nil }
    let year = parts[0] == "XXXX" ? nil : CalendarUnit.number(parts[0])
    guard year != nil || parts[0] == "XXXX" else { return nil }
    guard parts.count > 1 else {
      self.init(year: year)
      return
    }
    guard parts[1].utf8.count == 2, let part = CalendarUnit.number(parts[1]) else { return nil }
    switch (part, parts.count) {
    case (1...12, 2): self.init(year: year, part: .month(part))
    case (33...36, 2): self.init(year: year, part: .quarter(part - 32))
    case (40...41, 2): self.init(year: year, part: .half(part - 39))
    case (1...12, 3):
      guard parts[2].utf8.count == 2, let day = CalendarUnit.number(parts[2]),
        (1...31).contains(day)
      else { return nil }
      self.init(year: year, part: .day(day, month: part))
    default: return nil
    }
  }

  /// A number of digits alone.
  private static func number(_ text: some StringProtocol) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}
