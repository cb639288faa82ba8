internal import ProgrammeModel
internal import VietnameseText

// Fields: a code, then its result (ECMA-376 Part 1, 17.16). What is read of a field is its result.
extension WordBuilder {
  /// Begins a field: what follows is its code.
  func beginField(in paragraph: inout OpenParagraph) {
    paragraph.fields.append(OpenParagraph.Field(codeStart: paragraph.endOfText))
  }

  /// Adds to the code of the innermost field, where that has no result yet.
  func appendCode(_ code: some Sequence<UInt8>, to paragraph: inout OpenParagraph) {
    guard let field = paragraph.fields.indices.last, paragraph.fields[field].codeStart != nil
    else { return }
    paragraph.fields[field].code.append(contentsOf: code)
  }

  /// Turns from the code of the innermost field to its result.
  @discardableResult
  mutating func separateField(in paragraph: inout OpenParagraph) -> FieldCode? {
    guard let field = paragraph.fields.indices.last,
      let start = paragraph.fields[field].codeStart
    else { return nil }
    // What stands between begin and separator is code, results of fields inside it included.
    metCharacters -= paragraph.cut(to: start)
    let code = FieldCode(String(decoding: paragraph.fields[field].code, as: UTF8.self))
    paragraph.fields[field].codeStart = nil
    paragraph.fields[field].isPageNumber = code.isPageNumber
    return code
  }

  /// Ends the innermost field.
  mutating func endField(in paragraph: inout OpenParagraph) {
    guard !paragraph.fields.isEmpty else { return }
    let code = separateField(in: &paragraph)
    paragraph.fields.removeLast()
    if let code, code.isCounted { appendNumber(of: code, to: &paragraph) }
  }

  /// Adds the number of a field whose result Word does not keep, which stands inside a line.
  mutating func appendNumber(of code: FieldCode, to paragraph: inout OpenParagraph) {
    let number =
      code.isAutomaticNumber
      ? automaticNumber(code, in: paragraph) : listNumber(code, in: &paragraph)
    guard let text = number, !text.isEmpty else { return }
    metCharacters += paragraph.append(text)
    paragraph.closeRun(styles.look(of: .none, over: paragraph.base))
  }

  /// The number of a `LISTNUM` field: in the list it names, else in the paragraph's own list one level
  /// deeper, else in Word's built-in list.
  private mutating func listNumber(
    _ code: FieldCode, in paragraph: inout OpenParagraph
  ) -> String? {
    if !paragraph.isCounted { count(&paragraph) }
    let named = code.argument.flatMap { numbering.abstract(named: $0) }
      .flatMap { numbering.instance(of: $0) }
    let own = code.argument == nil ? listPlace(of: paragraph) : nil
    if let instance = named ?? own?.instance {
      let level = (code.number(of: "l").map { $0 - 1 } ?? own.map { $0.level + 1 } ?? 0)
      guard (0..<Numbering.levelCount).contains(level),
        let definition = numbering.level(level, of: instance)
      else { return nil }
      counter.count(
        instance: instance, level: level, definition, isFromStyle: false, in: numbering,
        start: code.number(of: "s"))
      return counter.text(of: definition, instance: instance, in: numbering).trimmingBlanks
    }
    return counter.builtInNumber(
      level: (code.number(of: "l") ?? 1) - 1, start: code.number(of: "s"),
      isLegal: code.argument?.lowercased() == "legaldefault", in: numbering)
  }

  /// The number of an `AUTONUM` field: paragraphs are counted by the level of their heading, those that
  /// are none by themselves.
  private mutating func automaticNumber(
    _ code: FieldCode, in paragraph: borrowing OpenParagraph
  ) -> String {
    let outline =
      paragraph.properties.outlineLevel
      ?? styles.paragraphProperties(of: paragraph.style).outlineLevel
    return counter.automaticNumber(code, level: outline, in: numbering)
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
