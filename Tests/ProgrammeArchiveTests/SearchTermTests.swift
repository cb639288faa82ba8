import Testing

@testable import ProgrammeArchive

@Suite struct SearchTermTests {
  @Test(arguments: [
    (["nuoc", "sach"], #""nuoc" "sach""#), (["nước sạch"], #""nuoc sach""#),
    ([#""nước sạch" hộ"#], #""nuoc sach" "ho""#), (["“nước sạch”"], #""nuoc sach""#),
    (["tuyên", "tr*"], #""tuyen" "tr" *"#), (["tuyên tr*"], #""tuyen tr" *"#),
    ([#""tuyên tr"* X"#], #""tuyen tr" * "x""#), (["139-KH/HU"], #""139 kh hu""#),
    (["KỸ", "đảng"], #""ki" "dang""#), (["NEAR(", "a\")", "OR"], #""near" "a" "or""#),
    (["*", "-", "", "“”"], ""),
  ])
  func `what is typed becomes words and phrases`(_ arguments: [String], _ query: String) {
    #expect(SearchTerm.terms(of: arguments).keyQuery == query)
  }

  @Test func `only words with marks ask for the text as written`() {
    #expect(SearchTerm.terms(of: ["nuoc", "sach"]).writtenQuery == nil)
    #expect(SearchTerm.terms(of: ["nước", "sach"]).writtenQuery == #""nước" "sach""#)
  }

  @Test(arguments: [
    (["nuoc sach"], "Hộ dùng NƯỚC SẠCH, nước rất sạch", [8..<17]),
    (["nuoc", "sach"], "nước, sạch", [0..<4, 6..<10]), (["tr*"], "tuyên truyền", [6..<12]),
    (["139-KH/HU"], "theo Kế hoạch 139-KH/HU này", [14..<23]),
    (["tai"], "tây, tay, tài", [10..<13]),
  ])
  func `words are marked where they stand`(_ words: [String], _ text: String, _ marks: [Range<Int>])
  {
    #expect(SearchTerm.terms(of: words).ranges(in: text) == marks)
  }
}
