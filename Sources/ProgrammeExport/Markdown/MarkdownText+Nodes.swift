internal import ProgrammeModel

extension MarkdownText {
  /// The lowest heading that Markdown knows; topics below it are list items in bold.
  private static let lowestHeading = 6

  /// Writes nodes; `level` is that of their headings, or `nil` inside a list.
  mutating func nodes(_ nodes: [Node], level: Int?) {
    for node in nodes {
      if node.kind == .heading, let level, level <= Self.lowestHeading {
        endBlock()
        line(String(repeating: "#", count: level) + " " + node.opening(isBold: false))
        endBlock()
        blocks(node.content)
        self.nodes(node.children, level: level + 1)
      } else {
        item(node)
      }
    }
    if level != nil { endBlock() }
  }

  private mutating func item(_ node: Node) {
    indent += "  "
    var rest = node.content[...]
    var first = node.opening(isBold: true)
    if case .paragraph(let paragraph)? = rest.first, node.kind != .heading {
      if !first.isEmpty { first += " " }
      first += paragraph.markdown(startsLine: first.isEmpty, indent: indent)
      rest.removeFirst()
    }
    bullet(first)
    if !rest.isEmpty {
      blocks(Array(rest))
      endBlock()
    }
    nodes(node.children, level: nil)
    indent.removeLast(2)
  }

  /// Writes paragraphs and tables, with an empty line around each.
  mutating func blocks(_ blocks: [Block]) {
    for block in blocks {
      endBlock()
      switch block {
      case .paragraph(let paragraph): line(paragraph.markdown(startsLine: true, indent: indent))
      case .table(let table): self.table(table)
      }
    }
    if !blocks.isEmpty { endBlock() }
  }

  private mutating func table(_ table: Table) {
    if let caption = table.caption {
      line("**" + caption.markdown(startsLine: false, indent: indent) + "**")
      endBlock()
    }
    let rows = [table.header] + table.rows
    guard let width = rows.map(\.count).max(), width > 0 else { return }
    for (place, row) in rows.enumerated() {
      let cells = row + [String](repeating: "", count: width - row.count)
      line("| " + cells.map(\.markdownCell).joined(separator: " | ") + " |")
      if place == 0 { line("|" + String(repeating: " --- |", count: width)) }
    }
  }
}

extension Node {
  /// Marker and title as they open the node, or nothing where it has neither.
  fileprivate func opening(isBold: Bool) -> String {
    let marker = marker?.text.markdown(startsLine: isBold)
    var title = title?.markdown(startsLine: false) ?? ""
    if kind == .runin { title += ":" }
    if isBold && !title.isEmpty { title = "**\(title)**" }
    return [marker, title].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Paragraph {
  /// The text with a footnote sign at every place that refers to a note.
  fileprivate func markdown(startsLine: Bool, indent: String) -> String {
    guard !notes.isEmpty else { return text.markdown(startsLine: startsLine, indent: indent) }
    let scalars = Array(text.unicodeScalars)
    var markdown = ""
    var start = 0
    for mark in notes + [NoteMark(id: "", at: scalars.count)] {
      let end = min(max(mark.at, start), scalars.count)
      // The pieces are joined again as they were, so blanks at their ends are kept.
      var piece = String.UnicodeScalarView()
      piece.append(contentsOf: scalars[start..<end])
      // Behind a note's sign a bracket would make a link of it, and a colon the note itself.
      if start > 0 || !markdown.isEmpty, let first = piece.first, first == "(" || first == ":" {
        markdown += "\\"
      }
      markdown += String(piece).markdownPiece(startsLine: startsLine && start == 0, indent: indent)
      if !mark.id.isEmpty { markdown += "[^\(mark.id)]" }
      start = end
    }
    return markdown
  }
}

extension String {
  /// The text escaped, with the blanks at its ends.
  fileprivate func markdownPiece(startsLine: Bool, indent: String) -> String {
    let head = prefix { $0 == " " }
    let tail = dropFirst(head.count).reversed().prefix { $0 == " " }
    return head + markdown(startsLine: startsLine, indent: indent) + String(tail)
  }
}
