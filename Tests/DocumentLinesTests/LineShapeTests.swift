import DocumentLines
import TestSupport
import Testing
import VietnameseText

@Suite struct `The shape of a line` {
  private func wordCount(_ text: String) -> Int {
    let folded = FoldedText(text)
    return LineShape(text, folded: folded, opening: 0..<folded.count).wordCount
  }

  @Test(arguments: [
    ("", 0), (" ", 0), ("ấp", 1), (" ấp ", 1), ("ấp Đồng", 2), ("ấp\tĐồng\nBưng", 3),
    ("mười sáu bytes ", 3), ("một hai ba bốn năm sáu bảy tám chín mười", 10),
  ])
  func `a word is what stands between blanks`(_ text: String, _ count: Int) {
    #expect(wordCount(text) == count)
  }

  @Test func `words are counted wherever they begin among sixteen bytes`() {
    let seed: UInt64 = 11
    var random = SeededGenerator(seed: seed)
    for length in 0..<120 {
      let bytes = (0..<length).map { _ in
        [UInt8(ascii: "a"), 0x20, UInt8(ascii: "b"), 0x09, 0x0D].randomElement(using: &random)!
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let words = bytes.split { $0 != UInt8(ascii: "a") && $0 != UInt8(ascii: "b") }
      #expect(wordCount(text) == words.count, "seed \(seed), length \(length)")
    }
  }
}
