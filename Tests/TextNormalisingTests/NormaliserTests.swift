import Foundation
import ProgrammeModel
import TestSupport
import Testing
@testable import VietnameseText

@testable import TextNormalising

/// A document of one run a paragraph, each in a font of its own.
func document(_ runs: [(String, String)]...) -> SourceDocument {
  var document = SourceDocument(name: "a.docx", format: .docx)
  for (index, runs) in runs.enumerated() {
    var paragraph = SourceParagraph(
      text: "", location: Location(part: "word/document.xml", paragraph: index + 1))
    for (text, font) in runs {
      paragraph.text += text
      let number =
        document.fonts.firstIndex(of: font)
        ?? {
          document.fonts.append(font)
          return document.fonts.count - 1
        }()
      paragraph.runs.append(TextRun(end: paragraph.text.utf8.count, font: number))
    }
    document.characterCount += paragraph.text.visibleCharacterCount
    document.blocks.append(.paragraph(paragraph))
  }
  return document
}

/// A text file of lines.
func lines(_ lines: [String], _ encoding: TextEncoding = .utf8) -> SourceDocument {
  var document = SourceDocument(name: "a.txt", format: .txt, encoding: encoding)
  for (index, line) in lines.enumerated() {
    document.blocks.append(
      .paragraph(SourceParagraph(text: line, location: Location(line: index + 1))))
    document.characterCount += line.visibleCharacterCount
  }
  return document
}

extension SourceDocument {
  var texts: [String] {
    var texts: [String] = []
    forEachParagraph { texts.append($0.text) }
    return texts
  }
}

/// Checks what must hold of every normalised document.
func expectInvariants(
  _ source: SourceDocument, _ result: NormalisedDocument,
  _ location: Testing.SourceLocation = #_sourceLocation
) {
  #expect(result.restoredTexts == source.texts, sourceLocation: location)
  var visible = 0
  var before: [SourceParagraph] = []
  source.forEachParagraph { before.append($0) }
  var index = 0
  result.document.forEachParagraph { paragraph in
    visible += paragraph.text.visibleCharacterCount
    #expect(
      paragraph.text.unicodeScalars.elementsEqual(paragraph.text.composed.unicodeScalars),
      sourceLocation: location)
    let text = Array(paragraph.text.utf8)
    let isAtEnd = paragraph.runs.last.map { $0.end == text.count } ?? true
    #expect(isAtEnd, sourceLocation: location)
    for place in paragraph.runs.map(\.end) + paragraph.notes.map(\.offset) {
      #expect(place <= text.count, sourceLocation: location)
      #expect(place == text.count || text[place] & 0xC0 != 0x80, sourceLocation: location)
    }
    #expect(paragraph.runs.count == before[index].runs.count, sourceLocation: location)
    index += 1
  }
  let old = source.texts.reduce(0) { $0 + $1.visibleCharacterCount }
  #expect(old + result.changes.visibleCharacterGrowth == visible, sourceLocation: location)
  let again = Normaliser().normalise(result.document).value
  #expect(again.document.texts == result.document.texts, sourceLocation: location)
}

struct NormaliserTests {
  private func normalised(_ text: String) -> String {
    let source = lines([text])
    let result = Normaliser().normalise(source).value
    expectInvariants(source, result)
    return result.document.texts[0]
  }

  @Test func `a table is full of words, or of letters`() {
    var table = WordTable()
    String(repeating: "a", count: 1 << 20).withBytes { bytes in
      _ = table.word(in: bytes, from: 0, upTo: bytes.count)
      #expect(!table.isFull)
      _ = table.word(in: bytes, from: 1, upTo: bytes.count)
      _ = table.word(in: bytes, from: 2, upTo: bytes.count)
    }
    #expect(table.isFull)
  }

  @Test func `words that begin alike are told apart, and each is found again`() {
    let words = (1...40).flatMap { count in
      ["a", "b"].map { String(repeating: "x", count: count - 1) + $0 }
    }
    var table = WordTable()
    for word in words + words.reversed() {
      // At the end of a text, and in front of more than sixteen bytes.
      for text in [word, word + " and many letters more"] {
        text.withBytes { bytes in
          let (number, end) = table.word(in: bytes, from: 0, upTo: bytes.count)
          #expect(table.texts[number] == word && end == word.utf8.count)
        }
      }
    }
    #expect(table.texts == words)
  }

  static let repairs: [(String, String, String)] = [
    ("pho\u{300}ng cho\u{302}\u{301}ng", "phòng chống", "nfc"),
    ("a\u{301}\u{302}m", "ấm", "mark-order"),
    ("á\u{302}m", "ấm", "mark-order"),
    ("U\u{309}\u{31B}", "Ử", "nfc"),
    ("nga\u{323}\u{306}t", "ngặt", "nfc"),
    ("HÐND, QÐ-UB", "HĐND, QĐ-UB", "letter-d"),
    ("ðược biết Ðảng", "được biết Đảng", "letter-d"),
    ("quуết định", "quyết định", "look-alike"),
    // ƣ and Ƣ of fonts that draw ư there.
    ("hoàn thành trƣớc", "hoàn thành trước", "look-alike"), ("ĐƢỜNG", "ĐƯỜNG", "look-alike"),
    // Roman numbers of one character.
    ("Ⅰ. MỤC", "I. MỤC", "look-alike"), ("quý Ⅳ/2023", "quý IV/2023", "look-alike"),
    ("ⅻ) mười hai", "xii) mười hai", "look-alike"),
    // Cyrillic and Greek letters in markers.
    ("І. MỤC", "I. MỤC", "look-alike"), ("ІІІ. MỤC", "III. MỤC", "look-alike"),
    ("Х. Mười", "X. Mười", "look-alike"), ("Ι. MỤC", "I. MỤC", "look-alike"),
    ("а) Một việc", "a) Một việc", "look-alike"),
    ("Phần ІІ. Nhiệm vụ", "Phần II. Nhiệm vụ", "look-alike"),
    // A soft hyphen as the dash of an item.
    ("\u{AD} Việc", "- Việc", "look-alike"),
    ("Các việc:\n\u{AD} Một", "Các việc:\n- Một", "look-alike"),
    ("\u{AD}Việc", "Việc", "invisible"), ("một\u{AD} hai", "một hai", "invisible"),
    ("Số\u{A0}12", "Số 12", "space"),
    ("a\u{2006}\u{2006}\u{2006}b", "a b", "space"),
    ("kế\u{200B}hoạch\u{FEFF}", "kếhoạch", "invisible"),
    ("kinh tế\u{2028}xã hội", "kinh tế\nxã hội", "line-break"),
    ("báo\u{3} cáo", "báo cáo", "control"),
    ("điều\u{96}khoản", "điều–khoản", "windows-1252"),
    ("ﬁ Ａ１", "fi A1", "compatibility"),
    ("Ä‘Æ°á»£c Ä\u{90}áº£ng", "được Đảng", "utf-8-as-1252"),
    ("tŕnh bày ư kiến, mă hoá, C̣n", "trình bày ý kiến, mã hoá, Còn", "1252-as-1258"),
    ("C¨n cø quyÕt ®Þnh cña Bé tr\u{AD}ëng", "Căn cứ quyết định của Bộ trưởng", "tcvn3"),
    ("CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "case-repair"),
    ("§¸NH GI¸ CHUNG VÒ HÖ THèNG", "ĐÁNH GIÁ CHUNG VỀ HỆ THỐNG", "case-repair"),
    ("Quy chÕ cña Bé tr\u{AD}ëng UBND Bé", "Quy chế của Bộ trưởng UBND Bộ", "tcvn3"),
    ("Caên cöù Quyeát ñònh cuûa Thuû töôùng", "Căn cứ Quyết định của Thủ tướng", "vni"),
    ("Nghò quyeát, ÖÙng vieâïc (giô)ø", "Nghị quyết, Ứng việc (giờ)", "vni"),
    ("Raø soaùt ñaát ñai:\nñ) Ñ/c Lam; ñ/c Tö", "Rà soát đất đai:\nđ) Đ/c Lam; đ/c Tư", "vni"),
    ("Möùc thu cuûa moãi hoä: 5.000ñ/kg, 2ñ", "Mức thu của mỗi hộ: 5.000đ/kg, 2đ", "vni"),
    (
      "Møc thu, ®Êt ®ai:\n®) §/c Lam; ®/c T­; 5.000®",
      "Mức thu, đất đai:\nđ) Đ/c Lam; đ/c Tư; 5.000đ", "tcvn3"
    ),
    ("\u{F0B7}\tQuét đường", "•\tQuét đường", "symbol-font"),
    ("Việc:\n \u{F0A7} Vớt bèo", "Việc:\n ▪ Vớt bèo", "symbol-font"),
  ]

  @Test(arguments: repairs)
  func `text is put right and the rule is named`(_ text: String, _ wanted: String, _ rule: String) {
    #expect(normalised(text) == wanted)
    let changes = Normaliser().normalise(lines([text])).value.changes
    #expect(changes.contains { $0.rule == rule })
  }

  @Test(arguments: [
    "\u{200B}\u{FEFF}\u{200B}", "\u{2028}\u{2028}", "\u{96}\u{96}\u{96}", "！！！", "ＵＢＮＤ",
    "\u{A0}\u{A0}",
    "\u{3}\u{3}",
  ])
  func `like characters side by side are one change`(_ run: String) {
    let text = "một\(run)hai"
    let normalised = Normaliser().normalise(lines([text])).value
    #expect(normalised.changes.count == 1)
    #expect(normalised.restoredTexts == [text])
  }

  @Test(arguments: [
    "Căn cứ Quyết định số 12/QĐ-UBND ngày 20/11/2023 – “Về việc …”", "quí IV, quý IV, hoà, hòa",
    "Le président de la République française était là, où François a mangé des crêpes",
    "Die Bürger müssen über größere Öffnungen für die Straße nachdenken",
    "El señor habló también de la situación económica de España", "Það er ekki svo slæmt, eða hvað",
    "Москва и Афины: Αθήνα", "½ m² = 30°C ± 2 № 5 ™", "là", "Bé", "Hà", "Café Zürich naïve", "",
    "giá \u{F0B7} 5 đồng", "\u{F0B7}5 đồng", "\u{F0B7}", "cân\tđối\nngân sách", "👨‍👩‍👧",
    "The café costs £20 – not “cheap”",
    // Letters of another language are no look-alikes, and no markers.
    "І. Загальні положення", "Х разів", "А. Первый", "Χ", "ƣalb", "Xem mục Х",
  ])
  func `what is right stays byte for byte`(_ text: String) {
    #expect(normalised(text) == text)
    #expect(Normaliser().normalise(lines([text])).value.changes.isEmpty)
  }

  @Test(arguments: [
    "\u{301}\u{323}", "\u{323}\u{301}", "\u{344}\u{325}\u{301}",
  ])
  func `thousands of marks on a letter are composed as Unicode has it`(_ marks: String) {
    let text = "1. e" + String(repeating: marks, count: 300) + " x"
    let result = Normaliser().normalise(lines([text])).value
    #expect(result.document.texts[0].unicodeScalars.elementsEqual(text.composed.unicodeScalars))
    #expect(result.restoredTexts == [text])
  }

  static let amongUnicode: [(String, String)] = [
    ("- Bùi Yô Sam", "- Bùi Yô Sam"),
    ("- Xã Yô", "- Xã Yô"),
    ("Ryô, Dyô, Yô, Kà Rô", "Ryô, Dyô, Yô, Kà Rô"),
    ("Müller, Gaëlle, Noël, Zoé", "Müller, Gaëlle, Noël, Zoé"),
    ("Khu A: 500 m², khu B: 300 m²", "Khu A: 500 m², khu B: 300 m²"),
    ("Hµ Néi, ngµy 5 th¸ng 3", "Hà Nội, ngày 5 tháng 3"),
    ("Haø Noäi, ngaøy 5 thaùng 3", "Hà Nội, ngày 5 tháng 3"),
    ("Quy chÕ cña Bé tr\u{AD}ëng", "Quy chế của Bộ trưởng"),
  ]

  @Test(arguments: amongUnicode)
  func `names among Unicode stay, legacy paragraphs are decoded`(_ text: String, _ wanted: String) {
    let source = lines(["Thành lập Tổ công tác gồm:", text, "Mua vật tư bảo vệ rừng."])
    let result = Normaliser().normalise(source).value
    expectInvariants(source, result)
    #expect(result.document.texts[1] == wanted)
  }

  /// Where the font of a bullet was lost, a sign of Wingdings or Symbol stands at the beginning of the line.
  @Test(arguments: ["§", "Ø", "ü", "·", "¨", "þ", "×", "«", "¤", "£", "¶", "®", "ö", "à", "“", "•"])
  func `bullets of a lost font prove no encoding, however many`(_ sign: String) {
    let among = (1...40).flatMap {
      ["\($0). Rà soát hồ sơ", "\(sign) Giao ban tuan \($0)", "\(sign)\($0) Thu chi", sign]
    }
    #expect(Normaliser().normalise(lines(among)).value.document.texts == among)
    let alone = (1...40).map { "\(sign) Giao ban tuan \($0)" }
    #expect(Normaliser().normalise(lines(alone)).value.document.texts == alone)
  }

  @Test func `a letter that stands alone is decoded with the legacy text around it`() {
    let source = lines(["KÕ ho¹ch häp ë tØnh", "® ", "ý kiÕn cña c¸c huyÖn", "ë"])
    #expect(
      Normaliser().normalise(source).value.document.texts
        == ["Kế hoạch họp ở tỉnh", "đ ", "ý kiến của các huyện", "ở"])
  }

  @Test func `a doubt about an encoding has a place`() {
    let outcome = Normaliser().normalise(lines(["Tổ công tác gồm:", "Bïi quyÕt"]))
    #expect(outcome.diagnostics == [Diagnostic(.undecided, "1", at: Location(line: 2))])
    let mixed = Normaliser().normalise(
      document(
        [("quyÕt ®Þnh cña bé tr\u{AD}ëng", ".VnTime")],
        [("Caên cöù Nghò quyeát ñaïi hoäi", ".VnTime")]))
    #expect(mixed.diagnostics.count >= 2)
    #expect(mixed.diagnostics.allSatisfy { $0.location?.paragraph == 2 })
  }

  @Test func `a letter with two tones is reported and keeps both`() {
    let outcome = Normaliser().normalise(lines(["ta\u{301}\u{300}i"]))
    #expect(outcome.value.document.texts == ["tá\u{300}i"])
    #expect(outcome.diagnostics == [Diagnostic(.doubleMarks, "1")])
  }

  @Test func `fonts are hints, runs split words, capital fonts are raised`() {
    let source = document(
      [("quyÕt ®Þnh cña bé tr\u{AD}ëng", ".VnTimeH")],
      [("Hµ N", ".VnTime"), ("éi", ".VnTime"), (" ngày", "Times New Roman")],
      [("Đã là Unicode", ".VnTime")],
      [("Caên cöù Nghò quyeát ñaïi hoäi", ".VnTime")],
      [("\u{F0B7}", "Symbol"), (" mét", ".VnTime")],
      [("Truyeàn tho", "VNI-Times"), ("âng", "VNI-Times")])
    let outcome = Normaliser().normalise(source)
    expectInvariants(source, outcome.value)
    #expect(
      outcome.value.document.texts == [
        "QUYẾT ĐỊNH CỦA BỘ TRƯỞNG", "Hà Nội ngày", "Đã là Unicode",
        "Căn cứ Nghị quyết đại hội", "• một", "Truyền thông",
      ])
    #expect(outcome.diagnostics.contains { $0.code == "normalize.font-contradicted" })
    var ends: [[Int]] = []
    outcome.value.document.forEachParagraph { ends.append($0.runs.map(\.end)) }
    #expect(ends[1] == [5, 9, 15])
    #expect(ends[5] == [13, 15])
  }

  @Test func `labels of lists are decoded with the document, and shares are told`() {
    var source = document([("Kho¶n môc cña quyÕt ®Þnh", ".VnTime")], [("Unicode, đã rõ", "Arial")])
    if case .paragraph(var paragraph) = source.blocks[0] {
      paragraph.label = ListLabel(text: "§iÒu 1.", level: 0, list: 1, value: 1)
      source.blocks[0] = .paragraph(paragraph)
    }
    let result = Normaliser().normalise(source).value
    var labels: [String?] = []
    result.document.forEachParagraph { labels.append($0.label?.text) }
    #expect(labels == ["Điều 1.", nil])
    #expect(result.encodingShares.map(\.encoding) == ["tcvn3", "unicode"])
    #expect(result.encodingShares.map(\.characters) == [20, 12])
    #expect(result.legacyShare > 0.6 && result.legacyShare < 0.65)
  }

  static let sentences = [
    "Căn cứ Nghị quyết của Hội đồng nhân dân huyện về nhiệm vụ phát triển kinh tế - xã hội;",
    "Tiếp tục đẩy mạnh công tác tuyên truyền, vận động nhân dân chấp hành chủ trương của Đảng.",
    "1. Giao Phòng Tài chính - Kế hoạch chủ trì, phối hợp với các đơn vị liên quan thực hiện",
    "Nơi nhận:", "- Như trên;", "- Lưu VT.",
  ]

  @Test(arguments: LegacyEncoding.allCases.filter { $0 != .vn2 })
  func `a file of bytes is told by its content`(_ encoding: LegacyEncoding) throws {
    let wanted = Self.sentences.map { encoding.lacksCapitals ? $0.lowercased() : $0 }
    let bytes = try wanted.map {
      String(try #require(encoding.encode($0)).map(Unicode.Scalar.init))
    }
    let source = lines(bytes, encoding == .viqr ? .utf8 : .bytes)
    let outcome = Normaliser().normalise(source)
    #expect(outcome.value.document.texts == wanted)
    let name = encoding == .vn1 ? ["tcvn3", "vn1"] : [encoding.rawValue]
    #expect(name.contains(outcome.value.document.encoding?.name ?? ""))
    expectInvariants(source, outcome.value)
    let forced = Normaliser(encoding: .legacy(encoding.rawValue)).normalise(source).value
    #expect(forced.document.texts == wanted)
  }

  @Test func `broken UTF-8 is read as UTF-8 and reported`() {
    let bytes = Array("Quyết định của Ủy ban nhân dân huyện".utf8) + [0x20, 0xE9, 0x85]
    let source = lines([String(bytes.map(Unicode.Scalar.init))], .bytes)
    let outcome = Normaliser().normalise(source)
    #expect(outcome.value.document.texts == ["Quyết định của Ủy ban nhân dân huyện é…"])
    #expect(outcome.value.document.encoding == .utf8)
    #expect(outcome.diagnostics == [Diagnostic(.invalidUTF8, "2", at: Location(line: 1))])
    expectInvariants(source, outcome.value)
  }

  @Test(arguments: [
    // A small letter follows: a tone. A stop stands before a capital, at the end, or where no tone can.
    ("nhie^.m vu. tro.ng ta^m", "nhiệm vụ trọng tâm"), ("to^'i thu+' hai.", "tối thứ hai."),
    ("I. Nhie^.m vu.: la`m", "I. Nhiệm vụ: làm"),
    ("ho.p giao ban. Ca'c so+?", "họp giao ban. Các sở"),
    ("NHIE^.M VU. TRO.NG TA^M", "NHIỆM VỤ TRỌNG TÂM"), ("14 gio+`\\. Ai du+.\\?", "14 giờ. Ai dự?"),
    ("ca'c cha'u (nho?) vui", "các cháu (nhỏ) vui"), ("ta.i sao?", "tại sao?"),
    ("http://www.so.gov.vn/a?b=1", "http://www.so.gov.vn/a?b=1"),
    ("e-mail van.phong@so.gov.vn.", "e-mail van.phong@so.gov.vn."),
    ("WWW.xa.vn", "WWW.xa.vn"),
    // The word stands elsewhere with the mark before a small letter, or without it.
    ("Thu+.c hie^.n nhie^.m vu.", "Thực hiện nhiệm vụ"),
    ("Dda^y la` tha'ng ba.", "Đây là tháng ba."),
  ])
  func `full stops of VIQR are told from tones`(_ line: String, _ wanted: String) {
    let known = [
      "Chu+o+ng tri`nh co^ng ta'c quy' IV/2003",
      "Ddo+n vi. thu+.c hie^.n nhie^.m vu. ddu+o+.c giao",
      "Tha'ng ba na(m nay, Dda?ng u?y xa~ to^? chu+'c ho.p ba`n vie^.c cu?a huye^.n",
    ]
    let source = lines(known + [line])
    let result = Normaliser().normalise(source).value
    #expect(result.document.texts.last == wanted)
    #expect(result.restoredTexts == source.texts)
  }

  @Test func `bytes in another language are Windows-1252`() {
    let source = lines(["Le pr\u{E9}sident \u{96} o\u{F9} est-il\u{85}"], .bytes)
    let outcome = Normaliser().normalise(source)
    #expect(outcome.value.document.texts == ["Le président – où est-il…"])
    #expect(outcome.value.document.encoding?.name == "windows-1252")
  }
}

extension String {
  init(_ scalars: [Unicode.Scalar]) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
