package import ProgrammeModel

/// The kind of a marker: markers of one family count together and stand on one level.
package struct Family: RawRepresentable, Hashable, BitwiseCopyable {
  /// The place in tables of families, below 64.
  package let rawValue: UInt8

  /// Whether two families are one.
  @inlinable
  package static func == (first: Family, second: Family) -> Bool {
    first.rawValue == second.rawValue
  }

  /// The family of a place in the tables.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let part = Family(rawValue: 0)
  package static let chapter = Family(rawValue: 1)
  package static let section = Family(rawValue: 2)
  package static let subsection = Family(rawValue: 3)
  package static let article = Family(rawValue: 4)
  package static let alpha = Family(rawValue: 5)
  package static let roman = Family(rawValue: 6)
  package static let smallRoman = Family(rawValue: 7)
  package static let decimal = Family(rawValue: 8)
  /// `I.1`, `A.1`: two parts, the first a letter or a Roman number.
  package static let romanCompound = Family(rawValue: 9)
  /// `1.1`, and with the next numbers `1.1.1` to five parts.
  package static let compound = Family(rawValue: 10)
  package static let letter = Family(rawValue: 15)
  /// Letters with a number, such as `a.1)`.
  package static let letterCompound = Family(rawValue: 16)
  package static let numberInBrackets = Family(rawValue: 17)
  package static let letterInBrackets = Family(rawValue: 18)
  package static let romanInBrackets = Family(rawValue: 19)
  package static let dash = Family(rawValue: 20)
  package static let plus = Family(rawValue: 21)
  package static let dot = Family(rawValue: 22)
  /// `o`, the bullet of Word's second level.
  package static let circle = Family(rawValue: 23)
  package static let star = Family(rawValue: 24)
  /// A heading without marker, in capitals.
  package static let capitals = Family(rawValue: 25)
  /// A heading without marker, in bold.
  package static let bold = Family(rawValue: 26)
  /// Word's outline levels, nine of them.
  package static let outlineLevel = Family(rawValue: 27)
  /// The caption of a day in a schedule: `Thứ Hai, ngày 21/7/2031`.
  package static let day = Family(rawValue: 36)
  /// The caption of a part of a day: `Buổi sáng`.
  package static let dayPart = Family(rawValue: 37)
  /// `Bước 1:` and its like, one family a keyword.
  package static let keyword = Family(rawValue: 40)

  /// The family of a word that counts steps, by its number in the table; words without one share a family.
  package init(keyword: Int) {
    let last = Int(Family.none.rawValue - Family.keyword.rawValue) - 1
    rawValue = Family.keyword.rawValue + UInt8(min(max(keyword, 0), last))
  }

  /// No family.
  package static let none = Family(rawValue: 63)

  /// The family of `1.1` (two parts) to `1.1.1.1.1` (five).
  package static func compound(parts: Int) -> Family {
    Family(rawValue: compound.rawValue + UInt8(min(max(parts, 2), 6) - 2))
  }

  /// Whether it has no numbers.
  package var isBullet: Bool {
    rawValue >= Family.dash.rawValue && rawValue <= Family.star.rawValue
  }

  /// Whether it has no marker at all.
  package var isUnmarked: Bool {
    rawValue >= Family.capitals.rawValue && rawValue < Family.keyword.rawValue
  }

  /// Whether it is one of Word's outline levels.
  package var isOutlineLevel: Bool {
    rawValue >= Family.outlineLevel.rawValue && rawValue < Family.day.rawValue
  }

  /// Whether its marker opens with a word such as *Bước*.
  package var isKeyword: Bool { rawValue >= Family.keyword.rawValue && self != .none }

  /// Whether it is the caption of a day or of a part of one, which may stand above numbers and below them.
  package var isDay: Bool { self == .day || self == .dayPart }

  /// Whether it is `1.1` or longer.
  package var isCompound: Bool { rawValue >= 9 && rawValue <= 14 }

  /// Whether its line names a topic whatever its words are: Phần, Chương, Mục, A., I.
  package var namesTopics: Bool { rawValue <= Family.roman.rawValue && self != .article }

  /// How deep it usually stands: a hint where the document has not yet shown it (documents.md 3.1).
  package var rank: Int {
    switch self {
    case .part: 10
    case .chapter: 15
    case .section: 20
    case .subsection: 22
    case .article: 25
    // Either may stand above the other; the first to come decides.
    case .alpha, .roman: 40
    case .decimal: 50
    case .day: 55
    case .dayPart: 56
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
  package var style: Marker.Style {
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
