internal import ProgrammeModel
internal import VietnameseLanguage

/// Walks a tree and fills in the facts and entries of its titles, paragraphs and tables.
///
/// Entries are numbered within their node, `2.4.1/1`, `2.4.1/2`. The tables that stand in no node, before
/// the outline or behind it, count as node `0` of their part: `0/1`, in the second appendix `A2.0/1`.
struct TreeReader {
  private var reader: FactReader
  private var cells: CellReader
  private let lexicon: Lexicon
  private var spelling = SpellingReport()

  /// Words that are probably misspelt.
  var diagnostics: [Diagnostic] { spelling.diagnostics }

  /// The most bytes that the label of a field line takes.
  private static let longestLabel = 100

  /// Makes a reader.
  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    reader = FactReader(lexicon: lexicon)
    cells = CellReader(lexicon: lexicon)
  }

  /// Fills in all of a tree.
  mutating func read(_ tree: inout TaskTree) {
    var top = EntryContext()
    let title = tree.lines.filter { $0.role == .title }.map(\.text).joined(separator: " ")
    if !title.isEmpty { top.time = time(of: title) }
    var outside = SentenceReader(context: top)
    read(&tree.preamble, &outside, isLeaf: false)
    top.enter(introduction: introduction(tree.preamble.last))
    read(&tree.outline, top)
    read(&tree.closing, &outside, isLeaf: false)
    for index in tree.appendices.indices {
      var context = EntryContext()
      context.node = "A\(index + 1).0"
      let title = tree.appendices[index].title.joined(separator: " ")
      if !title.isEmpty {
        context.time = time(of: title)
        // Phụ lục: Các chỉ tiêu chủ yếu …
        let role = SectionRole(title: reader.text)
        if role == .target || role == .goal { context.role = role }
      }
      var outside = SentenceReader(context: context)
      read(&tree.appendices[index].preamble, &outside, isLeaf: false)
      context.enter(introduction: introduction(tree.appendices[index].preamble.last))
      read(&tree.appendices[index].outline, context)
      read(&tree.appendices[index].closing, &outside, isLeaf: false)
    }
    for index in tree.notes.indices {
      for block in tree.notes[index].content.indices {
        tree.notes[index].content[block].update {
          readFacts(of: &$0)
        } table: {
          $0.facts = facts(in: $0)
          $0.continued = []
        }
      }
    }
  }

  // MARK: Nodes

  /// Reads nodes of one level; the result is what field lines at their start say of the entry above them.
  @discardableResult
  private mutating func read(_ nodes: inout [Node], _ above: EntryContext) -> [FieldLine] {
    var unplaced: [FieldLine] = []
    var last: Int?
    for index in nodes.indices {
      let fields = read(&nodes[index], above)
      if fields.isField {
        if let last {
          for field in fields.lines { nodes[last].apply(field) }
        } else {
          unplaced += fields.lines
        }
      } else {
        last = index
      }
    }
    return unplaced
  }

  /// Reads a node with those below it; the result is what it says as a field line.
  private mutating func read(
    _ node: inout Node, _ above: EntryContext
  ) -> (isField: Bool, lines: [FieldLine]) {
    var context = above
    context.node = node.id
    var label: FieldLine.Label?
    if let title = node.title {
      node.facts = reader.facts(in: title)
      spelling.read(reader.text, at: node.location, node.titleSpans)
      if node.kind == .runin { label = reader.text.fieldLabel(0..<reader.text.count) }
      if label == nil { context.enter(title, reader.text, facts: node.facts) }
    }
    if let label, node.children.isEmpty { return (true, fields(of: &node, label)) }
    let isLeaf = node.children.allSatisfy { isFieldLine($0) }
    var sentences = SentenceReader(context: context)
    read(&node.content, &sentences, isLeaf: isLeaf)
    if node.children.isEmpty {
      let isField = sentences.count == 0 && !sentences.unplaced.isEmpty
      if !isField { for field in sentences.unplaced { node.apply(field) } }
      return (isField, sentences.unplaced)
    }
    if let leading = introduction(node.content.last) ?? title(of: node.content.last) {
      context.leading = leading
    }
    for field in read(&node.children, context) { node.apply(field) }
    return (false, [])
  }

  /// What a field line says whose label is its title.
  private mutating func fields(of node: inout Node, _ label: FieldLine.Label) -> [FieldLine] {
    var lines: [FieldLine] = []
    for index in node.content.indices {
      node.content[index].update { paragraph in
        readFacts(of: &paragraph)
        // Sở Nội vụ. Đơn vị phối hợp: Sở Y tế.
        let text = reader.text
        var last = (label: label, value: 0)
        for sentence in text.sentences() {
          guard let next = text.fieldLine(in: sentence) else { continue }
          lines.append(cells.field(last.label, text.slice(last.value..<sentence.lowerBound)))
          last = next
        }
        lines.append(cells.field(last.label, text.slice(last.value..<text.count)))
      } table: {
        $0.facts = facts(in: $0)
        $0.continued = []
      }
    }
    return lines
  }

  /// Whether a node is a line that says one thing of the task above it.
  private func isFieldLine(_ node: Node) -> Bool {
    guard node.children.isEmpty else { return false }
    if let title = node.title {
      let text = TokenisedText(title, lexicon: lexicon)
      return node.kind == .runin && text.fieldLabel(0..<text.count) != nil
    }
    guard node.content.count == 1, case .paragraph(let paragraph) = node.content[0],
      paragraph.text.utf8.prefix(TreeReader.longestLabel).contains(UInt8(ascii: ":"))
    else { return false }
    let text = TokenisedText(paragraph.text, lexicon: lexicon)
    return text.fieldLine(in: 0..<text.count) != nil
  }

  /// The bodies that the last sentence of an introduction gives to what stands below it:
  /// *Giao Sở Nội vụ các nhiệm vụ sau:*.
  private func introduction(_ block: Block?) -> LeadingBodies? {
    guard case .paragraph(let paragraph)? = block, paragraph.text.utf8.last == 0x3A else {
      return nil
    }
    let text = TokenisedText(paragraph.text, lexicon: lexicon)
    guard let last = text.sentences().last, last.lowerBound > 0 else {
      return LeadingBodies(title: text)
    }
    return LeadingBodies(title: TokenisedText(text.slice(last), lexicon: lexicon))
  }

  /// The bodies that all of an introduction names, where its last sentence goes on with what they do.
  private func title(of block: Block?) -> LeadingBodies? {
    guard case .paragraph(let paragraph)? = block, paragraph.text.utf8.last == 0x3A else {
      return nil
    }
    return LeadingBodies(title: TokenisedText(paragraph.text, lexicon: lexicon))
  }

  // MARK: Blocks

  private mutating func read(
    _ blocks: inout [Block], _ sentences: inout SentenceReader, isLeaf: Bool
  ) {
    var last: Int?
    for index in blocks.indices {
      var pending: [FieldLine] = []
      blocks[index].update { paragraph in
        readFacts(of: &paragraph)
        guard isLeaf else { return }
        paragraph.tasks = sentences.entries(
          in: reader.text, facts: paragraph.facts, places: reader.places, cells: &cells)
        pending = sentences.pending
        // An introduction above paragraphs tells who is to do what they say.
        if paragraph.text.utf8.last == 0x3A, let leading = LeadingBodies(title: reader.text) {
          sentences.context.leading = leading
        }
      } table: { table in
        let starts: [Int]
        (table.facts, starts) = factsAndRows(in: table)
        var rows = RowReader(context: sentences.context, cells: cells, lexicon: lexicon)
        rows.count = sentences.count
        table.tasks = rows.entries(in: table, rowsAt: starts)
        sentences.count = rows.count
        table.continued = []
      }
      for field in pending {
        if let last { blocks[last].apply(field) } else { sentences.unplaced.append(field) }
      }
      if !blocks[index].isWithoutEntries { last = index }
    }
  }

  private mutating func readFacts(of paragraph: inout Paragraph) {
    paragraph.facts = reader.facts(in: paragraph.text)
    spelling.read(reader.text, at: paragraph.location, paragraph.spans)
  }

  private mutating func time(of title: String) -> String? {
    for fact in reader.facts(in: title) {
      if case .date(let edtf) = fact.value { return edtf }
    }
    return nil
  }

  // MARK: Facts of tables

  /// The facts of a table, cell by cell, their ranges in its `plainText`.
  private mutating func facts(in table: Table) -> [Fact] { factsAndRows(in: table).facts }

  /// The facts of a table, and where each of its rows starts in its `plainText`.
  private mutating func factsAndRows(in table: Table) -> (facts: [Fact], rowStarts: [Int]) {
    var facts: [Fact] = []
    // Scalars and bytes in front of the cell.
    var start = (scalars: 0, bytes: 0)
    if !table.header.isEmpty { read(table.header, of: table, from: &start, into: &facts) }
    var starts: [Int] = []
    starts.reserveCapacity(table.rows.count)
    for row in table.rows {
      starts.append(start.scalars)
      read(row, of: table, from: &start, into: &facts)
    }
    return (facts, starts)
  }

  private mutating func read(
    _ row: [String], of table: Table, from start: inout (scalars: Int, bytes: Int),
    into facts: inout [Fact]
  ) {
    // A tab or a line break stands behind every cell, and a line break behind a row without cells.
    if row.isEmpty { start = (start.scalars + 1, start.bytes + 1) }
    for cell in row {
      if !cell.isEmpty {
        for var fact in reader.facts(in: cell) {
          fact.range = TextRange(
            fact.range.start + start.scalars, fact.range.end + start.scalars)
          facts.append(fact)
        }
        spelling.read(reader.text, at: table.location, table.spans, from: start.bytes)
        start.scalars += reader.text.scalarCount
        start.bytes += cell.utf8.count
      }
      start = (start.scalars + 1, start.bytes + 1)
    }
  }
}

extension Node {
  /// Fills in what a field line says of the entries of the node.
  fileprivate mutating func apply(_ field: FieldLine) {
    for index in content.indices { content[index].apply(field) }
  }
}

extension Block {
  /// Changes the paragraph or the table that the block is, in its place.
  fileprivate mutating func update(
    paragraph changeParagraph: (inout Paragraph) -> Void, table changeTable: (inout Table) -> Void
  ) {
    switch consume self {
    case .paragraph(var paragraph):
      changeParagraph(&paragraph)
      self = .paragraph(paragraph)
    case .table(var table):
      changeTable(&table)
      self = .table(table)
    }
  }

  /// Fills in what a field line says of the sentences of a paragraph.
  fileprivate mutating func apply(_ field: FieldLine) {
    update { paragraph in
      for index in paragraph.tasks.indices { field.apply(to: &paragraph.tasks[index]) }
    } table: { _ in
    }
  }

  fileprivate var isWithoutEntries: Bool {
    switch self {
    case .paragraph(let paragraph): paragraph.tasks.isEmpty
    case .table: true
    }
  }
}
