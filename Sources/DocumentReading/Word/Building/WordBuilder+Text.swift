internal import ProgrammeModel
internal import VietnameseText

// Text of runs. Hidden text is counted as unread and not added.
extension WordBuilder {
  /// Adds text of a run.
  mutating func append(_ text: String, _ look: RunLook, to paragraph: inout OpenParagraph) {
    if look.isHidden {
      skip(text.visibleCharacterCount, element: Unread.hidden)
    } else {
      let count = paragraph.append(letters(of: text, in: look.font))
      metCharacters += count
      if !paragraph.fields.isEmpty { paragraph.notePageNumber(count) }
    }
  }

  /// The text with the letters of a legacy font as Windows-1252 has them: where Word took it for a symbol font
  /// they stand with the offset F000.
  private func letters(of text: String, in font: Int32?) -> String {
    guard let font, text.utf8.contains(0xEF), LegacyFont(named: fonts.names[Int(font)]) != nil
    else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          guard Bullet.isPrivate(scalar), scalar.value > 0xF020 else { return scalar }
          let letter = WindowsCodePage.scalar(of: UInt8(scalar.value & 0xFF))
          return Unicode.Scalar(letter) ?? scalar
        }))
  }

  /// Ends text of a run that was added uncounted from a place on.
  ///
  /// - Parameters:
  ///   - start: the place.
  ///   - keepsBlanks: whether blanks at its ends are part of the text.
  ///   - look: the look of the run.
  ///   - paragraph: the paragraph.
  mutating func settle(
    from start: OpenParagraph.Mark, keepsBlanks: Bool, _ look: RunLook,
    in paragraph: inout OpenParagraph
  ) {
    let count = paragraph.settle(from: start.bytes, keepsBlanks: keepsBlanks)
    if look.isHidden {
      _ = paragraph.cut(to: start)
      skip(count, element: Unread.hidden)
    } else {
      metCharacters += count
      if !paragraph.fields.isEmpty { paragraph.notePageNumber(count) }
    }
  }

  /// Adds a character of a symbol font as a run in that font.
  ///
  /// Codes of Symbol and Wingdings stand with the offset F000, however the file writes them.
  mutating func appendSymbol(
    _ code: UInt32, font: String?, _ look: RunLook, to paragraph: inout OpenParagraph
  ) {
    var code = code
    if (0x20...0xFF).contains(code), font.map({ SymbolFont(named: $0) != nil }) ?? false {
      code += 0xF000
    }
    guard let scalar = UnicodeScalar(code) else { return }
    paragraph.closeRun(look)
    var symbolLook = look
    if let font { symbolLook.font = fonts.index(of: font) }
    append(String(scalar), symbolLook, to: &paragraph)
    paragraph.closeRun(symbolLook)
  }

  /// Breaks the page in a paragraph: what follows is a paragraph of its own, without a number.
  mutating func breakPage(
    in paragraph: inout OpenParagraph, _ look: RunLook, into flow: inout BlockFlow
  ) {
    // In the code of a field nothing is printed.
    guard !paragraph.fields.contains(where: { $0.codeStart != nil }) else { return }
    if paragraph.visibleCount > 0 {
      paragraph.closeRun(look)
      var rest = paragraph.continuation()
      swap(&rest, &paragraph)
      emit(&rest, into: &flow)
    }
    paragraph.startsPage = true
  }

  /// Refers to a note at the end of the text so far; a reference that is hidden has no note.
  mutating func refer(
    to id: Int, _ kind: SourceNote.Kind, _ look: RunLook, in paragraph: inout OpenParagraph
  ) {
    guard !look.isHidden else { return }
    let name = notes.refer(to: id, kind)
    paragraph.notes.append(NoteReference(id: name, offset: paragraph.bytes.count))
  }
}
