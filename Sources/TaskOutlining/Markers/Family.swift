internal import ProgrammeModel

/// The kind of a marker: markers of one family count together and stand on one level.
struct Family: RawRepresentable, Hashable {
  /// The place in tables of families, below 64.
  var rawValue: UInt8

  static let part = Family(rawValue: 0)
  static let chapter = Family(rawValue: 1)
  static let section = Family(rawValue: 2)
  static let subsection = Family(rawValue: 3)
  static let article = Family(rawValue: 4)
  static let alpha = Family(rawValue: 5)
  static let roman = Family(rawValue: 6)
  static let smallRoman = Family(rawValue: 7)
  static let decimal = Family(rawValue: 8)
  /// `I.1`, `A.1`: two parts, the first a letter or a Roman number.
  static let romanCompound = Family(rawValue: 9)
  /// `1.1`, and with the next numbers `1.1.1` to five parts.
  static let compound = Family(rawValue: 10)
  static let letter = Family(rawValue: 15)
  /// Letters with a number, such as `a.1)`.
  static let letterCompound = Family(rawValue: 16)
  static let numberInBrackets = Family(rawValue: 17)
  static let letterInBrackets = Family(rawValue: 18)
  static let romanInBrackets = Family(rawValue: 19)
  static let dash = Family(rawValue: 20)
  static let plus = Family(rawValue: 21)
  static let dot = Family(rawValue: 22)
  /// `o`, the bullet of Word's second level.
  static let circle = Family(rawValue: 23)
  static let star = Family(rawValue: 24)
  /// A heading without marker, in capitals.
  static let capitals = Family(rawValue: 25)
  /// A heading without marker, in bold.
  static let bold = Family(rawValue: 26)
  /// Word's outline levels, nine of them.
  static let outlineLevel = Family(rawValue: 27)
  /// `Bước 1:` and its like, one family a keyword.
  static let keyword = Family(rawValue: 40)

  /// No family.
  static let none = Family(rawValue: 63)

  /// The family of `1.1` (two parts) to `1.1.1.1.1` (five).
  static func compound(parts: Int) -> Family {
    Family(rawValue: compound.rawValue + UInt8(min(max(parts, 2), 6) - 2))
  }

  /// Whether it has no numbers.
  var isBullet: Bool { rawValue >= Family.dash.rawValue && rawValue <= Family.star.rawValue }

  /// Whether it has no marker at all.
  var isUnmarked: Bool {
    rawValue >= Family.capitals.rawValue && rawValue < Family.keyword.rawValue
  }

  /// Whether its marker opens with a word such as *Bước*.
  var isKeyword: Bool { rawValue >= Family.keyword.rawValue && self != .none }

  /// Whether it is `1.1` or longer.
  var isCompound: Bool { rawValue >= 9 && rawValue <= 14 }

  /// Whether its line names a topic whatever its words are: Phần, Chương, Mục, A., I.
  var namesTopics: Bool { rawValue <= Family.roman.rawValue && self != .article }

  /// How deep it usually stands: a hint where the document has not yet shown it (documents.md 3.1).
  var rank: Int {
    switch self {
    case .part: 10
    case .chapter: 15
    case .section: 20
    case .subsection: 22
    case .article: 25
    // Either may stand above the other; the first to come decides.
    case .alpha, .roman: 40
    case .decimal: 50
    case .romanCompound: 50
    case .letter, .smallRoman: 70
    case .letterCompound: 75
    case .numberInBrackets, .letterInBrackets, .romanInBrackets: 78
    case .dash: 80
    case .plus, .dot: 85
    case .circle: 88
    case .star: 90
    default: isCompound ? 58 + Int(rawValue) - Int(Family.compound.rawValue) : 45
    }
  }

  /// Its name in the output.
  var style: Marker.Style {
    switch self {
    case .part: .part
    case .chapter: .chapter
    case .section: .section
    case .subsection: .subsection
    case .article: .article
    case .alpha: .alpha
    case .roman, .smallRoman: .roman
    case .decimal: .decimal
    case .letter: .letter
    case .letterCompound: .letter
    case .numberInBrackets, .letterInBrackets, .romanInBrackets: .parenthesis
    case .dash: .dash
    case .plus: .plus
    case .dot, .circle: .dot
    case .star: .star
    default: isCompound ? .compound : .other
    }
  }
}
