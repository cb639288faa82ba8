import Testing
import VietnameseText

/// Text full of marks, put in order before the library compares it.
struct ComposedTests {
  private static let marks = Array(
    "\u{301}\u{323}\u{302}\u{31B}\u{338}\u{F71}\u{F72}\u{344}".unicodeScalars)

  /// Letters of Vietnamese and others, with a few marks or many behind each.
  private static func text(_ seed: UInt64) -> String {
    var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ count: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % count
    }
    let letters = Array("aeơưệĐ 한क\u{F40}1".unicodeScalars)
    var view = String.UnicodeScalarView()
    for _ in 0..<(next(40) + 1) {
      view.append(letters[next(letters.count)])
      for _ in 0..<next(30) { view.append(marks[next(marks.count)]) }
    }
    return String(view)
  }

  @Test func `a text in order is the same text`() {
    for seed in 1...300 {
      let text = Self.text(UInt64(seed))
      #expect(text.inCanonicalOrder == text, "seed \(seed)")
      #expect(
        text.inCanonicalOrder.composed.unicodeScalars.elementsEqual(text.composed.unicodeScalars))
    }
  }

  @Test(arguments: [
    "", "Quyết định", String(repeating: "Nhiệm vụ trọng tâm ", count: 20), "e\u{323}\u{302}",
  ])
  func `a text without runs of marks stays scalar by scalar`(_ text: String) {
    #expect(text.inCanonicalOrder.unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  // The library does not move marks across these vowels of Tibetan, which Unicode decomposes first (D109).
  @Test(arguments: [
    ("\u{323}\u{F75}", "\u{F71}\u{F74}\u{323}"), ("\u{301}\u{F73}", "\u{F71}\u{F72}\u{301}"),
    ("\u{F81}\u{F73}", "\u{F71}\u{F71}\u{F80}\u{F72}"),
  ])
  func `marks that stand for two are taken apart`(_ marks: String, _ order: String) {
    let words = String(repeating: "Nhiệm vụ ", count: 12)
    #expect(
      (words + marks).inCanonicalOrder.unicodeScalars.elementsEqual((words + order).unicodeScalars))
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["\u{301}\u{323}", "\u{F73}\u{F75}", "\u{344}\u{31B}"])
  func `two hundred thousand marks on one letter are composed, compared and hashed`(_ marks: String)
  {
    let text = "e" + String(repeating: marks, count: 100_000)
    #expect(!text.composed.isEmpty)
    #expect(Set([text.inCanonicalOrder, text.inCanonicalOrder + "a"]).count == 2)
  }
}
