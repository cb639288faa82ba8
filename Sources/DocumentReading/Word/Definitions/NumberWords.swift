/// English number words, as Word prints them with `cardinalText` and `ordinalText`.
enum EnglishNumber {
  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
  private static let ordinals = [
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
  ]

  /// `Twenty-one`; digits beyond 999.
  static func cardinal(_ number: Int) -> String {
    capitalised(words(number))
  }

  /// `Twenty-first`; digits beyond 999.
  static func ordinal(_ number: Int) -> String {
    let words = words(number)
    let last = words.split { $0 == "-" || $0 == " " }.last.map(String.init) ?? words
    let ending =
      ordinals[last]
      ?? (last.hasSuffix("y") ? last.dropLast() + "ieth" : last + "th")
    return capitalised(words.dropLast(last.count) + ending)
  }

  private static func words(_ number: Int) -> String {
    switch number {
    case 0...19: return small[number]
    case 20...99:
      return number % 10 == 0 ? tens[number / 10] : "\(tens[number / 10])-\(small[number % 10])"
    case 100...999:
      let head = "\(small[number / 100]) hundred"
      return number % 100 == 0 ? head : "\(head) \(words(number % 100))"
    default: return String(number)
    }
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
