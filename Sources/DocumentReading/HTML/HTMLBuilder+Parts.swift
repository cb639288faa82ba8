internal import ProgrammeModel

// Notes, headers and comments of pages that Word wrote.
extension HTMLBuilder {
  mutating func begin(
    _ part: String, _ element: inout Element, _ attributes: HTMLAttributes
  ) {
    let kind: OpenPart.Kind
    switch part {
    case "footnote", "endnote":
      kind = .note(
        HTMLStyle.number(in: attributes.id) ?? -1, part == "footnote" ? .footnote : .endnote)
    case "header": kind = .furniture(.header)
    case "footer": kind = .furniture(.footer)
    case "comment-list", "comment": return element.mode = .unread(Unread.comment)
    default: return
    }
    endParagraph()
    parts.append(OpenPart(kind: kind, outer: blocks))
    blocks = []
    element.isPart = true
  }

  mutating func endPart() {
    endParagraph()
    guard let part = parts.popLast() else { return }
    let read = blocks
    blocks = part.outer
    switch part.kind {
    case .furniture(let kind):
      for block in read {
        block.forEachParagraph { furniture.append(PageFurniture(kind: kind, paragraph: $0)) }
      }
    case .note(let number, let kind):
      guard let name = noteReferences.number(of: number, kind) else {
        // A note that nothing refers to is text like any other.
        blocks += read
        return
      }
      notesByID.append(
        SourceNote(id: NoteReferences.name(name, kind), kind: kind, blocks: read))
    }
  }

  mutating func refer(to number: Int, _ kind: SourceNote.Kind) {
    let name = noteReferences.refer(to: number, kind)
    references.append(NoteReference(id: name, offset: bytes.count))
  }
}
