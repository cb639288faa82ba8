/// The SHA-256 digest of a file (FIPS 180-4), by which a result names what it was made from.
///
/// ```swift
/// Digest.sha256(Array("abc".utf8))  // "ba7816bf 8f01cfea … f20015ad", without blanks
/// ```
///
/// Written out here because a library costs more than it saves: linking swift-crypto adds eight
/// milliseconds to every start of the command (13 instead of 5) and minutes to the first build, and a
/// document of 44 kB is digested in a fifth of a millisecond.
public enum Digest {
  /// The digest as 64 hexadecimal digits.
  public static func sha256(_ bytes: [UInt8]) -> String {
    var digest = RunningDigest()
    digest.absorb(bytes)
    return digest.hexadecimal
  }
}

/// The SHA-256 digest of bytes that come piece by piece, such as those of a file that is too large to hold.
public struct RunningDigest: Sendable {
  private static let blockBytes = 64

  private var state = SHA256State()
  private var rest: [UInt8] = []
  private var count: UInt64 = 0

  /// Starts with no bytes.
  public init() {}

  /// Takes in the next bytes.
  public mutating func absorb(_ bytes: [UInt8]) {
    count += UInt64(bytes.count)
    var start = 0
    if !rest.isEmpty {
      start = min(Self.blockBytes - rest.count, bytes.count)
      rest += bytes[..<start]
      guard rest.count == Self.blockBytes else { return }
      state.absorb(rest, at: 0)
    }
    while bytes.count - start >= Self.blockBytes {
      state.absorb(bytes, at: start)
      start += Self.blockBytes
    }
    rest = Array(bytes[start...])
  }

  /// The digest of what was taken in so far, as 64 hexadecimal digits.
  public var hexadecimal: String {
    // The end: a bit that is set, zeros, and the length in bits, to a whole block.
    var end = rest + [0x80]
    while end.count % Self.blockBytes != Self.blockBytes - 8 { end.append(0) }
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      end.append(UInt8(truncatingIfNeeded: (count * 8) >> shift))
    }
    var state = state
    for start in stride(from: 0, to: end.count, by: Self.blockBytes) {
      state.absorb(end, at: start)
    }
    return state.hexadecimal
  }
}

/// The eight words that SHA-256 turns over with every block.
private struct SHA256State: Sendable {
  // FIPS 180-4, 5.3.3: the fractional parts of the square roots of the first eight primes.
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19
  )

  /// The message schedule of the block at hand.
  private var words = [UInt32](repeating: 0, count: 64)

  /// FIPS 180-4, 4.2.2: the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]

  /// Takes in the block of 64 bytes that begins at a place.
  mutating func absorb(_ bytes: [UInt8], at start: Int) {
    let bytes = bytes.span
    let constants = Self.constants.span
    var (a, b, c, d, e, f, g, h) = state
    var words = self.words.mutableSpan
    // 6.2.2, step 1: the sixteen words of the block, and the 48 that follow from them.
    for index in 0..<16 {
      let place = start + 4 * index
      words[index] =
        UInt32(bytes[place]) << 24 | UInt32(bytes[place + 1]) << 16
        | UInt32(bytes[place + 2]) << 8 | UInt32(bytes[place + 3])
    }
    for index in 16..<64 {
      let early = words[index - 15]
      let late = words[index - 2]
      let first = Self.rotated(early, 7) ^ Self.rotated(early, 18) ^ (early >> 3)
      let second = Self.rotated(late, 17) ^ Self.rotated(late, 19) ^ (late >> 10)
      words[index] = words[index - 16] &+ words[index - 7] &+ first &+ second
    }
    // Steps 2 to 4: 64 rounds, eight at a time so that no word has to move.
    for index in stride(from: 0, to: 64, by: 8) {
      Self.round(a, b, c, &d, e, f, g, &h, words[index] &+ constants[index])
      Self.round(h, a, b, &c, d, e, f, &g, words[index + 1] &+ constants[index + 1])
      Self.round(g, h, a, &b, c, d, e, &f, words[index + 2] &+ constants[index + 2])
      Self.round(f, g, h, &a, b, c, d, &e, words[index + 3] &+ constants[index + 3])
      Self.round(e, f, g, &h, a, b, c, &d, words[index + 4] &+ constants[index + 4])
      Self.round(d, e, f, &g, h, a, b, &c, words[index + 5] &+ constants[index + 5])
      Self.round(c, d, e, &f, g, h, a, &b, words[index + 6] &+ constants[index + 6])
      Self.round(b, c, d, &e, f, g, h, &a, words[index + 7] &+ constants[index + 7])
    }
    state.0 &+= a
    state.1 &+= b
    state.2 &+= c
    state.3 &+= d
    state.4 &+= e
    state.5 &+= f
    state.6 &+= g
    state.7 &+= h
  }

  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let upper = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    let lower = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
    h = h &+ upper &+ (g ^ (e & (f ^ g))) &+ word
    d = d &+ h
    h = h &+ lower &+ ((a & b) | (c & (a | b)))
  }

  @inline(__always)
  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    (word >> count) | (word << (32 - count))
  }

  var hexadecimal: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    let (a, b, c, d, e, f, g, h) = state
    for word in [a, b, c, d, e, f, g, h] {
      for shift in stride(from: UInt32(28), through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: (word >> shift) & 15)
        digits.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
