package import ProgrammeModel

/// A task with its way down the tree.
package struct PlacedTask {
  /// The name of the document.
  package var document: String

  /// The appendix it stands in, such as `A1`, or `nil` for the document itself.
  package var appendix: String?

  /// The node it stands in, or `nil` for a table or a paragraph beside the outline.
  package var node: Node?

  /// The markers from the top of the tree to the node, such as `II`, `4`, `-`.
  package var markers: [String]

  /// The titles above it: those of the nodes, and the section of the table.
  package var sections: [String]

  /// The task.
  package var task: ProgrammeTask

  /// Its facts.
  package var facts: [Fact]

  /// Where its paragraph or table stands.
  package var location: Location
}

extension Programme {
  /// Calls `body` with every task, in the order of the document.
  package func forEachTask(_ body: (PlacedTask) -> Void) {
    var walk = TaskWalk(document: source.name)
    walk.visit(preamble, in: nil, body)
    walk.visit(outline, body)
    walk.visit(closing, in: nil, body)
    for (place, appendix) in appendices.enumerated() {
      walk.appendix = "A\(place + 1)"
      walk.sections = appendix.title.isEmpty ? [] : [appendix.title.joined(separator: " ")]
      walk.visit(appendix.preamble, in: nil, body)
      walk.visit(appendix.outline, body)
      walk.visit(appendix.closing, in: nil, body)
    }
  }
}

/// The way down the tree to the node that is visited.
private struct TaskWalk {
  var document: String
  var appendix: String?
  var markers: [String] = []
  var sections: [String] = []

  init(document: String) {
    self.document = document
  }

  mutating func visit(_ nodes: [Node], _ body: (PlacedTask) -> Void) {
    for node in nodes {
      if let marker = node.marker { markers.append(marker.pathText) }
      visit(node.content, in: node, body)
      if let title = node.title { sections.append(title) }
      visit(node.children, body)
      if node.title != nil { sections.removeLast() }
      if node.marker != nil { markers.removeLast() }
    }
  }

  func visit(_ blocks: [Block], in node: Node?, _ body: (PlacedTask) -> Void) {
    for block in blocks where !block.tasks.isEmpty {
      // The title of a node stands above its text, too: a run-in's title is the topic of its task.
      let titles = sections + (node?.title.map { [$0] } ?? [])
      for task in block.tasks {
        body(
          PlacedTask(
            document: document, appendix: appendix, node: node, markers: markers,
            sections: titles + rowSection(of: task, below: titles), task: task,
            facts: task.facts.filter(block.facts.indices.contains).map { block.facts[$0] },
            location: block.location))
      }
    }
  }
}

extension TaskWalk {
  /// The section of rows that an entry of a table stands in; that of a sentence is the nearest title.
  private func rowSection(of task: ProgrammeTask, below titles: [String]) -> [String] {
    guard task.row != nil, let section = task.section, section != titles.last else { return [] }
    return [section]
  }
}

extension Marker {
  /// The marker without the sign that closes it, as in `II > 4 > -`.
  var pathText: String { Marker.pathText(of: text) }

  /// The text of a marker without the sign that closes it.
  package static func pathText(of text: String) -> String {
    var utf8 = text.utf8[...]
    while utf8.count > 1, let last = utf8.last, isClosing(last, of: text) { utf8.removeLast() }
    return String(Substring(utf8))
  }

  /// Whether a byte closes markers: `.`, `)`, `/`, `:` or a blank.
  private static func isClosing(_ byte: UInt8, of text: String) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: " "): true
    // `(a)` keeps both of its signs.
    case UInt8(ascii: ")"): text.utf8.first != UInt8(ascii: "(")
    default: false
    }
  }
}
