import TestSupport
import VietnameseText

extension ProgrammeGenerator {
  /// The document as Word may hold it: numbers typed or automatic, runs split anywhere, changes tracked, lines
  /// in a TCVN3 font.
  mutating func docx(isNumbered: Bool, isTracked: Bool, isLegacy: Bool) -> [UInt8] {
    var body = ""
    for line in lines {
      let level = isNumbered ? Self.level(of: line.marker) : nil
      let list = level.map {
        "<w:numPr><w:ilvl w:val=\"\($0)\"/><w:numId w:val=\"1\"/></w:numPr>"
      }
      let alignment = line.isCentred ? "<w:jc w:val=\"center\"/>" : ""
      let text = level == nil ? line.printed : line.text
      body += """
        <w:p><w:pPr>\(list ?? "")\(alignment)</w:pPr>\
        \(runs(of: text, isBold: line.isBold, isTracked, isLegacy))</w:p>
        """
    }
    var docx = DocxBuilder(body: body)
    docx.addPart("word/numbering.xml", type: "numbering", Self.numbering)
    return docx.bytes()
  }

  /// The level of the list of all markers, or `nil` for a line without one.
  private static func level(of marker: String) -> Int? {
    switch marker.last {
    case "." where marker.first?.isNumber == true: 1
    case ".": 0
    case ")": 2
    case "-": 3
    case "+": 4
    default: nil
    }
  }

  private static let numbering: String = {
    let levels = [
      ("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-"),
      ("bullet", "+"),
    ]
    let content = levels.enumerated().map { index, level in
      """
      <w:lvl w:ilvl="\(index)"><w:start w:val="1"/><w:numFmt w:val="\(level.0)"/>\
      <w:lvlText w:val="\(level.1)"/></w:lvl>
      """
    }.joined()
    return """
      <w:numbering><w:abstractNum w:abstractNumId="0">\(content)</w:abstractNum>\
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
      """
  }()

  /// The text in one to four runs, some of them inserted, with deleted words between them.
  private mutating func runs(
    of text: String, isBold: Bool, _ isTracked: Bool, _ isLegacy: Bool
  ) -> String {
    var letters = text
    var look = isBold ? "<w:b/>" : ""
    if isLegacy, let bytes = LegacyEncoding.tcvn3.encode(text) {
      letters = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
      look = "<w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/>" + look
    }
    var rest = Array(letters.unicodeScalars)[...]
    var runs = ""
    while !rest.isEmpty {
      let length = chance(30) ? rest.count : number(1...rest.count)
      let piece = String(String.UnicodeScalarView(rest.prefix(length)))
      rest = rest.dropFirst(length)
      let run = """
        <w:r><w:rPr>\(look)</w:rPr><w:t xml:space="preserve">\(piece)</w:t></w:r>
        """
      guard isTracked, chance(30) else {
        runs += run
        continue
      }
      runs += """
        <w:ins w:id="1" w:author="a">\(run)</w:ins>\
        <w:del w:id="2" w:author="a"><w:r><w:delText>đã xóa</w:delText></w:r></w:del>
        """
    }
    return runs
  }
}
