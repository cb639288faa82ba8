extension Lexicon {
  /// A number up to 999 in words, as Word prints it with `vietnameseCounting`; beyond, its digits.
  ///
  /// ```swift
  /// Lexicon.standard.numberWords(25)   // "hai mươi lăm"
  /// Lexicon.standard.numberWords(101)  // "một trăm lẻ một"
  /// ```
  public func numberWords(_ number: Int) -> String {
    guard (0...999).contains(number) else { return String(number) }
    let hundreds = number / 100
    let rest = number % 100
    guard hundreds > 0 else { return belowHundred(rest) }
    let head = [numberWord(hundreds), word(.hundredWord)].compactMap { $0 }
    switch rest {
    case 0: return joined(head)
    case 1...9: return joined(head + [word(.zeroTensWord), numberWord(rest)])
    default: return joined(head + [belowHundred(rest)])
    }
  }

  private func belowHundred(_ number: Int) -> String {
    let tens = number / 10
    let unit = number % 10
    guard tens > 0 else { return joined([numberWord(unit)]) }
    let head = tens == 1 ? [numberWord(10)] : [numberWord(tens), word(.tensWord)]
    switch unit {
    case 0: return joined(head)
    case 1 where tens > 1: return joined(head + [word(.oneBehindTens)])
    case 5: return joined(head + [word(.fiveBehindTens)])
    default: return joined(head + [numberWord(unit)])
    }
  }

  private func numberWord(_ number: Int) -> String? { word(.numberWord, value: number) }

  private func joined(_ words: [String?]) -> String {
    words.compactMap { $0 }.joined(separator: " ")
  }
}
