internal import ProgrammeModel

/// The notes referred to, numbered in the order of their references.
struct NoteReferences {
  private var footnotes: [Int: Int] = [:]
  private var endnotes: [Int: Int] = [:]

  /// Whether there is no reference of a kind.
  func isEmpty(_ kind: SourceNote.Kind) -> Bool {
    kind == .footnote ? footnotes.isEmpty : endnotes.isEmpty
  }

  /// The number of the note with an id in its part, or `nil` where nothing refers to it.
  func number(of id: Int, _ kind: SourceNote.Kind) -> Int? {
    kind == .footnote ? footnotes[id] : endnotes[id]
  }

  /// Refers to a note and gives its name in the document.
  mutating func refer(to id: Int, _ kind: SourceNote.Kind) -> String {
    switch kind {
    case .footnote:
      let number = footnotes[id] ?? footnotes.count + 1
      footnotes[id] = number
      return Self.name(number, kind)
    case .endnote:
      let number = endnotes[id] ?? endnotes.count + 1
      endnotes[id] = number
      return Self.name(number, kind)
    }
  }

  /// The name of a note: `1`, `2` … for footnotes, `e1`, `e2` … for endnotes.
  static func name(_ number: Int, _ kind: SourceNote.Kind) -> String {
    kind == .footnote ? String(number) : "e\(number)"
  }
}
