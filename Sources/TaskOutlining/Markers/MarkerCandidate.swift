/// A reading of the start of a line as a marker.
///
/// `C. Tổ chức` has two: letter number 3 and Roman number 100. Which one holds, if any, the markers
/// around it decide.
struct MarkerCandidate {
  /// The family.
  var family: Family

  /// The number among its siblings, or 0 for a bullet.
  var ordinal = 0

  /// For a letter, its place in the Latin alphabet, which has no đ.
  var latinOrdinal = 0

  /// For `2.3.1`, the numbers before the last: 2 and 3, as many as `prefixCount`.
  var prefix: SIMD4<Int16> = .zero

  /// How many numbers `prefix` holds.
  var prefixCount = 0

  /// The mark after the number: `.`, `)`, `/`, `-`, `:` or 0.
  var separator: UInt8 = 0

  /// Where the marker ends, in scalars of the line.
  var end: Int

  /// Where the text after it starts, in scalars of the line.
  var textStart: Int

  /// How much its form alone speaks for it, in points of the search.
  var strength: Int

  /// Whether it holds a slip of a scan, a letter for a digit or the other way round (`1I.`, `l.`).
  var isRepaired = false
}
