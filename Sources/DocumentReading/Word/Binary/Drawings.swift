internal import ProgrammeModel

/// The text boxes and drawn words of a document, by the characters that anchor them.
///
/// A character 08 anchors a shape (2.8.37), a text box names the shape that shows it (2.8.32); in a group
/// of shapes only the group is anchored, and the drawing itself says what belongs to it.
struct Drawings {
  /// What is drawn at a character.
  enum Content {
    /// A text box: the number of its text in a story.
    case textBox(Story, Int)
    /// Words that are drawn (WordArt), such as the watermark DỰ THẢO (draft).
    case words(String)
  }

  /// What is anchored, by character.
  private(set) var anchored: [Int: [Content]] = [:]
  /// The texts of text boxes, by story.
  private(set) var texts: [Story: [Range<Int>]] = [:]

  /// The texts that wait to be used again and belong to no shape, by story.
  private(set) var unused: [Story: Set<Int>] = [:]

  private static let anchorSize = 26
  private static let textSize = 22

  /// Nothing drawn.
  init() {}

  /// Finds what is drawn in a document.
  init(_ document: BinaryDocument) {
    let shapes = DrawnShapes(document.structure(.drawings))
    add(
      document, shapes, .textBoxes, .textBoxTexts, anchors: .drawnInBody,
      from: document.range(of: .main))
    add(
      document, shapes, .headerTextBoxes, .headerTextBoxTexts, anchors: .drawnInHeaders,
      from: document.range(of: .headers))
  }

  private mutating func add(
    _ document: BinaryDocument, _ shapes: DrawnShapes, _ story: Story,
    _ structure: FileInformation.Structure, anchors: FileInformation.Structure,
    from anchoring: Range<Int>
  ) {
    let range = document.range(of: story)
    // The last text is none, and its position is any.
    let list = PositionList(document.structure(structure), entrySize: Self.textSize)
    let count = max(0, list.count - 1)
    texts[story] = Array(list.ranges(in: range).prefix(count))
    var boxes: [Int: [Content]] = [:]
    for index in 0..<count {
      let entry = list.entry(index)
      guard entry.uint16(at: 8) == 0, let shape = entry.uint32(at: 14) else {
        unused[story, default: []].insert(index)
        continue
      }
      boxes[shapes.owner(of: shape), default: []].append(.textBox(story, index))
    }
    for (shape, words) in shapes.words {
      boxes[shapes.owner(of: shape), default: []].append(.words(words))
    }
    let anchorList = PositionList(document.structure(anchors), entrySize: Self.anchorSize)
    for index in 0..<anchorList.count {
      guard let shape = anchorList.entry(index).uint32(at: 0), let content = boxes[shape],
        anchorList.positions[index] < anchoring.count
      else { continue }
      boxes[shape] = nil
      anchored[anchoring.lowerBound + anchorList.positions[index], default: []] += content
    }
  }

  /// What is anchored at a character, which is given once.
  mutating func take(at position: Int) -> [Content] {
    anchored.removeValue(forKey: position) ?? []
  }
}

/// What a drawing says of its shapes ([MS-ODRAW] 2.2): which group each is in, and words drawn.
struct DrawnShapes {
  /// The words of shapes that draw some.
  private(set) var words: [(shape: Int, words: String)] = []

  private var owners: [Int: Int] = [:]

  private static let group = 0xF003
  private static let shape = 0xF00A
  private static let properties = 0xF00B
  /// The property that holds the words of WordArt (2.3.22.1, gtextUNICODE).
  private static let drawnWords = 0xC0

  /// The shape that is anchored for a shape: that of the outermost group around it, or itself.
  func owner(of shape: Int) -> Int { owners[shape] ?? shape }

  /// Walks the records of the drawings of body and headers.
  init(_ drawings: ByteView) {
    // The ends of the groups that are open, with the shape of each; all shapes of a page are a group too.
    var groups: [(end: Int, shape: Int?)] = []
    var current: Int?
    var offset = 0
    while let head = drawings.uint16(at: offset), let kind = drawings.uint16(at: offset + 2),
      let size = drawings.uint32(at: offset + 4)
    {
      // A byte before each drawing says where it is: body or headers (2.9.172).
      if kind < 0xF000 || kind > 0xF1FF {
        offset += 1
        continue
      }
      while let last = groups.last, last.end <= offset { groups.removeLast() }
      let end = offset + 8 + size
      switch kind {
      case Self.group: groups.append((end, nil))
      case Self.shape:
        current = drawings.uint32(at: offset + 8)
        if let current, groups.count > 1 {
          let owner = groups[1].shape ?? current
          groups[1].shape = owner
          owners[current] = owner
        }
      case Self.properties:
        if let current, let drawn = Self.words(drawings.clipped(at: offset + 8, count: size), head)
        {
          words.append((current, drawn))
        }
      default: break
      }
      // A record of version F holds others.
      offset = head & 0xF == 0xF ? offset + 8 : end
    }
  }

  /// The words among the properties of a shape: six bytes each, long values behind them.
  private static func words(_ bytes: ByteView, _ head: Int) -> String? {
    let count = min(head >> 4, bytes.count / 6)
    var value = 6 * count
    for index in 0..<count {
      guard let name = bytes.uint16(at: 6 * index), let size = bytes.uint32(at: 6 * index + 2)
      else { return nil }
      guard name & 0x8000 != 0 else { continue }
      if name & 0x3FFF == drawnWords {
        let text = bytes.utf16(at: value, units: size / 2)
        return String(text.prefix { $0 != "\0" })
      }
      value += size
    }
    return nil
  }
}
