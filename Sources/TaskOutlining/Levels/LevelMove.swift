/// One step that a reading may take, as one number: the better it is, the larger.
///
/// From the high bits to the low: the score, and of equal scores the first reading, candidate and parent
/// in their order.
struct LevelMove {
  var order: UInt64

  /// Added to the score, which may be negative, so that the high bits compare as unsigned.
  private static let zero = 1 << 31

  /// The candidate is -1 for text, the parent the level that becomes it, or -1 for text.
  init(reading: Int, candidate: Int, parent: Int, score: Int) {
    order =
      UInt64(truncatingIfNeeded: score &+ LevelMove.zero) << 32
      | UInt64(UInt8(truncatingIfNeeded: ~reading)) << 24
      | UInt64(UInt8(truncatingIfNeeded: ~(candidate &+ 1))) << 16
      | UInt64(UInt16(truncatingIfNeeded: ~(parent &+ 1)))
  }

  var score: Int { Int(order >> 32) - LevelMove.zero }
  var reading: Int { Int(~UInt8(truncatingIfNeeded: order >> 24)) }
  var candidate: Int { Int(~UInt8(truncatingIfNeeded: order >> 16)) - 1 }
  var parent: Int { Int(~UInt16(truncatingIfNeeded: order)) - 1 }
}

/// A hash that is the same on every run.
struct StableHash {
  var value: Int

  init(_ value: Int) { self.value = value }

  mutating func combine(_ number: Int) {
    value = (value ^ number) &* 0x100_0000_01B3 &+ 0x9E37_79B9
  }
}
