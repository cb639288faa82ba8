internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
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
  private let lexicon: Lexicon
  private var folded = FoldedText()

  /// Builds the nodes of passages.
  init(
    _ passages: consuming [Passage], _ decisions: [LevelSearch.Decision], _ lines: FoldedLines,
    _ lexicon: Lexicon
  ) {
    self.lines = lines
    self.lexicon = lexicon
    // Turned around, the next is the last of the list, which goes to its node without a copy. (The method of
    // arrays that turns them around copies.)
    var rest = passages
    let count = rest.count
    var span = rest.mutableSpan
    for place in 0..<count / 2 { span.swapAt(place, count - 1 - place) }
    for decision in decisions.prefix(count) {
      guard let passage = rest.popLast() else { break }
      if decision.candidate >= 0 {
        let candidate = passage.candidates[decision.candidate]
        open(NodeDraft(passage: passage, candidate: candidate, depth: decision.depth))
      } else {
        append(passage.block)
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
      var draft = stack.removeLast()
      if count > 0 {
        draft.add(to: &stack[count - 1].children, lines, lexicon, &folded)
      } else {
        draft.add(to: &outline, lines, lexicon, &folded)
      }
    }
  }
}

extension Passage {
  /// The passage as a block of content.
  var block: Block {
    if let table { return .table(table.value) }
    return .paragraph(paragraph(text, from: 0))
  }
}

extension Marker {
  /// The marker behind the siblings: a bullet with its place among them, a letter with its number in the order
  /// that the list follows.
  func counted(behind siblings: borrowing [Node]) -> Marker {
    var marker = self
    switch style {
    case .dash, .plus, .star, .dot:
      let last = siblings.indices.last { siblings[$0].marker?.style == style }
      marker.ordinal = 1 + (last.flatMap { siblings[$0].marker?.ordinal } ?? 0)
    case .letter, .alpha:
      guard origin == .typed, let place = siblings.indices.last,
        let last = siblings[place].marker, last.style == style
      else { break }
      // d) e) f): a list without đ counts in the order of the Latin alphabet.
      if ordinal != last.ordinal + 1,
        let letter = text.utf8.first(where: { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }),
        Int(letter | 0x20) - 0x60 == last.ordinal + 1
      {
        marker.ordinal = last.ordinal + 1
      }
    default: break
    }
    return marker
  }
}

extension Node {
  /// Gives the node and those below it their ids.
  mutating func number(as place: Int, under prefix: String) {
    id = prefix + String(place)
    guard !children.isEmpty else { return }
    let own = id + "."
    for index in children.indices { children[index].number(as: index + 1, under: own) }
  }
}
