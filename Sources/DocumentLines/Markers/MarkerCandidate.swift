/// A reading of the start of a line as a marker.
///
/// `C. Tổ chức` has two: letter number 3 and Roman number 100. Which one holds, if any, the markers
/// around it decide.
///
/// The search copies it a million times in a long document: its numbers are kept small.
package struct MarkerCandidate: BitwiseCopyable {
  /// The family.
  package var family: Family

  /// The number among its siblings, or 0 for a bullet.
  package var ordinal: Int

  private var latin: Int32
  private var prefixLength: Int8
  private var points: Int16
  private var endPlace: Int32
  private var textPlace: Int32

  /// For a letter, its place in the Latin alphabet, which has no đ.
  package var latinOrdinal: Int {
    get { Int(latin) }
    set { latin = Int32(clamping: newValue) }
  }

  /// For `2.3.1`, the numbers before the last: 2 and 3, as many as `prefixCount`.
  package var prefix: SIMD4<Int16> = .zero

  /// How many numbers `prefix` holds.
  package var prefixCount: Int {
    get { Int(prefixLength) }
    set { prefixLength = Int8(clamping: newValue) }
  }

  /// The mark after the number: `.`, `)`, `/`, `-`, `:` or 0.
  package var separator: UInt8 = 0

  /// Where the marker ends, in scalars of the line.
  package var end: Int {
    get { Int(endPlace) }
    set { endPlace = Int32(clamping: newValue) }
  }

  /// Where the text after it starts, in scalars of the line.
  package var textStart: Int {
    get { Int(textPlace) }
    set { textPlace = Int32(clamping: newValue) }
  }

  /// How much its form alone speaks for it, in points of the search.
  package var strength: Int {
    get { Int(points) }
    set { points = Int16(clamping: newValue) }
  }

  /// Whether it holds a slip of a scan, a letter for a digit or the other way round (`1I.`, `l.`).
  package var isRepaired = false

  /// Makes a reading.
  package init(
    family: Family, ordinal: Int = 0, latinOrdinal: Int = 0, prefix: SIMD4<Int16> = .zero,
    prefixCount: Int = 0, separator: UInt8 = 0, end: Int, textStart: Int, strength: Int,
    isRepaired: Bool = false
  ) {
    self.family = family
    self.ordinal = ordinal
    latin = Int32(clamping: latinOrdinal)
    self.prefix = prefix
    prefixLength = Int8(clamping: prefixCount)
    self.separator = separator
    endPlace = Int32(clamping: end)
    textPlace = Int32(clamping: textStart)
    points = Int16(clamping: strength)
    self.isRepaired = isRepaired
  }
}
