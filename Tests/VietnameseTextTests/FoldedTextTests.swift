import Testing
import VietnameseText

struct FoldedTextTests {
  @Test(arguments: [
    ("Uỷ ban nhân dân", "ủy ban"), ("ỦY BAN NHÂN DÂN", "uỷ ban"), ("Hoà giải", "hòa giải"),
    ("THUỶ LỢI", "thủy lợi"), ("quý I", "Quý I"), ("hoàn thành", "hoàn thành"),
    ("Ðảng bộ", "đảng bộ"),
  ])
  func `a keyword matches whatever its case and the place of its tone`(
    _ text: String, _ keyword: String
  ) {
    #expect(FoldedText(text).matches(Keyword(keyword), at: 0))
  }

  @Test(arguments: [
    ("Uy ban nhân dân", "ủy ban"), ("Hoàng giải", "hòa"), ("tháng", "thang"), ("năm", "nam"),
    ("quy", "quý"), ("chủ trìn", "chủ trì"), ("hoàn", "hòan"),
  ])
  func `a keyword does not match other letters or parts of words`(_ text: String, _ keyword: String)
  {
    #expect(!FoldedText(text).matches(Keyword(keyword), at: 0))
  }

  @Test func `a folded text has one byte and one offset a scalar`() {
    let text = "Số 05-NQ/TƯ “Đổi mới” – 12,5 tỷ 😀"
    let folded = FoldedText(text)
    #expect(folded.count == text.unicodeScalars.count)
    #expect(folded.offsets.last.map(Int.init) == text.utf8.count)
    #expect(folded.slice(text, 12..<21) == "“Đổi mới”")
  }

  @Test(arguments: [0, 3, 9, 100])
  func `a stretch of texts folded one behind the other is that text by itself`(_ limit: Int) {
    let texts = ["Uỷ ban nhân dân", "", "Hoà giải ở “cơ sở”", "Đ", "quỳ gối, thuở 😀"]
    var together = FoldedText()
    let places = texts.map { together.append($0, limit: limit) }
    var alone = FoldedText()
    for (text, place) in zip(texts, places) {
      var folded = FoldedText()
      folded.fold(text, limit: limit)
      alone.take(place, of: together)
      #expect(alone.codes == folded.codes)
      #expect(alone.capitals == folded.capitals)
      #expect(alone.offsets == folded.offsets)
      #expect(alone.count == min(limit, text.unicodeScalars.count))
    }
  }

  @Test func `the offsets of a stretch count from its start`() {
    var title = FoldedText()
    title.take(4..<11, of: FoldedText("II. Đổi mới"))
    #expect(title.slice("Đổi mới", 4..<7) == "mới")
  }

  @Test func `blanks of any number stand for the blank of a keyword`() {
    let text = FoldedText("Quyết định  số\u{A0}05")
    #expect(text.end(of: Keyword("quyết định số"), at: 0) == 14)
    #expect(text.end(of: Keyword("quyết định sổ"), at: 0) == nil)
  }

  @Test(arguments: [
    ("", 0), (" \t\n", 0), ("a b", 2), ("Đảng\u{A0}bộ", 6), ("\u{2003}x\u{3000}\u{2028}", 1),
    ("\u{200B}", 1), ("ệ", 1), ("e\u{0323}\u{0302}", 3),
  ])
  func `visible characters are scalars that are not white space`(_ text: String, _ count: Int) {
    #expect(text.visibleCharacterCount == count)
    #expect(count == text.unicodeScalars.count { !$0.properties.isWhitespace })
  }

  @Test func `white space is found wherever it stands among eight bytes`() {
    let scalars = (0...0x3100).compactMap(Unicode.Scalar.init)
    for scalar in scalars where scalar.properties.isWhitespace || scalar.value % 7 == 0 {
      for before in 0...9 {
        let text = String(repeating: "b", count: before) + "\(scalar)đ ệ\(scalar)câu hỏi"
        let count = text.unicodeScalars.count { !$0.properties.isWhitespace }
        #expect(
          text.visibleCharacterCount == count, "U+\(String(scalar.value, radix: 16)) at \(before)")
      }
    }
  }
}
