internal import ProgrammeModel
internal import VietnameseText

extension ArchiveRows {
  mutating func addParts(_ preamble: [Block], _ outline: [Node], _ closing: [Block]) {
    zone = "preamble"
    add(preamble, in: nil)
    zone = "outline"
    for node in outline { add(node, below: nil) }
    zone = "closing"
    add(closing, in: nil)
  }

  private mutating func add(_ node: Node, below parent: Int?) {
    let number = add(
      .nodes,
      [
        .optional(.nodes, parent), .text(node.id), .text(node.kind.rawValue),
        .optional(node.marker?.text), .optional(node.title),
      ] + place(node.location))
    var content = node.content[...]
    if let title = node.title {
      // Title and text of a run-in stand in one paragraph, and are found as one.
      if node.kind == .runin, case .paragraph(let paragraph)? = content.first {
        content.removeFirst()
        add(paragraph, in: number, title: title, node.facts)
      } else {
        let passage = addPassage("heading", title: title, text: nil, in: number, at: node.location)
        addFacts(node.facts, field: "title", in: passage, [:])
      }
    }
    add(Array(content), in: number)
    for child in node.children { add(child, below: number) }
  }

  mutating func add(_ blocks: [Block], in node: Int?) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): add(paragraph, in: node)
      case .table(let table): add(table, in: node)
      }
    }
  }

  private mutating func add(
    _ paragraph: Paragraph, in node: Int?, title: String? = nil, _ titleFacts: [Fact] = []
  ) {
    let passage = addPassage(
      "paragraph", title: title, text: paragraph.text, in: node, at: paragraph.location)
    var owners: [Int: Int] = [:]
    for task in paragraph.tasks { add(task, passage, node, task.range, &owners) }
    addFacts(paragraph.facts, field: "text", in: passage, owners)
    addFacts(titleFacts, field: "title", in: passage, [:], from: paragraph.facts.count)
  }

  /// A table, a passage a row: what is found in one is a row of the page.
  private mutating func add(_ table: Table, in node: Int?) {
    if let caption = table.caption {
      addPassage("caption", title: caption, text: nil, in: node, at: table.location)
    }
    let hasHeader = !table.header.isEmpty
    let lines = (hasHeader ? [table.header] : []) + table.rows
    var starts: [Int] = []
    var passages: [Int] = []
    var next = 0
    for (index, cells) in lines.enumerated() {
      let text = cells.joined(separator: "\t")
      starts.append(next)
      next += text.unicodeScalars.count + 1
      passages.append(
        addPassage(
          hasHeader && index == 0 ? "header-row" : "row", title: nil, text: text, in: node,
          at: table.location))
    }
    guard !lines.isEmpty else { return }
    var owners: [Int: Int] = [:]
    for task in table.tasks {
      let line = (task.row ?? 1) - (hasHeader ? 0 : 1)
      add(task, passages[min(max(line, 0), lines.count - 1)], node, nil, &owners)
    }
    var line = 0
    for (index, fact) in table.facts.enumerated() {
      if fact.range.start < starts[line] { line = 0 }
      while line + 1 < lines.count, starts[line + 1] <= fact.range.start { line += 1 }
      let range = TextRange(fact.range.start - starts[line], fact.range.end - starts[line])
      add(fact, range, index, "text", passages[line], owners[index])
    }
  }

  @discardableResult
  mutating func addPassage(
    _ kind: String, title: String?, text: String?, in node: Int? = nil, at location: Location?
  ) -> Int {
    let passage = add(
      .passages,
      [
        .optional(.nodes, node), .text(zone), .text(kind), .optional(title), .optional(text),
      ] + place(location))
    rows.append(
      .passagesKey,
      [
        .row(.passages, passage), .optional(title.map(SearchKey.of)),
        .optional(text.map(SearchKey.of)),
      ])
    return passage
  }
}
