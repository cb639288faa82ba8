internal import ProgrammeModel

extension WordReader {
  /// Reads the notes of a kind that the text refers to, in the order of their references.
  ///
  /// Notes that nothing refers to are on no page: they are counted as unread.
  func notes(
    _ kind: SourceNote.Kind, _ package: borrowing WordPackage, _ reader: inout BodyReader
  ) throws(ReadingError) -> [SourceNote] {
    let type = kind == .footnote ? "footnotes" : "endnotes"
    guard let part = package.relationships.part(ofType: type), let xml = try package.open(part)
    else {
      reader.builder.note(.missingPart, package.relationships.part(ofType: type) ?? type)
      return []
    }
    reader.turn(to: xml)
    let name: XMLName = kind == .footnote ? .footnote : .endnote
    var found: [(number: Int, note: SourceNote)] = []
    while let element = try reader.xml.nextStart() {
      guard element.isWord, element.name == name else { continue }
      guard let id = reader.xml.value(.id, of: element)?.integer,
        let number = reader.builder.notes.number(of: id, kind)
      else {
        try skip(element, &reader)
        continue
      }
      let name = NoteReferences.name(number, kind)
      found.append((number, SourceNote(id: name, kind: kind, blocks: try reader.readStory())))
    }
    return found.sorted { $0.number < $1.number }.map(\.note)
  }

  /// Passes over a note without reference; separators are lines, not text.
  private func skip(_ note: XMLElement, _ reader: inout BodyReader) throws(ReadingError) {
    let isText = reader.xml.value(.type, of: note).map { $0 == "normal" } ?? true
    let count = try reader.xml.skipCountingText()
    guard isText else { return }
    reader.builder.skip(count, element: note.name == .footnote ? "w:footnote" : "w:endnote")
  }
}
