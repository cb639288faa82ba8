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
      view.append(contentsOf: inCanonicalOrder._nfc)
      return String(view)
    #else
      return precomposedStringWithCanonicalMapping
    #endif
  }

  /// The text with every run of marks in the order of their classes.
  ///
  /// To compare it, to hash it or to compose it gives the same (Unicode, D109). But for these the library inserts
  /// marks one by one, which takes long for thousands of them on one letter: what a file may fill with
  /// marks has to be put in order first. Words, which have a few on a letter, stay as they are.
  public var inCanonicalOrder: String {
    // Marks begin at U+0300, CC 80 in UTF-8.
    guard utf8.count > Self.longestUsualWord, utf8.contains(where: { $0 >= 0xCC }) else {
      return self
    }
    var view = String.UnicodeScalarView()
    var marks: [(scalar: Unicode.Scalar, order: UInt8)] = []
    for scalar in unicodeScalars {
      let parts = Self.marksInOne[scalar] ?? [scalar]
      for part in parts {
        let order = part.value < 0x300 ? 0 : part.properties.canonicalCombiningClass.rawValue
        guard order == 0 else {
          marks.append((part, order))
          continue
        }
        Self.add(&marks, to: &view)
        view.append(part)
      }
    }
    Self.add(&marks, to: &view)
    return String(view)
  }

  private static func add(
    _ marks: inout [(scalar: Unicode.Scalar, order: UInt8)], to view: inout String.UnicodeScalarView
  ) {
    guard !marks.isEmpty else { return }
    // The library's sort is stable.
    if marks.count > 1 { marks.sort { $0.order < $1.order } }
    // One by one: to append them together would make room for just so many, and copy the text each time.
    for mark in marks { view.append(mark.scalar) }
    marks.removeAll(keepingCapacity: true)
  }

  /// The longest text, in bytes, that is not put in order.
  private static let longestUsualWord = 96

  /// The marks that stand for two without being of a class themselves; nothing composes them again.
  private static let marksInOne: [Unicode.Scalar: [Unicode.Scalar]] = [
    "\u{F73}": ["\u{F71}", "\u{F72}"], "\u{F75}": ["\u{F71}", "\u{F74}"],
    "\u{F81}": ["\u{F71}", "\u{F80}"],
  ]
}
