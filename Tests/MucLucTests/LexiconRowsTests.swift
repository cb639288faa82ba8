import ProgrammeModel
import Testing
import VietnameseLanguage

@testable import MucLuc

/// A word that the tables do not have is added as a row, and every stage knows it.
@Suite("A word is added to the tables, and every stage knows it")
struct LexiconRowsTests {
  /// The programme of a text with the words of the tables, and with a row more.
  private func programmes(
    _ text: String, adding words: String, _ meaning: Meaning
  ) throws -> (before: Programme, after: Programme) {
    (
      try programme(text, .standard),
      try programme(text, Lexicon(adding: [Lexicon.Row(words, meaning)]))
    )
  }

  private func programme(_ text: String, _ lexicon: Lexicon) throws -> Programme {
    var pipeline = Pipeline()
    pipeline.lexicon = lexicon
    return try pipeline.convert(Array(text.utf8), named: "a.txt").programme
  }

  /// A short plan, signed.
  private func plan(
    head: String = "ỦY BAN NHÂN DÂN\nXÃ THUẬN AN", title: String = "Chăm sóc cây xanh năm 2024",
    body: String = "1. Chăm sóc cây xanh ở các thôn.\n2. Báo cáo kết quả trước ngày 20/11/2024.",
    signature: String = "CHỦ TỊCH\n\nNguyễn Văn An"
  ) -> String {
    """
    \(head)

    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc

    Số: 12/KH-UBND
    Thuận An, ngày 15 tháng 3 năm 2024

    KẾ HOẠCH
    \(title)

    \(body)

    TM. ỦY BAN NHÂN DÂN
    \(signature)
    """
  }

  /// The facts of all titles and paragraphs, in no order.
  private func facts(_ programme: Programme) -> [Fact] {
    var facts: [Fact] = []
    var waiting = programme.outline
    var blocks = programme.preamble + programme.closing
    while let node = waiting.popLast() {
      facts += node.facts
      blocks += node.content
      waiting += node.children
    }
    for case .paragraph(let paragraph) in blocks { facts += paragraph.facts }
    return facts
  }

  @Test func `a position signs`() throws {
    let text = plan(signature: "GIÀ LÀNG\n\nKpă Văn An")
    let (before, after) = try programmes(text, adding: "già làng", .position)
    #expect(before.metadata.signature?.title == nil)
    #expect(after.metadata.signature?.title == "GIÀ LÀNG")
    #expect(after.metadata.signature?.name == "Kpă Văn An")
  }

  @Test func `a surname opens a name in capitals`() throws {
    let text = plan(signature: "CHỦ TỊCH\n\nBRÍU VĂN AN")
    let (before, after) = try programmes(text, adding: "bríu", .surname)
    #expect(before.metadata.signature?.name == nil)
    #expect(after.metadata.signature?.name == "BRÍU VĂN AN")
  }

  @Test func `a body issues, and is found in the text`() throws {
    let text = plan(
      head: "LÀNG NGHỀ\nTHUẬN AN", body: "LÀNG NGHỀ HÒA BÌNH\n1. Làng nghề Hòa Bình đón khách.")
    let (before, after) = try programmes(text, adding: "làng nghề", .body)
    #expect(!facts(before).contains { $0.text == "Làng nghề Hòa Bình" })
    #expect(facts(after).contains { $0.text == "Làng nghề Hòa Bình" })
    #expect(after.metadata.issuer == "LÀNG NGHỀ THUẬN AN")
  }

  @Test func `a verb that opens sentences ends no heading that runs in`() throws {
    let text = plan(
      body: "1. Gieo sạ giống lúa mới: chọn hạt giống tốt cho bà con.\n2. Tưới nước cho lúa.")
    let (before, after) = try programmes(text, adding: "gieo sạ", [.verb, .sentenceVerb])
    #expect(before.outline.first?.kind == .runin)
    #expect(after.outline.first?.kind == .item)
  }

  @Test func `a unit makes a quantity of a number`() throws {
    let text = plan(body: "1. Thu được 50 giạ lúa.\n2. Tưới nước cho lúa.")
    let (before, after) = try programmes(text, adding: "giạ", .measure)
    #expect(!facts(before).contains { $0.text == "50 giạ" })
    #expect(facts(after).contains { $0.text == "50 giạ" })
  }

  @Test func `a closing phrase opens the closing`() throws {
    let text = plan(
      body: "1. Chăm sóc cây xanh.\n2. Tưới nước cho cây.\n\nKính chúc bà con được mùa.")
    let (before, after) = try programmes(text, adding: "kính chúc", .closing)
    #expect(before.closing.isEmpty)
    #expect(after.closing.count == 1)
  }

  @Test func `a type of document heads, is cited and closes`() throws {
    let type = DocumentType(
      "sổ tay", party: "ST", state: "ST", archive: "32", heads: true, isLaw: false)
    let lexicon = Lexicon(adding: [], documentTypes: [type])
    let text = plan(
      body: "1. Chăm sóc cây theo Sổ tay số 05-ST/TW.\n\nĐề nghị các thôn làm theo Sổ tay này."
    ).replacing("KẾ HOẠCH\n", with: "SỔ TAY\n")
    let (before, after) = (try programme(text, .standard), try programme(text, lexicon))
    #expect(before.metadata.typeCode == nil)
    #expect(after.metadata.type == "SỔ TAY")
    #expect(after.metadata.typeCode == "ST")
    #expect(!facts(before).contains { $0.text == "Sổ tay số 05-ST/TW" })
    #expect(facts(after).contains { $0.text == "Sổ tay số 05-ST/TW" })
  }

  @Test func `a law is cited by its name, and its year is no period`() throws {
    let law = DocumentType(
      "lệ làng", party: nil, state: nil, archive: "32", heads: true, isLaw: true)
    let lexicon = Lexicon(adding: [], documentTypes: [law])
    let text = plan(
      title: "Thi hành Lệ làng Thuận An năm 2023",
      body: "Căn cứ Lệ làng Thuận An năm 2023;\n1. Chăm sóc cây xanh.\n2. Tưới nước cho cây.")
    let (before, after) = (try programme(text, .standard), try programme(text, lexicon))
    #expect(before.metadata.period?.edtf == "2023")
    #expect(after.metadata.period == nil)
    #expect(!facts(before).contains { $0.text == "Lệ làng Thuận An năm 2023" })
    #expect(facts(after).contains { $0.text == "Lệ làng Thuận An năm 2023" })
  }

  @Test func `what one stage knew and another did not is known to all`() throws {
    let text = plan(
      title: "Công tác qúy IV/2023",
      body: "1. Vận chuyển 12 container hàng trong qúy III/2024.\n2. Báo cáo kết quả.",
      signature: "CHỦ TỊCH\n\nKHƯƠNG VĂN AN")
    let known = try programme(text, .standard)
    #expect(known.metadata.period?.edtf == "2023-36")
    #expect(known.metadata.signature?.title == "CHỦ TỊCH")
    #expect(known.metadata.signature?.name == "KHƯƠNG VĂN AN")
    #expect(facts(known).contains { $0.text.hasPrefix("12 container") })
    #expect(facts(known).contains { $0.value == .date(edtf: "2024-35") })
    let station = try programme(plan(signature: "TRẠM TRƯỞNG\n\nNguyễn Văn An"), .standard)
    #expect(station.metadata.signature?.authority == ["TM. ỦY BAN NHÂN DÂN"])
    #expect(station.metadata.signature?.title == "TRẠM TRƯỞNG")
    let year = try programme(plan(title: "Kế hoạch đến năm 2100"), .standard)
    #expect(year.metadata.period?.edtf == "../2100")
  }
}
