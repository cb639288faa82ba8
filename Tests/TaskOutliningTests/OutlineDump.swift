import ProgrammeModel

/// Writes a task tree as lines, the form of the files in Fixtures/outline.
struct OutlineDump {
  private(set) var lines: [String] = []

  /// Dumps a tree and, behind it, what was noticed.
  init(_ outcome: Outcome<TaskTree>) {
    let tree = outcome.value
    add(tree.lines, 0)
    add(tree.preamble, 0, as: "preamble")
    for node in tree.outline { add(node, 0) }
    add(tree.closing, 0, as: "closing")
    for appendix in tree.appendices {
      add("appendix", 0)
      for title in appendix.title { add("title: \(title)", 1) }
      add(appendix.lines, 1)
      add(appendix.preamble, 1, as: "preamble")
      for node in appendix.outline { add(node, 1) }
      add(appendix.closing, 1, as: "closing")
    }
    for note in tree.notes {
      add("note \(note.id)", 0)
      add(note.content, 1, as: "text")
    }
    for diagnostic in outcome.diagnostics {
      let place = diagnostic.location?.line ?? diagnostic.location?.paragraph ?? 0
      add("\(diagnostic.severity) \(diagnostic.code) in line \(place)", 0)
    }
  }

  private mutating func add(_ text: String, _ depth: Int) {
    lines.append(
      String(repeating: "  ", count: depth) + text.split(separator: "\n").joined(separator: "⏎"))
  }

  private mutating func add(_ documentLines: [DocumentLine], _ depth: Int) {
    for line in documentLines { add("\(line.role): \(line.text)", depth) }
  }

  private mutating func add(_ node: Node, _ depth: Int) {
    var words = "\(node.kind)"
    if let marker = node.marker {
      words += " `\(marker.text)` \(marker.style) \(marker.ordinal)"
      if marker.origin == .automatic { words += " automatic" }
    }
    var content = node.content
    if node.kind == .item, case .paragraph(let paragraph)? = content.first {
      add("\(words): \(OutlineDump.words(of: paragraph))", depth)
      content.removeFirst()
    } else {
      add(node.title.map { "\(words): \($0)" } ?? words, depth)
    }
    add(content, depth + 1, as: "text")
    for child in node.children { add(child, depth + 1) }
  }

  private mutating func add(_ blocks: [Block], _ depth: Int, as name: String) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): add("\(name): \(OutlineDump.words(of: paragraph))", depth)
      case .table(let table):
        add(table.caption.map { "table: \($0)" } ?? "table", depth)
        if !table.header.isEmpty { add("header: \(OutlineDump.row(table.header))", depth + 1) }
        for row in table.rows { add("row: \(OutlineDump.row(row))", depth + 1) }
      }
    }
  }

  private static func words(of paragraph: Paragraph) -> String {
    paragraph.text + paragraph.notes.map { " [note \($0.id) at \($0.at)]" }.joined()
  }

  private static func row(_ cells: [String]) -> String { cells.joined(separator: " | ") }
}
