internal import ProgrammeModel

/// A character of the body that refers to a note ([MS-DOC] 2.8.16, 2.8.19).
struct NoteMark {
  /// The character.
  var position: Int
  /// What kind of note it is.
  var kind: SourceNote.Kind
  /// The number of the note among those of its kind, from zero.
  var index: Int

  /// All of a document, in the order of the text.
  static func all(in document: BinaryDocument) -> [NoteMark] {
    let kinds: [(SourceNote.Kind, FileInformation.Structure)] = [
      (.footnote, .footnoteReferences), (.endnote, .endnoteReferences),
    ]
    return kinds.flatMap { kind, structure in
      let list = PositionList(document.structure(structure), entrySize: 2)
      return list.positions.prefix(list.count).enumerated().map {
        NoteMark(position: $1, kind: kind, index: $0)
      }
    }.sorted { $0.position < $1.position }
  }
}

extension BinaryReader {
  /// The index of the first reference at a character or behind it.
  func noteReference(from position: Int) -> Int {
    var low = 0
    var high = noteReferences.count
    while low < high {
      let middle = (low + high) / 2
      if noteReferences[middle].position >= position { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Reads the notes of a kind that the text refers to, in the order of their references.
  ///
  /// Notes that nothing refers to are on no page: they are counted as unread.
  mutating func notes(_ kind: SourceNote.Kind) throws(ReadingError) -> [SourceNote] {
    let story: Story = kind == .footnote ? .footnotes : .endnotes
    let range = document.range(of: story)
    guard !range.isEmpty else { return [] }
    builder.turn(to: story.name)
    // The last stretch is the closing mark of the story.
    let list = PositionList(
      document.structure(kind == .footnote ? .footnoteTexts : .endnoteTexts), entrySize: 0)
    let ranges = list.ranges(in: range).dropLast().map { $0 }
    let texts = try texts(of: story, cutAt: ranges)
    var found: [(number: Int, note: SourceNote)] = []
    for (index, text) in texts.enumerated() {
      guard let number = builder.notes.number(of: index, kind) else {
        builder.skip(
          visibleCharacters(in: ranges[index]),
          element: kind == .footnote ? "w:footnote" : "w:endnote")
        continue
      }
      let blocks = try readStory(text)
      found.append(
        (number, SourceNote(id: NoteReferences.name(number, kind), kind: kind, blocks: blocks)))
    }
    return found.sorted { $0.number < $1.number }.map(\.note)
  }

  /// Counts the characters of comments, which are never text of the document.
  mutating func countComments() throws(ReadingError) {
    builder.skip(
      visibleCharacters(in: document.range(of: .comments)), element: Unread.comment,
      in: Story.comments.name)
  }
}
