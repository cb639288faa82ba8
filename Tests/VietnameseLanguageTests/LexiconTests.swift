import Testing
import VietnameseLanguage
import VietnameseText

struct LexiconTests {
  /// A lexicon of three rows.
  private let lexicon = Lexicon(
    rows: [
      Lexicon.Row("trưởng\ntrưởng bản\nt/m\n(đã ký)\ncontainer", .position),
      Lexicon.Row("trưởng bản làng", .office),
    ],
    documentTypes: [
      DocumentType(
        "sổ tay", party: "ST", state: nil, archive: "32", heads: true, isLaw: false)
    ])

  @Test(arguments: [
    ("TRƯỞNG BẢN", 10), ("Trưởng  bản Nà", 11), ("trưởng ban", 6), ("T/M Ban", 3), ("t / m", 5),
    ("(Đã ký) An", 7), ("container", 9), ("trưởng bản làng", 10),
  ])
  func `the longest phrase of a meaning is found, whatever its case and blanks`(
    _ text: String, _ end: Int
  ) {
    #expect(FoldedText(text).end(of: .position, in: lexicon) == end)
  }

  @Test(arguments: ["", "trưởn", "trưởngs", "xtrưởng", "t/mới", "containers", "( đã", "sổ tay"])
  func `what is no whole phrase is not found`(_ text: String) {
    #expect(FoldedText(text).end(of: .position, in: lexicon) == nil)
  }

  @Test func `tokens are looked up as folded text is`() {
    let text = TokenisedText("Ông Trưởng bản làng Nà, 2 container", lexicon: lexicon)
    #expect(text.phrase(at: 1, meaning: .position)?.end == 3)
    #expect(text.phrase(at: 1, meaning: [.position, .office])?.end == 4)
    #expect(text.phrase(at: 2, meaning: .position) == nil)
    #expect(text.means(1, .position))
    #expect(!text.means(1, .office))
    #expect(text.means(7, .position))
    #expect(!text.means(99, .position))
  }

  @Test func `a type of document is known by its word and its code`() {
    #expect(lexicon.documentType(named: "SỔ TAY")?.partyCode == "ST")
    #expect(FoldedText("Sổ tay đảng viên").documentType(in: lexicon)?.end == 6)
    let text = TokenisedText("ST số 5", lexicon: lexicon)
    #expect(text.phrase(at: 0, meaning: .abbreviation)?.type == 0)
    #expect(FoldedText("ST số 5").documentType(in: lexicon) == nil)
  }

  @Test func `rows are added to those of the tables`() {
    let more = Lexicon(adding: [Lexicon.Row("trưởng bản", .position)])
    #expect(FoldedText("CHỦ TỊCH").opens(with: .position, in: more))
    #expect(FoldedText("TRƯỞNG BẢN").end(of: .position, in: more) == 10)
    #expect(FoldedText("TRƯỞNG BẢN").end(of: .position, in: .standard) == 6)
  }

  @Test func `a set of meanings has what was put into it`() {
    var meaning: Meaning = [.verb, .joining]
    #expect(meaning.contains(.joining))
    #expect(!meaning.contains([.verb, .noun]))
    #expect(meaning.isDisjoint(with: [.noun, .day]))
    #expect(meaning.remove(.joining) == .joining)
    #expect(meaning.remove(.joining) == nil)
    #expect(meaning == .verb)
    #expect(meaning.insert(.noun).inserted)
    #expect(meaning.symmetricDifference(.verb) == .noun)
  }
}
