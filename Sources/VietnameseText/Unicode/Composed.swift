#if os(Linux)
  // The standard library's own NFC, which it compares strings by; its name is not public. Foundation's
  // fails two lines of NormalizationTest and is quadratic.
  @_spi(_Unicode) internal import Swift
#else
  internal import Foundation
#endif

extension String {
  /// The text in Unicode's normalisation form C.
  public var composed: String {
    #if os(Linux)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: _nfc)
      return String(view)
    #else
      return precomposedStringWithCanonicalMapping
    #endif
  }
}
