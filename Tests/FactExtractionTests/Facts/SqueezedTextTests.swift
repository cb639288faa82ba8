import Testing
import VietnameseLanguage

@testable import FactExtraction

struct SqueezedTextTests {
  @Test(arguments: [
    "Sở  Nội vụ", "Sở\u{A0}Nội vụ", "Sở\tNội vụ", "Sở\nNội vụ", "Sở\u{2003}Nội vụ",
    "Sở\u{3000}Nội vụ", "Sở \u{A0} Nội vụ", " Sở\u{2028}Nội vụ ",
  ])
  func `white space of every kind becomes one blank`(_ words: String) {
    let text = TokenisedText(words)
    #expect(text.squeezed(0..<text.count) == "Sở Nội vụ")
  }

  @Test(arguments: [
    "“Sở – Nội vụ”", "Sở Nội vụ…", "(Sở) Nội vụ", "12,5 %", "½ năm", "Sở\u{AD}Nội vụ", "• Sở", "",
  ])
  func `a text of single blanks stays as it is, whatever its signs`(_ words: String) {
    let text = TokenisedText(words)
    #expect(text.squeezed(0..<text.count) == words)
  }

  @Test func `white space around the tokens does not belong to them`() {
    let text = TokenisedText("giao  Sở Y tế  chủ trì")
    #expect(text.squeezed([0..<1, 1..<4]) == ["giao", "Sở Y tế"])
  }
}
