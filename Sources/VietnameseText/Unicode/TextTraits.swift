/// What one look at the bytes of a text tells of it.
///
/// The look costs next to nothing: blocks of bytes are compared with the lead bytes of clean Vietnamese
/// sixteen at a time, and only a block that holds another one is looked at letter by letter.
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
    unsafe self.init(bytes, upTo: [])
  }

  /// Looks at UTF-8, no further than where something is found that is looked for.
  fileprivate init(_ bytes: UnsafeBufferPointer<UInt8>, upTo wanted: TextTraits) {
    self = []
    let count = bytes.count
    var index = 0
    let size = SixteenBytes.blockSize
    // The byte behind a block is looked at as well.
    while count - index > size {
      unsafe look(at: bytes, from: index, size, upTo: wanted)
      if !isDisjoint(with: wanted) { return }
      index += size
    }
    // The last blocks reach back over what was seen: to see it twice changes nothing.
    if count > size {
      unsafe look(at: bytes, from: count - 1 - size, size, upTo: wanted)
      index = count - 1
    } else {
      while count - index > 16 {
        unsafe look(at: bytes, from: index, 16, upTo: wanted)
        index += 16
      }
    }
    unsafe lookClosely(at: bytes, from: index, to: count, upTo: wanted)
  }

  /// Adds the traits of the letters that begin in a block.
  @inline(__always)
  private mutating func look(
    at bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ size: Int, upTo wanted: TextTraits
  ) {
    let raw = unsafe UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
    var seen = SixteenBytes()
    for place in stride(from: start, to: start + size, by: 16) {
      unsafe seen.look(
        at: raw.loadUnaligned(fromByteOffset: place, as: SIMD2<UInt64>.self),
        raw.loadUnaligned(fromByteOffset: place + 1, as: SIMD2<UInt64>.self))
    }
    if seen.hasOther {
      unsafe lookClosely(at: bytes, from: start, to: start + size, upTo: wanted)
    } else {
      rawValue |= seen.traits
    }
  }

  /// Adds the traits of the letters that begin in a stretch, one by one.
  private mutating func lookClosely(
    at bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, upTo wanted: TextTraits
  ) {
    for index in start..<end {
      let lead = unsafe bytes[index]
      if lead >= 0x20 && lead < 0xC0 { continue }
      let second = index + 1 < bytes.count ? unsafe bytes[index + 1] : 0
      let third = index + 2 < bytes.count ? unsafe bytes[index + 2] : 0
      formUnion(TextTraits(lead: lead, second, third))
      if !isDisjoint(with: wanted) { return }
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

/// Sixteen bytes of UTF-8 compared at once; the highest bit of every byte holds the answer.
private struct SixteenBytes {
  /// How many bytes are looked at before the answers are read.
  static let blockSize = 32

  private var others = SIMD2<UInt64>()
  private var letters = SIMD2<UInt64>()
  private var latin = SIMD2<UInt64>()

  /// Sixteen times one byte.
  @inline(__always)
  private static func each(_ byte: UInt64) -> SIMD2<UInt64> {
    SIMD2(repeating: 0x0101_0101_0101_0101 &* byte)
  }

  /// Looks at sixteen bytes and the sixteen that begin one later.
  @inline(__always)
  mutating func look(at bytes: SIMD2<UInt64>, _ next: SIMD2<UInt64>) {
    let high = SixteenBytes.each(0x80)
    let each = SixteenBytes.each
    let leads = bytes & (bytes &<< 1) & high
    let controls = ~((bytes & each(0x7F)) &+ each(0x60) | bytes) & high
    let low = bytes & each(0x3F)
    // Leads C3 to C6 and E1 by their lower six bits. C3 with 90 or B0 is Ð or ð, C5 must be followed by A8
    // or A9 (Ũ, ũ), C6 by A0 or more (not ƒ and Ɖ), E1 by BA or BB.
    let isC3 = SixteenBytes.isZero(low ^ each(0x03)) & leads
    let isC4 = SixteenBytes.isZero(low ^ each(0x04)) & leads
    let isU =
      SixteenBytes.isZero(low ^ each(0x05)) & leads
      & SixteenBytes.isZero((next | each(1)) & each(0x7F) ^ each(0x29))
    let isC6 = SixteenBytes.isZero(low ^ each(0x06)) & leads & (next &<< 2)
    let isE1 = SixteenBytes.isZero(low ^ each(0x21)) & leads
    let isTall = isE1 & SixteenBytes.isZero((next | each(1)) & each(0x7F) ^ each(0x3B))
    let isEth = isC3 & SixteenBytes.isZero(next & each(0x5F) ^ each(0x10))
    let known = isC3 & ~isEth | isC4 | isU | isC6 | isTall
    others |= controls | leads & ~known
    letters |= isC4 | isC6 | isTall
    latin |= isC3
  }

  /// The highest bit of every byte that is zero; no byte is over 0x7F.
  @inline(__always)
  private static func isZero(_ bytes: SIMD2<UInt64>) -> SIMD2<UInt64> {
    ~(bytes &+ each(0x7F)) & each(0x80)
  }

  /// Whether a byte is none of those that are known.
  var hasOther: Bool { others[0] | others[1] != 0 }

  /// The traits of what is known.
  var traits: UInt8 {
    (letters[0] | letters[1] != 0 ? TextTraits.unicodeLetters.rawValue : 0)
      | (latin[0] | latin[1] != 0 ? TextTraits.latinLetters.rawValue : 0)
  }
}

extension String {
  /// What one look at the bytes tells.
  public var traits: TextTraits { traits(upTo: []) }

  /// Whether the text stays as it is.
  public var isClean: Bool { traits(upTo: .doubtful).isClean }

  private func traits(upTo wanted: TextTraits) -> TextTraits {
    let found = unsafe utf8.withContiguousStorageIfAvailable {
      unsafe TextTraits($0, upTo: wanted)
    }
    if let found { return found }
    var text = self
    return text.withUTF8 { unsafe TextTraits($0, upTo: wanted) }
  }
}
