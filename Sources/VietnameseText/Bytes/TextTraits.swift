/// Which kinds of letters a text holds: enough to know whether normalising would change it.
///
/// Clean Vietnamese is recognised sixteen bytes at a time by its lead bytes; only a block that holds another
/// lead byte is examined letter by letter. Tests compare the result with that of `TextTraits(scalars:)`.
public struct TextTraits: OptionSet, Hashable, Sendable {
  /// The bits.
  public var rawValue: UInt8

  /// Makes a set from its bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Letters beyond Latin-1 that no legacy text holds, such as ă, đ, ơ, ư and U+1E80 to U+1EFF.
  public static let unicodeLetters = TextTraits(rawValue: 1)

  /// Characters of Windows-1252 beyond ASCII, of which legacy text is made.
  public static let latinLetters = TextTraits(rawValue: 2)

  /// Something that may not stay as it is.
  ///
  /// A combining mark, a control character, a space of another kind, a letter of another alphabet. A text
  /// without any is in NFC.
  public static let doubtful = TextTraits(rawValue: 4)

  /// Whether the text stays as it is.
  public var isClean: Bool {
    !contains(.doubtful) && (!contains(.latinLetters) || contains(.unicodeLetters))
  }

  /// Finds the traits of text in UTF-8.
  public init(_ bytes: Span<UInt8>) {
    self.init(bytes, upTo: [])
  }

  /// Finds the traits of text in UTF-8, and stops as soon as it has met one of those wanted.
  fileprivate init(_ bytes: Span<UInt8>, upTo wanted: TextTraits) {
    self = []
    var letters = SixteenBytes.Places.none
    var latin = SixteenBytes.Places.none
    let count = bytes.count
    var index = 0
    // The comparison also needs the byte behind the sixteen.
    while count - index > 16 {
      let leads = LetterLeads(SixteenBytes(bytes, at: index), SixteenBytes(bytes, at: index + 1))
      letters = letters | leads.letters
      latin = latin | leads.latin
      if !leads.others.isEmpty {
        leads.others.forEach { addLetter(of: bytes, at: index + $0) }
        if !isDisjoint(with: wanted) { return }
      }
      // The last block overlaps the one before it: finding a trait twice changes nothing.
      index += count - index > 32 || count - index == 17 ? 16 : count - index - 17
    }
    if !letters.isEmpty { insert(.unicodeLetters) }
    if !latin.isEmpty { insert(.latinLetters) }
    while index < count {
      addLetter(of: bytes, at: index)
      index += 1
    }
  }

  /// Adds the traits of the letter that begins at a place, if one does.
  private mutating func addLetter(of bytes: Span<UInt8>, at index: Int) {
    let lead = bytes[index]
    if lead >= 0x20 && lead < 0xC0 { return }
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    formUnion(TextTraits(lead: lead, second, third))
  }

  /// The traits of one letter.
  private init(lead: UInt8, _ second: UInt8, _ third: UInt8) {
    switch lead {
    case 0x09, 0x0A: self = []
    case 0xC2:
      self = .latinLetters
      if second <= 0xA0 || second == 0xAD || second == 0xB5 { insert(.doubtful) }
    case 0xC3:
      self = .latinLetters
      // Ð and ð, which stand for Đ and đ.
      if second == 0x90 || second == 0xB0 { insert(.doubtful) }
    case 0xC4: self = .unicodeLetters
    case 0xC5:
      switch second {
      case 0xA8, 0xA9: self = []
      case 0x92, 0x93, 0xA0, 0xA1, 0xB8, 0xBD, 0xBE: self = .latinLetters
      default: self = .doubtful
      }
    case 0xC6:
      self = second == 0x92 ? .latinLetters : .unicodeLetters
      // Ƣ and ƣ, which stand for Ư and ư.
      if second == 0x89 || second & 0xFE == 0xA2 { insert(.doubtful) }
    case 0xCB where second == 0x86 || second == 0x9C: self = .latinLetters
    case 0xE1: self = second == 0xBA || second == 0xBB ? .unicodeLetters : .doubtful
    case 0xE2: self = TextTraits.isDoubtfulSign(second, third) ? .doubtful : []
    default: self = .doubtful
    }
  }

  /// The traits of scalars, found one by one: the plain reference of `init(_:)`.
  init(scalars: some Sequence<Unicode.Scalar>) {
    self = []
    for scalar in scalars {
      if scalar.isASCII {
        let isPlain = scalar.value >= 0x20 || scalar == "\t" || scalar == "\n"
        if !isPlain { insert(.doubtful) }
        continue
      }
      let bytes = Array(String(scalar).utf8) + [0]
      formUnion(TextTraits(lead: bytes[0], bytes[1], bytes[2]))
    }
  }

  /// Whether U+2000 to U+2FFF with these bytes is a space, invisible, or not its own NFC.
  private static func isDoubtfulSign(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: third < 0x90 || third >= 0xA8 && third <= 0xAF
    case 0x81: third >= 0x9F
    case 0x82, 0x86, 0x88, 0x94...0x97, 0x9C...0x9E: false
    case 0x84: third == 0xA6 || third == 0xAA || third == 0xAB
    case 0x8C: third == 0xA9 || third == 0xAA
    default: true
    }
  }
}

/// Where letters of clean Vietnamese begin among sixteen bytes.
private struct LetterLeads {
  /// Letters that no legacy text holds: C4, C6 before A0 or more (not ƒ and Ɖ), E1 before BA or BB.
  let letters: SixteenBytes.Places

  /// Letters of Latin-1: C3.
  let latin: SixteenBytes.Places

  /// What else may be there, and Ð and ð: C3 before 90 or B0; Ƣ and ƣ: C6 before A2 or A3.
  ///
  /// Ũ and ũ are neither: C5 before A8 or A9.
  let others: SixteenBytes.Places

  /// Compares sixteen bytes, and the sixteen that begin one later.
  @inline(__always)
  init(_ bytes: SixteenBytes, _ next: SixteenBytes) {
    let odd = next.setting(0x01)
    letters =
      bytes.places(of: 0xC4) | bytes.places(of: 0xC6) & next.places(in: 0xA0...0xBF)
      | bytes.places(of: 0xE1) & odd.places(of: 0xBB)
    latin = bytes.places(of: 0xC3)
    let isPlain = bytes.places(in: 0x20...0xBF)
    let isU = bytes.places(of: 0xC5) & odd.places(of: 0xA9)
    let isEth = latin & next.setting(0x20).places(of: 0xB0)
    let isGha = bytes.places(of: 0xC6) & odd.places(of: 0xA3)
    others = ~(isPlain | isU | letters | latin) | isEth | isGha
  }
}

extension String {
  /// The traits of the text.
  public var traits: TextTraits { withBytes { TextTraits($0) } }

  /// Whether the text stays as it is.
  public var isClean: Bool { withBytes { TextTraits($0, upTo: .doubtful) }.isClean }
}
