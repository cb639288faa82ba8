/// What a font's name says of the text set in it: a hint that the content has to bear out.
///
/// ```swift
/// LegacyFont(named: ".VnTimeH")?.encoding     // .tcvn3
/// LegacyFont(named: ".VnTimeH")?.isCapital    // true: small letters are drawn as capitals
/// LegacyFont(named: "VNI-Times")?.encoding    // .vni
/// LegacyFont(named: "Times New Roman")        // nil
/// ```
public struct LegacyFont: Hashable, Sendable {
  /// The encoding that the name stands for, or `nil` where it only says that the text is legacy.
  public var encoding: LegacyEncoding?

  /// Whether small letters are drawn as capitals.
  public var isCapital = false

  /// Reads a name; `nil` for fonts of Unicode.
  public init?(named name: String) {
    var letters = Array(name.utf8)[...]
    // PDF programs put a tag such as `ABCDEF+` before the name.
    if letters.count > 7, letters[6] == 0x2B { letters = letters.dropFirst(7) }
    var text = String(decoding: letters, as: UTF8.self).lowercased()
    for suffix in [" ce", " cyr", " greek", " tur", " baltic", " (vietnamese)", "(ds)", "1"] {
      if text.hasSuffix(suffix) { text.removeLast(suffix.count) }
    }
    while text.hasSuffix(" ") { text.removeLast() }
    let endsInH = text.hasSuffix("h") || text.contains("h ") && text.hasPrefix(".vn")
    if text.hasPrefix(".vn") {
      self.init(.tcvn3, isCapital: endsInH && !text.hasSuffix("gothich"))
    } else if text.hasPrefix("vni") {
      self.init(.vni)
    } else if text.hasPrefix("vps") {
      self.init(.vps, isCapital: text.hasSuffix("hoa") || endsInH)
    } else if text.hasPrefix("vi "), text.count > 3 {
      self.init(.viscii, isCapital: endsInH)
    } else if text.hasPrefix("vn") && !text.hasPrefix("vn-") {
      // BK HCM, Vietware X and TCVN3 without its dot: the content tells which.
      self.init(nil, isCapital: endsInH && text.hasPrefix("vntime"))
    } else if text.hasPrefix("svn"), !text.hasPrefix("svn-") {
      self.init(nil)
    } else {
      return nil
    }
  }

  private init(_ encoding: LegacyEncoding?, isCapital: Bool = false) {
    self.encoding = encoding
    self.isCapital = isCapital
  }
}
