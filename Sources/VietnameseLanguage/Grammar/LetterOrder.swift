internal import VietnameseText

/// The letters of lists.
///
/// Vietnamese lists run a, b, c, d, đ, e, g, h, i, k; some writers, and Word's automatic letters, follow the
/// Latin alphabet (documents.md 3.2).
public enum LetterOrder {
  private static let alphabet = "abcdđeghiklmnopqrstuvxy"

  /// The letters of lists in Vietnamese order; f, j, w and z are none.
  public static let vietnamese: [UInt8] = Keyword(alphabet).codes

  /// The small letter at a place in Vietnamese order, from one, or `nil`.
  public static func letter(at place: Int) -> String? {
    guard place > 0, place <= vietnamese.count else { return nil }
    return String(alphabet.unicodeScalars.dropFirst(place - 1).prefix(1))
  }

  /// For every folded letter, its place in Vietnamese order from one, or 0.
  private static let places: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    for (index, code) in vietnamese.enumerated() { table[Int(code)] = UInt8(index + 1) }
    return table
  }()

  /// The place of a folded letter in Vietnamese order, from one, or 0.
  public static func place(of code: UInt8) -> Int { Int(places[Int(code)]) }

  /// The place of a folded letter in Latin order, from one, or 0.
  public static func latinPlace(of code: UInt8) -> Int {
    code &- 0x61 < 26 ? Int(code) - 0x60 : 0
  }
}
