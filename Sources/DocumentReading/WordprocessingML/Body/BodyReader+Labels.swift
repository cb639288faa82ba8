internal import ProgrammeModel
internal import VietnameseText

extension BodyReader {
  /// The list and level that the paragraph counts in, or `nil` where it is in none.
  ///
  /// List and level are each the paragraph's own, or else those of its style; a style that names a list
  /// without a level stands for the level that names the style (17.9.23).
  func listPlace(of paragraph: borrowing OpenParagraph) -> (instance: Int, level: Int)? {
    let style = state.styles.paragraphProperties(of: paragraph.style)
    guard let id = paragraph.properties.list ?? style.list, id != 0,
      let instance = state.numbering.instance(withID: id)
    else { return nil }
    if let level = paragraph.properties.listLevel ?? style.listLevel {
      return (0..<Numbering.levelCount).contains(level) ? (instance, level) : nil
    }
    if paragraph.properties.list == nil, let index = paragraph.style,
      let level = state.numbering.level(
        forStyle: state.styles.list[Int(index)].id, of: instance)
    {
      return (instance, level)
    }
    return (instance, 0)
  }

  /// Counts the paragraph in its list and prints its label.
  mutating func count(_ paragraph: inout OpenParagraph) {
    paragraph.isCounted = true
    // Most paragraphs are in no list; they are not handed on to find that out.
    let list = paragraph.properties.list
    guard list ?? state.styles.paragraphProperties(of: paragraph.style).list ?? 0 != 0 else {
      return
    }
    guard let (instance, level) = listPlace(of: paragraph) else {
      return noteUndefinedList(of: paragraph)
    }
    guard let definition = state.numbering.level(level, of: instance) else {
      let id = String(state.numbering.instances[instance].id)
      return state.say(.undefinedLevel, String(level + 1), id, at: location(of: paragraph.number))
    }
    if let format = definition.unknownFormat {
      state.say(.unknownNumberFormat, format, at: location(of: paragraph.number))
    }
    counter.count(
      instance: instance, level: level, definition,
      isFromStyle: paragraph.properties.list == nil, in: state.numbering)
    let look = state.styles.look(of: definition.run, over: paragraph.base)
    if look.isHidden || paragraph.mark.on.contains(.hidden) { return }
    paragraph.label = label(
      of: definition, level: level, instance: instance,
      isCapital: look.style.contains(.capitals) || paragraph.mark.on.contains(.capitals),
      at: paragraph)
  }

  /// Says that a paragraph names a list that is not there, or a level beyond the ninth.
  private mutating func noteUndefinedList(of paragraph: borrowing OpenParagraph) {
    let style = state.styles.paragraphProperties(of: paragraph.style)
    guard let id = paragraph.properties.list ?? style.list, id != 0 else { return }
    if state.numbering.instance(withID: id) == nil {
      state.say(.undefinedList, String(id), at: location(of: paragraph.number))
    } else if let level = paragraph.properties.listLevel ?? style.listLevel {
      state.say(.undefinedLevel, String(level + 1), String(id), at: location(of: paragraph.number))
    }
  }

  private mutating func label(
    of definition: ListLevel, level: Int, instance: Int, isCapital: Bool,
    at paragraph: borrowing OpenParagraph
  ) -> ListLabel? {
    var text = counter.text(of: definition, instance: instance, in: state.numbering)
    if definition.format == .bullet {
      text = bullet(text, of: definition, at: paragraph)
    } else if isCapital {
      text = text.uppercased()
    }
    let printed = text.trimmingBlanks
    guard !printed.isEmpty else { return nil }
    let list = state.numbering.instances[instance].abstract
    return ListLabel(
      text: printed, level: level, list: list,
      value: definition.format.isCounted ? counter.number(at: level, ofList: list) : nil)
  }

  /// A bullet as the page shows it: codes of symbol fonts as the pictures they are.
  private mutating func bullet(
    _ text: String, of definition: ListLevel, at paragraph: borrowing OpenParagraph
  ) -> String {
    guard let index = definition.run.font ?? definition.run.asciiFont else {
      return String(String.UnicodeScalarView(text.unicodeScalars.map(Bullet.picture)))
    }
    let name = state.fonts.names[Int(index)]
    let font = SymbolFont(named: name)
    var pictures = String.UnicodeScalarView()
    for code in text.unicodeScalars {
      let picture = font.flatMap { $0.scalar(for: code) } ?? Bullet.picture(of: code)
      if picture == code, Bullet.isPrivate(code) {
        state.say(
          .unknownBullet, String(code.value, radix: 16, uppercase: true), name,
          at: location(of: paragraph.number))
        pictures.append("•")
      } else {
        pictures.append(Bullet.plain(picture))
      }
    }
    return String(pictures)
  }

  /// Adds the number of a `LISTNUM` field, which stands inside a line.
  mutating func appendListNumber(_ code: FieldCode, to paragraph: inout OpenParagraph) {
    guard let text = listNumber(code, in: &paragraph), !text.isEmpty else { return }
    state.metCharacters += paragraph.append(text)
    paragraph.closeRun(state.styles.look(of: .none, over: paragraph.base))
  }

  /// The number of a `LISTNUM` field: in the list it names, else in the paragraph's own list one level
  /// deeper, else in Word's built-in list.
  private mutating func listNumber(
    _ code: FieldCode, in paragraph: inout OpenParagraph
  ) -> String? {
    if !paragraph.isCounted { count(&paragraph) }
    let named = code.argument.flatMap { state.numbering.abstract(named: $0) }
      .flatMap { state.numbering.instance(of: $0) }
    let own = code.argument == nil ? listPlace(of: paragraph) : nil
    if let instance = named ?? own?.instance {
      let level = (code.number(of: "l").map { $0 - 1 } ?? own.map { $0.level + 1 } ?? 0)
      guard (0..<Numbering.levelCount).contains(level),
        let definition = state.numbering.level(level, of: instance)
      else { return nil }
      counter.count(
        instance: instance, level: level, definition, isFromStyle: false, in: state.numbering,
        start: code.number(of: "s"))
      return counter.text(of: definition, instance: instance, in: state.numbering).trimmingBlanks
    }
    return counter.builtInNumber(
      level: (code.number(of: "l") ?? 1) - 1, start: code.number(of: "s"),
      isLegal: code.argument?.lowercased() == "legaldefault", in: state.numbering)
  }
}

/// What stands for bullets of fonts that are not at hand.
enum Bullet {
  /// Whether a scalar is of the private area where Word keeps the codes of symbol fonts.
  static func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
    (0xF000...0xF0FF).contains(scalar.value)
  }

  /// The picture of a code whose font is not known: the bullets of Word's own gallery, which documents
  /// name by code after the font was replaced.
  static func picture(of code: Unicode.Scalar) -> Unicode.Scalar {
    switch code.value {
    case 0xF0B7: "•"
    case 0xF02D: "-"
    case 0xF02B: "+"
    case 0xF0A7, 0xF0A8, 0xF076, 0xF0D8, 0xF0FC, 0xF06C, 0xF06E, 0xF071, 0xF0E0:
      SymbolFont.wingdings.scalar(for: code) ?? code
    default: code
    }
  }

  /// The minus sign that Symbol has for a dash is the dash that people type.
  static func plain(_ picture: Unicode.Scalar) -> Unicode.Scalar {
    picture == "\u{2212}" ? "-" : picture
  }
}
