internal import ProgrammeModel

/// The task tree as text for a terminal.
struct TreeRendering {
  /// The width that lines are cut to, or `nil` for whole lines.
  var width: Int?

  /// Whether colours are used.
  var isColoured: Bool

  /// The tree of a document.
  func text(of programme: Programme) -> String {
    var lines: [String] = []
    for line in programme.lines { lines.append("\(line.role.rawValue): \(line.text)") }
    append(programme.preamble, "preamble", 0, to: &lines)
    for node in programme.outline { append(node, 0, to: &lines) }
    append(programme.closing, "closing", 0, to: &lines)
    for diagnostic in programme.diagnostics {
      lines.append("\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.code)]")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func append(_ node: Node, _ depth: Int, to lines: inout [String]) {
    let indent = String(repeating: "  ", count: depth)
    lines.append(
      "\(indent)\(node.marker?.text ?? "") \(node.title ?? "") (\(node.kind.rawValue) \(node.id))")
    append(node.content, "", depth + 1, to: &lines)
    for child in node.children { append(child, depth + 1, to: &lines) }
  }

  private func append(_ blocks: [Block], _ label: String, _ depth: Int, to lines: inout [String]) {
    let indent = String(repeating: "  ", count: depth)
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): lines.append("\(indent)\(label) \(paragraph.text)")
      case .table(let table): lines.append("\(indent)\(label) [table of \(table.rows.count) rows]")
      }
    }
  }
}
