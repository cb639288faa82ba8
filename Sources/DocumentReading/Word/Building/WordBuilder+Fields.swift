internal import ProgrammeModel
internal import VietnameseText

// Fields: a code, then its result (ECMA-376 Part 1, 17.16). What is read of a field is its result.
extension WordBuilder {
  /// Begins a field: what follows is its code.
  ///
  /// - Parameters:
  ///   - paragraph: the paragraph.
  ///   - form: what the field shows where it is a form field without a result.
  func beginField(in paragraph: inout OpenParagraph, form: String? = nil) {
    paragraph.fields.append(OpenParagraph.Field(codeStart: paragraph.endOfText, form: form))
  }

  /// Adds to the code of the innermost field, where that has no result yet.
  func appendCode(_ code: some Sequence<UInt8>, to paragraph: inout OpenParagraph) {
    guard let field = paragraph.fields.indices.last, paragraph.fields[field].codeStart != nil
    else { return }
    paragraph.fields[field].letters.append(contentsOf: code)
  }

  /// Turns from the code of the innermost field to its result.
  mutating func separateField(in paragraph: inout OpenParagraph) {
    guard let field = paragraph.fields.indices.last,
      let start = paragraph.fields[field].codeStart
    else { return }
    // What stands between begin and separator is code, results of fields inside it included.
    metCharacters -= paragraph.cut(to: start)
    let code = FieldCode(
      String(decoding: paragraph.fields[field].letters, as: UTF8.self).inCanonicalOrder)
    paragraph.fields[field].codeStart = nil
    paragraph.fields[field].code = code
    paragraph.fields[field].resultStart = paragraph.visibleCount
  }

  /// Ends the innermost field.
  mutating func endField(in paragraph: inout OpenParagraph) {
    separateField(in: &paragraph)
    guard let field = paragraph.fields.popLast(), let code = field.code,
      paragraph.visibleCount == field.resultStart
    else { return }
    appendResult(of: code, form: field.form, to: &paragraph)
  }

  /// Adds the result of a field that Word shows without keeping it in the file.
  mutating func appendResult(
    of code: FieldCode, form: String? = nil, to paragraph: inout OpenParagraph
  ) {
    var result: String?
    switch code.name {
    case "LISTNUM": result = listNumber(code, in: &paragraph)
    case _ where code.isAutomaticNumber:
      let properties = paragraph.properties.over(styles.paragraphProperties(of: paragraph.style))
      result = counter.automaticNumber(code, outlineLevel: properties.outlineLevel)
    case "FORMDROPDOWN", "FORMCHECKBOX": result = form
    default: break
    }
    guard let result, !result.isEmpty else { return }
    metCharacters += paragraph.append(result)
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
      return counter.text(of: definition, level: level, instance: instance, in: numbering)
        .trimmingBlanks
    }
    return counter.builtInNumber(
      level: (code.number(of: "l") ?? 1) - 1, start: code.number(of: "s"),
      isLegal: code.argument?.lowercased() == "legaldefault", in: numbering)
  }
}

extension OpenParagraph {
  /// Counts characters that print the number of the page.
  mutating func notePageNumber(_ count: Int) {
    if fields.contains(where: { $0.code?.isPageNumber ?? false }) {
      pageNumberCharacters += count
    }
  }
}
