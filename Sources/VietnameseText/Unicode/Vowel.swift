/// A vowel of Vietnamese taken apart: the letter, its shape and its tone.
///
/// ```swift
/// var vowel = Vowel(0x61)           // a
/// vowel.add(0x301)                  // á
/// vowel.add(0x302)                  // ấ: NFC alone leaves a tone before a hat apart
/// vowel.scalar                      // U+1EA5
/// ```
public struct Vowel: Hashable, Sendable {
  /// The row of `rows`, the letter and its shape.
  private var row: Int
  /// The tone: ngang, huyền, hỏi, ngã, sắc, nặng.
  private var tone: Int
  private var isCapital: Bool

  private static let rows: [[UInt32]] = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
    "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
  ].map { $0.unicodeScalars.map(\.value) }

  private static let capitals: [[UInt32]] = [
    "AÀẢÃÁẠ", "ĂẰẲẴẮẶ", "ÂẦẨẪẤẬ", "EÈẺẼÉẸ", "ÊỀỂỄẾỆ", "IÌỈĨÍỊ", "OÒỎÕÓỌ", "ÔỒỔỖỐỘ", "ƠỜỞỠỚỢ",
    "UÙỦŨÚỤ", "ƯỪỬỮỨỰ", "YỲỶỸÝỴ",
  ].map { $0.unicodeScalars.map(\.value) }

  /// For a scalar its row, tone and case in one number, 0xFF for none.
  private static let low = places(0, 0x1B1)
  private static let high = places(0x1EA0, 0x5A)

  private static func places(_ first: UInt32, _ count: Int) -> [UInt8] {
    var table = [UInt8](repeating: 0xFF, count: count)
    for (isCapital, rows) in [rows, capitals].enumerated() {
      for (row, letters) in rows.enumerated() {
        for (tone, letter) in letters.enumerated()
        where letter >= first && letter < first + UInt32(count) {
          table[Int(letter - first)] = UInt8(row * 12 + tone * 2 + isCapital)
        }
      }
    }
    return table
  }

  /// The vowel of a scalar, or `nil` where it is none of Vietnamese.
  public init?(_ scalar: UInt32) {
    let place: UInt8
    if scalar < 0x1B1 {
      place = Vowel.low[Int(scalar)]
    } else if scalar &- 0x1EA0 < 0x5A {
      place = Vowel.high[Int(scalar &- 0x1EA0)]
    } else {
      return nil
    }
    if place == 0xFF { return nil }
    row = Int(place) / 12
    tone = Int(place) % 12 / 2
    isCapital = place & 1 != 0
  }

  /// The letter as one scalar.
  public var scalar: UInt32 { isCapital ? Vowel.capitals[row][tone] : Vowel.rows[row][tone] }

  /// Whether it has a tone that NFC sorts among hats and breves: any but nặng.
  public var hasUpperTone: Bool { tone > 0 && tone < 5 }

  /// What became of a mark that was added.
  public enum Addition: Hashable, Sendable {
    /// The vowel has it now.
    case added
    /// The vowel had a mark of its kind already.
    case second
    /// There is no such vowel.
    case foreign
  }

  /// Whether the scalar is one of the marks of Vietnamese: five tones, hat, breve and horn.
  public static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323: true
    default: false
    }
  }

  /// Whether the scalar is the hat or the breve.
  public static func isUpperShape(_ scalar: UInt32) -> Bool { scalar == 0x302 || scalar == 0x306 }

  /// Adds a combining mark.
  public mutating func add(_ mark: UInt32) -> Addition {
    switch mark {
    case 0x300: return addTone(1)
    case 0x309: return addTone(2)
    case 0x303: return addTone(3)
    case 0x301: return addTone(4)
    case 0x323: return addTone(5)
    case 0x302: return addShape([0: 2, 3: 4, 6: 7])
    case 0x306: return addShape([0: 1])
    case 0x31B: return addShape([6: 8, 9: 10])
    default: return .foreign
    }
  }

  private mutating func addTone(_ new: Int) -> Addition {
    if tone != 0 { return .second }
    tone = new
    return .added
  }

  private mutating func addShape(_ shaped: [Int: Int]) -> Addition {
    if [1, 2, 4, 7, 8, 10].contains(row) { return .second }
    guard let row = shaped[row] else { return .foreign }
    self.row = row
    return .added
  }
}

extension Vowel {
  /// Adds the shape and tone of another vowel where this one has none of its own, as a second mark byte
  /// of VNI does; `nil` where both have one and they differ.
  public func merged(with other: Vowel) -> Vowel? {
    var result = self
    if other.tone != 0, other.tone != tone {
      if tone != 0 { return nil }
      result.tone = other.tone
    }
    let plain = [0, 0, 0, 3, 3, 5, 6, 6, 6, 9, 9, 11]
    if other.row != plain[other.row], row == plain[row] {
      let shaped = [
        1: [0: 1], 2: [0: 2, 3: 4, 6: 7], 4: [0: 2, 3: 4, 6: 7], 7: [0: 2, 3: 4, 6: 7],
      ]
      guard let row = shaped[other.row]?[row] else { return nil }
      result.row = row
    }
    return result
  }
}
