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
      reader.state.say(.missingPart, package.relationships.part(ofType: type) ?? type)
      return []
    }
    reader.turn(to: xml)
    let element: XMLName = kind == .footnote ? .footnote : .endnote
    var found: [(number: Int, note: SourceNote)] = []
    while true {
      switch try reader.xml.next() {
      case .start(let start) where start.isWord && start.name == element:
        guard let id = reader.xml.value(.id, of: start)?.integer,
          let number = reader.state.notes.number(of: id, kind)
        else {
          try skip(start, part: part, &reader)
          continue
        }
        let name = NoteReferences.name(number, kind)
        found.append((number, SourceNote(id: name, kind: kind, blocks: try reader.readStory())))
      case .finish:
        return found.sorted { $0.number < $1.number }.map(\.note)
      default: break
      }
    }
  }

  /// Passes over a note without reference; separators are lines, not text.
  private func skip(
    _ note: XMLElement, part: String, _ reader: inout BodyReader
  ) throws(ReadingError) {
    let isText =
      reader.xml.value(.type, of: note).map { $0 == "normal" } ?? true
    let count = try reader.xml.skipCountingText()
    guard isText else { return }
    reader.state.skip(
      count, part: part, element: note.name == .footnote ? "w:footnote" : "w:endnote")
  }
}
