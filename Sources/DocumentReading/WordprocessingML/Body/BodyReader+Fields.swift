internal import ProgrammeModel
internal import VietnameseText

extension BodyReader {
  /// Reads `w:instrText` up to its end tag into the code of the innermost field.
  mutating func readCode(into paragraph: inout OpenParagraph) throws(ReadingError) {
    while true {
      switch try xml.next() {
      case .text(let text):
        if let field = paragraph.fields.indices.last, paragraph.fields[field].codeStart != nil {
          unsafe paragraph.fields[field].code.append(contentsOf: text.buffer)
        }
      case .start: try xml.skip()
      case .end, .finish: return
      }
    }
  }

  /// Begins a field, turns from its code to its result, or ends it.
  mutating func changeField(_ element: XMLElement, in paragraph: inout OpenParagraph) {
    guard let type = xml.value(.fldCharType, of: element) else { return }
    if type == "begin" {
      return paragraph.fields.append(OpenParagraph.Field(codeStart: paragraph.endOfText))
    }
    guard let field = paragraph.fields.indices.last else { return }
    var code: FieldCode?
    if let start = paragraph.fields[field].codeStart {
      // What stands between begin and separator is code, results of fields inside it included.
      state.metCharacters -= paragraph.cut(to: start)
      code = FieldCode(String(decoding: paragraph.fields[field].code, as: UTF8.self))
      paragraph.fields[field].codeStart = nil
      paragraph.fields[field].isPageNumber = code?.isPageNumber ?? false
    }
    guard type == "end" else { return }
    paragraph.fields.removeLast()
    // Word keeps no result of LISTNUM: it counts anew whenever it shows the field.
    if let code, code.name == "LISTNUM" { appendListNumber(code, to: &paragraph) }
  }
}

extension OpenParagraph {
  /// Counts characters that print the number of the page.
  mutating func notePageNumber(_ count: Int) {
    if fields.contains(where: { $0.isPageNumber && $0.codeStart == nil }) {
      pageNumberCharacters += count
    }
  }
}
