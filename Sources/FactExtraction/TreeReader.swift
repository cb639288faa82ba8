internal import ProgrammeModel

/// Walks a tree and fills in the facts and tasks of its titles, paragraphs and tables.
///
/// Tasks are numbered within their node, `2.4.1/1`, `2.4.1/2`. The tables that stand in no node, before
/// the outline or behind it, count as node `0` of their part: `0/1`, in the second appendix `A2.0/1`.
struct TreeReader {
  private var reader = FactReader()

  /// Fills in all of a tree.
  mutating func read(_ tree: inout TaskTree) {
    var rows = 0
    read(&tree.preamble, node: "0", isLeaf: false, count: &rows)
    read(&tree.outline)
    read(&tree.closing, node: "0", isLeaf: false, count: &rows)
    for index in tree.appendices.indices {
      let node = "A\(index + 1).0"
      var rows = 0
      read(&tree.appendices[index].preamble, node: node, isLeaf: false, count: &rows)
      read(&tree.appendices[index].outline)
      read(&tree.appendices[index].closing, node: node, isLeaf: false, count: &rows)
    }
    for index in tree.notes.indices {
      var rows = 0
      read(&tree.notes[index].content, node: "", isLeaf: false, count: &rows)
    }
  }

  private mutating func read(_ nodes: inout [Node]) {
    for index in nodes.indices {
      if let title = nodes[index].title { nodes[index].facts = reader.facts(in: title) }
      var count = 0
      read(
        &nodes[index].content, node: nodes[index].id, isLeaf: nodes[index].children.isEmpty,
        count: &count)
      read(&nodes[index].children)
    }
  }

  private mutating func read(
    _ blocks: inout [Block], node: String, isLeaf: Bool, count: inout Int
  ) {
    for index in blocks.indices {
      switch blocks[index] {
      case .paragraph(var paragraph):
        paragraph.facts = reader.facts(in: paragraph.text)
        blocks[index] = .paragraph(paragraph)
      case .table(var table):
        table.facts = facts(in: table)
        blocks[index] = .table(table)
      }
    }
  }

  /// The facts of a table, cell by cell, their ranges in its `plainText`.
  private mutating func facts(in table: Table) -> [Fact] {
    var facts: [Fact] = []
    var offset = 0
    for row in (table.header.isEmpty ? [] : [table.header]) + table.rows {
      for cell in row {
        for var fact in reader.facts(in: cell) {
          fact.range = TextRange(fact.range.start + offset, fact.range.end + offset)
          facts.append(fact)
        }
        // A tab or a line break stands behind every cell.
        offset += cell.isEmpty ? 1 : reader.text.scalarCount + 1
      }
      if row.isEmpty { offset += 1 }
    }
    return facts
  }
}
