internal import ProgrammeModel
internal import VietnameseText

/// Builds the nodes of a text from its passages and the decisions about them.
///
/// An explicit stack holds the nodes that are still open; an unmarked paragraph is content of the last one,
/// so that a walk through the tree keeps the order of the source.
struct TreeAssembler {
  /// What stands before the first node.
  private(set) var preamble: [Block] = []

  /// The nodes of the highest level.
  private(set) var outline: [Node] = []

  private var stack: [NodeDraft] = []
  private let lines: FoldedLines
  private var folded = FoldedText()

  /// Builds the nodes of passages.
  init(
    _ passages: ArraySlice<Passage>, _ decisions: [LevelSearch.Decision], _ lines: FoldedLines
  ) {
    self.lines = lines
    for index in passages.indices {
      let decision = decisions[index]
      if decision.candidate >= 0 {
        open(
          NodeDraft(
            passage: passages[index],
            candidate: passages[index].candidates[decision.candidate], depth: decision.depth))
      } else {
        append(passages[index].block)
      }
    }
    close(to: 0)
    for index in outline.indices { outline[index].number(as: index + 1, under: "") }
  }

  private mutating func open(_ draft: NodeDraft) {
    close(to: draft.depth)
    stack.append(draft)
  }

  private mutating func append(_ block: Block) {
    guard !stack.isEmpty else { return preamble.append(block) }
    stack[stack.count - 1].content.append(block)
  }

  /// Closes the nodes on the level and below it.
  private mutating func close(to depth: Int) {
    while let count = stack.indices.last, stack[count].depth >= depth {
      var node = stack.removeLast().node(lines, &folded)
      node.countAmong(count > 0 ? stack[count - 1].children : outline)
      if count > 0 { stack[count - 1].children.append(node) } else { outline.append(node) }
    }
  }
}

extension Passage {
  /// The passage as a block of content.
  var block: Block {
    if let table { return .table(table) }
    return .paragraph(paragraph(text, from: 0))
  }
}

extension Node {
  /// Gives a bullet its place among its siblings, and a letter its number in the order that the list follows.
  fileprivate mutating func countAmong(_ siblings: [Node]) {
    guard var marker else { return }
    switch marker.style {
    case .dash, .plus, .star, .dot:
      marker.ordinal =
        1 + (siblings.last { $0.marker?.style == marker.style }?.marker?.ordinal ?? 0)
    case .letter, .alpha:
      guard marker.origin == .typed, let last = siblings.last?.marker, last.style == marker.style
      else { break }
      // d) e) f): a list without đ counts in the order of the Latin alphabet.
      if marker.ordinal != last.ordinal + 1,
        let letter = marker.text.utf8.first(where: { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }),
        Int(letter | 0x20) - 0x60 == last.ordinal + 1
      {
        marker.ordinal = last.ordinal + 1
      }
    default: break
    }
    self.marker = marker
  }

  /// Gives the node and those below it their ids.
  mutating func number(as place: Int, under prefix: String) {
    id = prefix + String(place)
    for index in children.indices { children[index].number(as: index + 1, under: id + ".") }
  }
}
