internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// A node while its text and its children are still being read.
struct NodeDraft {
  /// The passage of its marker.
  var passage: Passage

  /// The reading of its marker, or `nil` for a heading without one.
  var candidate: MarkerCandidate?

  /// The level, 0 for the highest.
  var depth: Int

  /// The paragraphs and tables after its own text.
  var content: [Block] = []

  /// The nodes below it.
  var children: [Node] = []

  /// Adds the node to its siblings once everything below it is known; `folded` is memory to fold its text
  /// into.
  mutating func add(
    to siblings: inout [Node], _ lines: borrowing FoldedLines, _ lexicon: Lexicon,
    _ folded: inout FoldedText
  ) {
    let split = textStart
    let text = String(Substring(passage.text.utf8.dropFirst(split)))
    var kind = Node.Kind.heading
    var title: String?
    var titleSpans = SourceSpans()
    var own: Block?
    let runsIn = mayRunIn && text.contains(byte: UInt8(ascii: ":"))
    if runsIn {
      lines.fold(
        passage.text, at: passage.looks.folded, from: startScalar, limit: NodeDraft.foldLimit,
        into: &folded)
    }
    if text.isEmpty {
      // A marker that stands alone.
    } else if runsIn,
      let (end, start) = RunIn.split(
        folded, boldPrefix: boldScalars(folded, from: split), isBoldWanted: family == .article,
        hasChildren: !children.isEmpty, isIntroduction: passage.opens, in: lexicon)
    {
      kind = .runin
      title = folded.slice(text, 0..<end)
      titleSpans = passage.looks.spans.slice(split..<split + Int(folded.offsets[end]))
      let offset = Int(folded.offsets[start])
      own = paragraph(String(Substring(text.utf8.dropFirst(offset))), from: split + offset)
    } else if isHeading, !hasFieldsAlone(in: lexicon) {
      (title, titleSpans) = joinedLines(text, from: split)
    } else {
      kind = .item
      own = paragraph(text, from: split)
    }
    if let own {
      // Most nodes have no other text.
      if content.isEmpty { content = [own] } else { content.insert(own, at: 0) }
    }
    let marker = marker?.counted(behind: siblings)
    var node = Node(
      kind: kind, marker: marker, title: title, location: passage.location,
      markerSpans: markerSpans(of: marker), titleSpans: titleSpans)
    swap(&node.content, &content)
    swap(&node.children, &children)
    siblings.append(consume node)
  }

  /// How many scalars a heading that runs into its text may take.
  private static let foldLimit = 200

  /// The longest headings in words, by the mark that ends them: what is longer is a sentence
  /// (documents.md 3.4).
  private enum MostWords {
    /// Without a mark at its end, with text below it alone.
    static let text = 45
    /// Without a mark at its end, above other nodes.
    static let parent = 120
    static let colon = 32
    static let semicolon = 20
    /// With a period, above other nodes; and above text alone.
    static let period = 35
    static let periodAboveText = 8
  }

  private var family: Family { candidate?.family ?? .capitals }

  /// Where the text behind the marker starts, in bytes.
  private var textStart: Int {
    passage.text.byteOffset(ofScalar: startScalar)
  }

  /// Where the text behind the marker starts, in scalars.
  private var startScalar: Int {
    guard passage.looks.label == nil, let candidate, !candidate.family.isUnmarked else { return 0 }
    return candidate.textStart
  }

  private var mayRunIn: Bool {
    switch family {
    case .part, .chapter, .section, .subsection: false
    case .article: passage.looks.boldPrefix > 0 && !passage.looks.isBold
    default: !family.isUnmarked
    }
  }

  /// Whether the line ends in a colon and introduces what stands below it.
  private var isIntroduction: Bool {
    passage.looks.shape.finalMark == .colon && (!children.isEmpty || !content.isEmpty)
  }

  /// Whether what stands below the node are lines that say something of it, as *Đơn vị chủ trì: …* does:
  /// then it is an item.
  private func hasFieldsAlone(in lexicon: Lexicon) -> Bool {
    !isIntroduction && !family.namesTopics && !family.isUnmarked && !children.isEmpty
      && children.allSatisfy { RunIn.isFieldLine($0, in: lexicon) }
  }

  /// Whether the text names a topic.
  private var isHeading: Bool {
    let shape = passage.looks.shape
    if family.namesTopics || family.isUnmarked { return true }
    if passage.looks.outlineLevel != nil, shape.wordCount <= MostWords.text,
      shape.finalMark != .semicolon
    {
      return true
    }
    if shape.finalMark == .colon {
      if children.isEmpty && startsWithQuotation { return false }
      return shape.wordCount <= (family == .article ? MostWords.text : MostWords.colon)
    }
    if children.isEmpty && content.isEmpty { return false }
    // Below a bullet only bullets make a heading of it; a paragraph goes on with its text.
    if family.isBullet && children.isEmpty { return false }
    switch shape.finalMark {
    case .none, .closing:
      return shape.wordCount <= (children.isEmpty ? MostWords.text : MostWords.parent)
    case .colon: return false
    case .semicolon, .comma: return shape.wordCount <= MostWords.semicolon && !children.isEmpty
    case .period:
      if family.isBullet { return false }
      return shape.wordCount
        <= (children.isEmpty ? MostWords.periodAboveText : MostWords.period)
    }
  }

  /// Whether the text goes on with a quotation, as an amendment does with the new wording.
  private var startsWithQuotation: Bool {
    guard case .paragraph(let first)? = content.first else { return false }
    return first.text.hasPrefix("“") || first.text.hasPrefix("\"")
  }

  /// The marker as printed.
  private var marker: Marker? {
    guard let candidate, !candidate.family.isUnmarked else { return nil }
    if let label = passage.looks.label {
      return Marker(
        text: label.value.text, style: candidate.family.traits.style, ordinal: candidate.ordinal,
        origin: .automatic)
    }
    guard candidate.end > 0 else { return nil }
    let end = passage.text.byteOffset(ofScalar: candidate.end)
    return Marker(
      text: String(Substring(passage.text.utf8.prefix(end))), style: candidate.family.traits.style,
      ordinal: candidate.ordinal, origin: .typed)
  }

  private func boldScalars(_ folded: FoldedText, from start: Int) -> Int {
    let bytes = passage.looks.boldPrefix - start
    guard bytes > 0, !passage.looks.isBold else { return 0 }
    return folded.offsets.firstIndex { Int($0) >= bytes } ?? folded.count
  }

  private func paragraph(_ text: String, from start: Int) -> Block {
    .paragraph(passage.paragraph(text, from: start))
  }

  /// Where the marker stands.
  private func markerSpans(of marker: Marker?) -> SourceSpans {
    guard let marker, marker.origin == .typed else { return passage.looks.spans.start }
    return passage.looks.spans.slice(0..<marker.text.utf8.count)
  }

  /// A title on one line, which starts at a byte of the passage, and where it stands.
  private func joinedLines(_ text: String, from start: Int) -> (String, SourceSpans) {
    let spans = passage.looks.spans.slice(start..<start + text.utf8.count)
    guard text.hasLineBreak else { return (text, spans) }
    var title = ""
    var titleSpans = SourceSpans()
    for (place, line) in Line.pieces(of: text).enumerated() {
      if place > 0 { title += " " }
      titleSpans.append(
        spans.slice(line.start..<line.start + line.text.utf8.count), at: title.utf8.count)
      title += line.text
    }
    return (title, titleSpans)
  }
}

extension Passage {
  /// The text from a byte on as a paragraph, the notes in it counted in scalars.
  func paragraph(_ text: String, from start: Int) -> Paragraph {
    let notes = looks.notes.filter { $0.offset >= start }
    let places = text.scalarCounts(ofBytes: notes.map { $0.offset - start })
    let marks = zip(notes, places).map { NoteMark(id: $0.id, at: $1) }
    return Paragraph(
      text: text, location: location, notes: marks,
      spans: looks.spans.slice(start..<start + text.utf8.count))
  }
}
