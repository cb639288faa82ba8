import ProgrammeModel

/// A programme as people review it: a line a place, indented by level.
enum TreeDump {
  static func text(of programme: Programme) -> String {
    var out = ""
    for line in programme.lines {
      out += "\(place(line.location)) [\(line.role.rawValue)] \(line.text)\n"
    }
    section("preamble", blocks: programme.preamble, into: &out)
    for node in programme.outline { dump(node, depth: 0, into: &out) }
    section("closing", blocks: programme.closing, into: &out)
    for appendix in programme.appendices {
      out += "appendix: \(appendix.title.joined(separator: " / "))\n"
      for line in appendix.lines {
        out += "\(place(line.location)) [\(line.role.rawValue)] \(line.text)\n"
      }
      section("preamble", blocks: appendix.preamble, into: &out)
      for node in appendix.outline { dump(node, depth: 0, into: &out) }
      section("closing", blocks: appendix.closing, into: &out)
    }
    for note in programme.notes {
      section("\(note.kind) \(note.id)", blocks: note.content, into: &out)
    }
    for diagnostic in programme.diagnostics {
      out +=
        "\(diagnostic.location.map(place) ?? "") \(diagnostic.severity): \(diagnostic.message(in: .english))"
      out += " [\(diagnostic.code)]\n"
    }
    return out
  }

  private static func section(_ name: String, blocks: [Block], into out: inout String) {
    guard !blocks.isEmpty else { return }
    out += "\(name):\n"
    for block in blocks { dump(block, indent: "  ", into: &out) }
  }

  private static func dump(_ node: Node, depth: Int, into out: inout String) {
    let indent = String(repeating: "  ", count: depth)
    out += "\(place(node.location)) \(indent)\(node.id) \(node.kind.rawValue)"
    if let marker = node.marker {
      out += " ‹\(marker.text)› \(marker.style.rawValue) \(marker.ordinal)"
      if marker.origin == .automatic { out += " automatic" }
    }
    out += node.title.map { ": \($0)\n" } ?? "\n"
    for fact in node.facts { out += "\(indent)      = \(words(fact))\n" }
    for block in node.content { dump(block, indent: indent + "    ", into: &out) }
    for child in node.children { dump(child, depth: depth + 1, into: &out) }
  }

  private static func dump(_ block: Block, indent: String, into out: inout String) {
    switch block {
    case .paragraph(let paragraph):
      out += "\(indent)\(paragraph.text)\n"
      for note in paragraph.notes { out += "\(indent)  ^ note \(note.id) at \(note.at)\n" }
      for fact in paragraph.facts { out += "\(indent)  = \(words(fact))\n" }
      for task in paragraph.tasks { dump(task, indent: indent, into: &out) }
    case .table(let table):
      out += "\(indent)table \(table.caption ?? "")\n"
      for row in [table.header] + table.rows where !row.isEmpty {
        out += "\(indent)| \(row.joined(separator: " | "))\n"
      }
      for fact in table.facts { out += "\(indent)  = \(words(fact))\n" }
      for task in table.tasks { dump(task, indent: indent, into: &out) }
    }
  }

  private static func dump(_ task: ProgrammeTask, indent: String, into out: inout String) {
    out += "\(indent)  → \(task.id) \(task.role.rawValue)\(task.continuing ? " continuing" : "")"
    if let from = task.leadFrom {
      out += " lead: \(task.lead.joined(separator: "; ")) (\(from.rawValue))"
    }
    if !task.cooperating.isEmpty { out += " with: \(task.cooperating.joined(separator: "; "))" }
    if let deadline = task.deadline { out += " due: \(deadline.text) (\(deadline.edtf ?? "–"))" }
    if let product = task.product { out += " product: \(product)" }
    for target in task.targets {
      out += " target: \(target.indicator) \(target.comparator.rawValue) \(target.value)"
      out += " \(target.unit) by \(target.by ?? "–")"
    }
    if let section = task.section { out += " section: \(section)" }
    out += " | \(task.text)\n"
  }

  private static func words(_ fact: Fact) -> String {
    let meaning =
      switch fact.value {
      case .reference(let reference):
        [reference.code ?? reference.title, reference.date, reference.issuer].compactMap { $0 }
          .joined(separator: ", ")
      case .date(let edtf): edtf
      case .quantity(.number(let number), let unit): "\(number) \(unit)"
      case .quantity(.text(let text), let unit): "\(text) \(unit)"
      case .organization(let name), .place(let name), .campaign(let name):
        "\(name.kind): \(name.name)"
      }
    return "\(fact.kind) “\(fact.text)” \(meaning)"
  }

  private static func place(_ location: Location) -> String {
    location.line.map { "L\($0)" }
      ?? "\(location.part?.split(separator: "/").last ?? "") ¶\(location.paragraph ?? 0)"
  }
}
