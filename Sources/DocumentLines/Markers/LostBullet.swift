internal import VietnameseLanguage
package import VietnameseText

extension FoldedText {
  /// Whether a bullet of Wingdings whose font was lost stands at an index, before a blank and a capital.
  ///
  /// ```text
  /// v for ❖    q for ❑    Ø for ➢    ü for ✓        Ø and ü are letters that are not Vietnamese
  /// ```
  package func isLostBullet(_ index: Int) -> Bool {
    guard index < count, standsBeforeCapital(index) else { return false }
    switch codes[index] {
    case UInt8(ascii: "v"), UInt8(ascii: "q"): return !capitals[index]
    default: return codes[index] == Code.foreignLetter
    }
  }

  /// Whether a blank and then a capital follow a letter.
  func standsBeforeCapital(_ index: Int) -> Bool {
    let next = skippingBlanks(index + 1)
    return next > index + 1 && next < count && capitals[next]
  }
}
