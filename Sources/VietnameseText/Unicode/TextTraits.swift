/// What one look at the bytes of a text tells of it.
///
/// The look costs next to nothing: sixteen bytes at a time are compared with the lead bytes of clean
/// Vietnamese, and only a block that holds another one is looked at letter by letter.
public struct TextTraits: OptionSet, Hashable, Sendable {
  /// The bits.
  public var rawValue: UInt8

  /// Makes a set from its bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Letters beyond Latin-1 that no legacy text holds, such as ă, đ, ơ, ư and U+1EA0 to U+1EF9.
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

  /// Looks at UTF-8.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self = []
    guard let start = bytes.baseAddress else { return }
    let raw = unsafe UnsafeRawPointer(start)
    let count = bytes.count
    var index = 0
    var letters = SIMD16<UInt8>.zero
    var latin = SIMD16<UInt8>.zero
    let one = SIMD16<UInt8>(repeating: 0xFF)
    // The byte after the last of a block is looked at as well.
    while index + 17 <= count {
      let block = unsafe raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      let next = unsafe raw.loadUnaligned(fromByteOffset: index + 1, as: SIMD16<UInt8>.self)
      let isLatin = block .== 0xC3
      let isPlainLetter = (block .== 0xC4) .| (block .== 0xC6)
      let isTall = (block .== 0xE1) .& ((next | 1) .== 0xBB)
      let isU = (block .== 0xC5) .& ((next | 1) .== 0xA9)
      let isEth = isLatin .& ((next & 0xDF) .== 0x90)
      let isKnown = isLatin .| isPlainLetter .| isTall .| isU
      let isOther = (block .>= 0xC0) .& .!isKnown
      let isRare = isOther .| (block .< 0x20) .| isEth
      if any(isRare) {
        unsafe look(at: bytes, from: index, to: index + 16)
      } else {
        letters.replace(with: one, where: isPlainLetter .| isTall)
        latin.replace(with: one, where: isLatin)
      }
      index += 16
    }
    if letters != .zero { insert(.unicodeLetters) }
    if latin != .zero { insert(.latinLetters) }
    unsafe look(at: bytes, from: index, to: count)
  }

  /// Looks at every letter that begins in a stretch.
  private mutating func look(at bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    for index in start..<end {
      let byte = unsafe bytes[index]
      if byte >= 0x20 && byte < 0xC0 { continue }
      let second = index + 1 < bytes.count ? unsafe bytes[index + 1] : 0
      let third = index + 2 < bytes.count ? unsafe bytes[index + 2] : 0
      formUnion(TextTraits(lead: byte, second, third))
    }
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
      if second == 0x89 { insert(.doubtful) }
    case 0xCB where second == 0x86 || second == 0x9C: self = .latinLetters
    case 0xE1:
      let isVietnamese = second == 0xBA && third >= 0xA0 || second == 0xBB && third <= 0xB9
      self = isVietnamese ? .unicodeLetters : .doubtful
    case 0xE2: self = TextTraits.isDoubtfulSign(second, third) ? .doubtful : []
    default: self = .doubtful
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

extension String {
  /// What one look at the bytes tells.
  public var traits: TextTraits {
    let found = unsafe utf8.withContiguousStorageIfAvailable { unsafe TextTraits($0) }
    if let found { return found }
    var text = self
    return text.withUTF8 { unsafe TextTraits($0) }
  }
}
