internal import ProgrammeModel
internal import VietnameseText

extension WordBuilder {
  /// The list and level that the paragraph counts in, or `nil` where it is in none.
  ///
  /// List and level are each the paragraph's own, or else those of its style; a style that names a list
  /// without a level stands for the level that names the style (17.9.23).
  func listPlace(of paragraph: borrowing OpenParagraph) -> (instance: Int, level: Int)? {
    let style = styles.paragraphProperties(of: paragraph.style)
    guard let id = paragraph.properties.list ?? style.list, id != 0,
      let instance = numbering.instance(withID: id)
    else { return nil }
    if let level = paragraph.properties.listLevel ?? style.listLevel {
      return (0..<Numbering.levelCount).contains(level) ? (instance, level) : nil
    }
    if paragraph.properties.list == nil, let index = paragraph.style,
      let level = numbering.level(
        forStyle: styles.list[Int(index)].id, of: instance)
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
    guard list ?? styles.paragraphProperties(of: paragraph.style).list ?? 0 != 0 else {
      return
    }
    guard let (instance, level) = listPlace(of: paragraph) else {
      return noteUndefinedList(of: paragraph)
    }
    guard let definition = numbering.level(level, of: instance) else {
      let id = String(numbering.instances[instance].id)
      return note(.undefinedLevel, String(level + 1), id, at: location(of: paragraph.number))
    }
    if let format = definition.unknownFormat {
      note(.unknownNumberFormat, format, at: location(of: paragraph.number))
    }
    counter.count(
      instance: instance, level: level, definition,
      isFromStyle: paragraph.properties.list == nil, in: numbering)
    let look = styles.look(of: definition.run, over: paragraph.base)
    // A mark that is hidden does not hide the number; a level's own look may.
    if look.isHidden { return }
    paragraph.label = label(
      of: definition, level: level, instance: instance,
      isCapital: look.style.contains(.capitals) || paragraph.mark.on.contains(.capitals),
      at: paragraph)
  }

  /// Notes that a paragraph names a list that is not there, or a level beyond the ninth.
  private mutating func noteUndefinedList(of paragraph: borrowing OpenParagraph) {
    let style = styles.paragraphProperties(of: paragraph.style)
    guard let id = paragraph.properties.list ?? style.list, id != 0 else { return }
    if numbering.instance(withID: id) == nil {
      note(.undefinedList, String(id), at: location(of: paragraph.number))
    } else if let level = paragraph.properties.listLevel ?? style.listLevel {
      note(.undefinedLevel, String(level + 1), String(id), at: location(of: paragraph.number))
    }
  }

  private mutating func label(
    of definition: ListLevel, level: Int, instance: Int, isCapital: Bool,
    at paragraph: borrowing OpenParagraph
  ) -> ListLabel? {
    var text = counter.text(of: definition, level: level, instance: instance, in: numbering)
    if definition.format == .bullet {
      text = bullet(text, of: definition, at: paragraph)
    } else if isCapital {
      text = text.uppercased()
    }
    let printed = text.trimmingBlanks
    guard !printed.isEmpty else { return nil }
    let list = numbering.instances[instance].abstract
    return ListLabel(
      text: printed, level: level, list: list,
      value: definition.format.isCounted ? counter.number(at: level, ofList: list) : nil)
  }

  /// A bullet as the page shows it: codes of symbol fonts as the pictures they are.
  private mutating func bullet(
    _ text: String, of definition: ListLevel, at paragraph: borrowing OpenParagraph
  ) -> String {
    guard let index = definition.run.font ?? definition.run.asciiFont else {
      return String(
        String.UnicodeScalarView(text.unicodeScalars.map { Bullet.plain(Bullet.picture(of: $0)) }))
    }
    let name = fonts.names[Int(index)]
    let font = SymbolFont(named: name)
    var pictures = String.UnicodeScalarView()
    for code in text.unicodeScalars {
      let picture = font.flatMap { $0.scalar(for: code) } ?? Bullet.picture(of: code)
      if picture == code, Bullet.isPrivate(code) {
        note(
          .unknownBullet, String(code.value, radix: 16, uppercase: true), name,
          at: location(of: paragraph.number))
        pictures.append("•")
      } else {
        pictures.append(Bullet.plain(picture))
      }
    }
    return String(pictures)
  }
}
