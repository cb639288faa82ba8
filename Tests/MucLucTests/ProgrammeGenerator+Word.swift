import TestSupport
import VietnameseText

extension ProgrammeGenerator {
  /// How a Word document is written.
  struct WordForm: CustomStringConvertible {
    /// Whether Word counts, and whether styles say so in the paragraph's place.
    var isNumbered = false
    var isStyled = false
    /// Whether its changes are tracked.
    var isTracked = false
    /// The encoding of its letters, or `nil` for Unicode.
    var legacy: LegacyEncoding?

    var description: String {
      "numbered \(isNumbered), by styles \(isStyled), tracked \(isTracked), \(legacy?.rawValue ?? "Unicode")"
    }
  }

  /// A form at random.
  mutating func wordForm() -> WordForm {
    let legacy: LegacyEncoding? = chance(20) ? .tcvn3 : chance(20) ? .vni : nil
    return WordForm(
      isNumbered: chance(50), isStyled: chance(30), isTracked: chance(50), legacy: legacy)
  }

  /// The document as Word may hold it: numbers typed or automatic, runs split anywhere, paragraphs and rows moved,
  /// inserted and deleted under tracking, letters in a legacy font.
  mutating func docx(_ form: WordForm) -> [UInt8] {
    var writer = WordWriter(form: form, random: random)
    for part in parts {
      switch part {
      case .line(let line): writer.write(line)
      case .table(let grid): writer.write(grid)
      }
    }
    var docx = DocxBuilder(body: writer.body)
    docx.addPart("word/numbering.xml", type: "numbering", WordWriter.numbering)
    docx.addPart("word/styles.xml", type: "styles", WordWriter.styles)
    return docx.bytes()
  }
}

/// Writes the body of a Word document.
struct WordWriter {
  let form: ProgrammeGenerator.WordForm
  var random: SeededGenerator

  /// What is written so far.
  private(set) var body = ""

  init(form: ProgrammeGenerator.WordForm, random: SeededGenerator) {
    self.form = form
    self.random = random
  }

  // MARK: Paragraphs

  /// Writes a paragraph; where changes are tracked, sometimes in two halves whose mark is deleted, or behind one that
  /// was deleted or moved away.
  mutating func write(_ line: ProgrammeGenerator.Line) {
    let level = form.isNumbered ? Self.level(of: line.marker) : nil
    var properties =
      switch level {
      case let level? where form.isStyled: "<w:pStyle w:val=\"Level\(level)\"/>"
      case let level?: Self.list(level)
      case nil: ""
      }
    if line.isCentred { properties += "<w:jc w:val=\"center\"/>" }
    let text = level == nil ? line.printed : line.text
    let lettering = lettering(of: text, isBold: line.isBold)
    guard form.isTracked else { return paragraph(properties, runs(of: lettering)) }
    // A deleted paragraph that was numbered does not count.
    if chance(10) { leave(properties, text: text, chance(50) ? "del" : "moveFrom") }
    if chance(10), lettering.letters.count > 1 {
      let place = number(1...lettering.letters.count - 1)
      paragraph(properties, mark: "del", runs(of: lettering[..<place]))
      return paragraph(properties, runs(of: lettering[place...]))
    }
    let runs = runs(of: lettering)
    guard chance(10) else { return paragraph(properties, runs) }
    let change = chance(50) ? "ins" : "moveTo"
    paragraph(properties, mark: change, tracked(runs, change))
  }

  /// Writes a paragraph that is not there in the end.
  private mutating func leave(_ properties: String, text: String, _ change: String) {
    let run =
      change == "del"
      ? "<w:r><w:delText xml:space=\"preserve\">\(text)</w:delText></w:r>"
      : "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
    paragraph(properties, mark: change, tracked(run, change))
  }

  private mutating func paragraph(_ properties: String, mark: String? = nil, _ runs: String) {
    let mark = mark.map { "<w:rPr>\(tracked("", $0))</w:rPr>" } ?? ""
    body += "<w:p><w:pPr>\(properties)\(mark)</w:pPr>\(runs)</w:p>"
  }

  private func tracked(_ content: String, _ change: String) -> String {
    "<w:\(change) w:id=\"1\" w:author=\"a\" w:date=\"2025-01-01T00:00:00Z\">\(content)</w:\(change)>"
  }

  // MARK: Runs

  /// The letters of a text as a font draws them.
  private struct Lettering {
    var letters: ArraySlice<Unicode.Scalar>
    /// The properties of its runs.
    var properties = ""

    subscript(range: PartialRangeUpTo<Int>) -> Lettering {
      Lettering(letters: letters[range], properties: properties)
    }
    subscript(range: PartialRangeFrom<Int>) -> Lettering {
      Lettering(letters: letters[range], properties: properties)
    }
  }

  /// The text in one to many runs, some of them inserted or moved there, with deleted words between them.
  private mutating func runs(of lettering: Lettering) -> String {
    var letters = lettering.letters
    var runs = ""
    while !letters.isEmpty {
      let length = chance(30) ? letters.count : number(1...letters.count)
      let piece = String(String.UnicodeScalarView(letters.prefix(length)))
      letters = letters.dropFirst(length)
      let run = """
        <w:r><w:rPr>\(lettering.properties)</w:rPr><w:t xml:space="preserve">\(piece)</w:t></w:r>
        """
      guard form.isTracked, chance(30) else {
        runs += run
        continue
      }
      runs += tracked(run, chance(70) ? "ins" : "moveTo")
      runs +=
        chance(70)
        ? tracked("<w:r><w:delText>đã xóa</w:delText></w:r>", "del")
        : tracked("<w:r><w:t>đã chuyển</w:t></w:r>", "moveFrom")
    }
    return runs
  }

  /// The letters as a font of the document's encoding draws them, and what says which font it is.
  private func lettering(of text: String, isBold: Bool) -> Lettering {
    var lettering = Lettering(letters: Array(text.unicodeScalars)[...])
    if let legacy = form.legacy {
      var name = legacy == .vni ? "VNI-Times" : ".VnTime"
      var letters = text
      // TCVN3 has no capitals with a tone: they are small letters of a font whose name ends in H.
      if legacy == .tcvn3, text.unicodeScalars.contains(where: Self.isMissingInTCVN3) {
        name = ".VnTimeH"
        letters = text == text.uppercased() ? text.lowercased() : ""
      }
      if !letters.isEmpty, let bytes = legacy.encode(letters) {
        lettering.letters = bytes.map { Unicode.Scalar($0) }[...]
        lettering.properties =
          "<w:rFonts w:ascii=\"\(name)\" w:hAnsi=\"\(name)\" w:cs=\"\(name)\"/>"
      }
    }
    if isBold { lettering.properties += "<w:b/>" }
    return lettering
  }

  private static func isMissingInTCVN3(_ letter: Unicode.Scalar) -> Bool {
    !letter.isASCII && letter.properties.isUppercase && !"ĂÂÊÔƠƯĐ".unicodeScalars.contains(letter)
  }

  // MARK: Tables

  /// Writes a table; where changes are tracked, some rows were inserted and deleted.
  mutating func write(_ grid: ProgrammeGenerator.Grid) {
    body += """
      <w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders></w:tblPr>
      """
    write(row: grid.header, properties: chance(50) ? "<w:tblHeader/>" : "", isBold: true)
    for row in grid.rows {
      if form.isTracked, chance(20) { write(row: row, properties: tracked("", "del")) }
      write(row: row, properties: form.isTracked && chance(20) ? tracked("", "ins") : "")
    }
    body += "</w:tbl>"
  }

  private mutating func write(row: [String], properties: String, isBold: Bool = false) {
    body += "<w:tr><w:trPr>\(properties)</w:trPr>"
    for cell in row {
      body += "<w:tc><w:tcPr/>"
      paragraph("", runs(of: lettering(of: cell, isBold: isBold)))
      body += "</w:tc>"
    }
    body += "</w:tr>"
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }
  private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
}
