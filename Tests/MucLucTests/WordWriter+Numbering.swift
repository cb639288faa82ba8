extension WordWriter {
  /// The level of the list of all markers, or `nil` for a line without one.
  static func level(of marker: String) -> Int? {
    switch marker.last {
    case "." where marker.dropLast().contains("."): 5
    case "." where marker.first?.isNumber == true: 1
    case ".": 0
    case ")": 2
    case "-": 3
    case "+": 4
    default: nil
    }
  }

  /// A paragraph's properties for a level of the list.
  static func list(_ level: Int) -> String {
    "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"1\"/></w:numPr>"
  }

  /// The levels in the order of Word's list; a level restarts behind one of a lower number.
  private static let levels: [(format: String, text: String)] = [
    ("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"),
    ("bullet", "-"), ("bullet", "+"), ("decimal", "%2.%6."),
  ]

  /// The part with the list of all markers.
  static let numbering: String = {
    let content = levels.enumerated().map { index, level in
      """
      <w:lvl w:ilvl="\(index)"><w:start w:val="1"/><w:numFmt w:val="\(level.format)"/>\
      <w:pStyle w:val="Level\(index)"/><w:lvlText w:val="\(level.text)"/></w:lvl>
      """
    }.joined()
    return """
      <w:numbering><w:abstractNum w:abstractNumId="0">\(content)</w:abstractNum>\
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
      """
  }()

  /// The part with one style a level.
  static let styles: String = {
    let content = levels.indices.map { level in
      """
      <w:style w:type="paragraph" w:styleId="Level\(level)"><w:name w:val="Bậc \(level + 1)"/>\
      <w:pPr>\(list(level))</w:pPr></w:style>
      """
    }.joined()
    return "<w:styles>\(content)</w:styles>"
  }()
}
