internal import ProgrammeModel

extension HTMLWriter {
  /// Writes the task tree.
  mutating func tree(_ programme: Programme) {
    raw("<section class=\"pane\" id=\"tree\" aria-labelledby=\"tree-title\"><div class=\"bar\">")
    raw("<h2 id=\"tree-title\">")
    word(.taskTree)
    raw("</h2><span class=\"tools\"><button type=\"button\" id=\"open-all\">")
    word(.openAll)
    raw("</button><button type=\"button\" id=\"close-all\">")
    word(.fold)
    raw("</button></span></div><ul role=\"tree\" class=\"nodes\" aria-labelledby=\"tree-title\">")
    part(programme.preamble, "preamble", ReviewWord.opening)
    for node in programme.outline { self.node(node) }
    part(programme.closing, "closing", ReviewWord.closing)
    for (place, appendix) in programme.appendices.enumerated() {
      let paragraph = appendix.titleSpans.first?.first?.paragraph
      item(id: "A\(place + 1)", kind: "part", paragraph: paragraph) { page in
        let title = appendix.title.joined(separator: " ")
        if title.isEmpty { page.word(.appendix) } else { page.text(title) }
      } children: { page in
        page.blocks(appendix.preamble)
        for node in appendix.outline { page.node(node) }
        page.blocks(appendix.closing)
      }
    }
    raw("</ul></section>")
  }

  private mutating func part(_ blocks: [Block], _ id: String, _ name: ReviewWord) {
    guard !blocks.isEmpty else { return }
    item(id: id, kind: "part", paragraph: blocks[0].spans.first?.paragraph, isOpen: false) {
      $0.word(name)
    } children: {
      $0.blocks(blocks)
    }
  }

  private mutating func node(_ node: Node) {
    // A single task that says what the node says is not repeated below it.
    let tasks = node.content.flatMap(\.tasks)
    let isTask = tasks.count == 1 && node.children.isEmpty && node.content.count == 1
    let paragraph = node.markerSpans.first?.paragraph
    item(
      id: node.id, kind: node.kind.rawValue, paragraph: paragraph, entry: isTask ? tasks[0].id : nil
    ) { page in
      page.raw("<span class=\"what\">")
      if let marker = node.marker {
        page.element("span", ["class": "marker"], marker.text)
        page.raw(" ")
      }
      if let title = node.title {
        page.element("b", [:], node.kind == .runin ? "\(title):" : title)
        page.raw(" ")
      }
      if node.kind != .heading || isTask, case .paragraph(let paragraph)? = node.content.first {
        page.element(node.kind == .heading ? "div" : "span", ["class": "text"], paragraph.text)
      }
      page.raw("</span>")
      if isTask { page.details(of: tasks[0]) }
    } children: { page in
      if !isTask { page.blocks(node.content, isRepeated: node.kind != .heading) }
      for child in node.children { page.node(child) }
    }
  }

  /// Writes the tasks of paragraphs, and the paragraphs and tables that hold none.
  private mutating func blocks(_ blocks: [Block], isRepeated: Bool = false) {
    for (place, block) in blocks.enumerated() {
      let paragraph = block.spans.first?.paragraph
      for (task, span) in zip(block.tasks, block.starts(of: block.tasks)) {
        item(id: task.id, kind: "task", paragraph: span?.paragraph) { page in
          page.element("span", ["class": "words"], task.text)
          page.details(of: task)
        }
      }
      switch block {
      case .paragraph(let paragraphText) where block.tasks.isEmpty && !(isRepeated && place == 0):
        item(id: nil, kind: "words", paragraph: paragraph) {
          $0.element("span", ["class": "words"], paragraphText.text)
        }
      case .table(let table) where block.tasks.isEmpty:
        item(id: nil, kind: "words", paragraph: paragraph) { page in
          page.word(.table)
          page.text(" \(table.caption ?? table.header.joined(separator: " · "))")
        }
      default: break
      }
    }
  }

  /// Writes who does a task, by when, and what comes of it.
  private mutating func details(of task: ProgrammeTask) {
    var entries: [(ReviewWord, String)] = []
    if let deadline = task.deadline { entries.append((ReviewWord.due, deadline.text)) }
    if !task.lead.isEmpty {
      entries.append((ReviewWord.lead, task.lead.joined(separator: ", ")))
    }
    if !task.cooperating.isEmpty {
      entries.append((ReviewWord.cooperating, task.cooperating.joined(separator: ", ")))
    }
    if let product = task.product { entries.append((ReviewWord.product, product)) }
    if task.continuing { entries.append((ReviewWord.continuing, "")) }
    guard !entries.isEmpty else { return }
    raw("<span class=\"details\">")
    for (name, value) in entries {
      raw("<span><i>")
      word(name)
      raw("</i> ")
      text(value)
      raw("</span> ")
    }
    raw("</span>")
  }

  /// Writes an item of the tree with the items below it, if there are any.
  private mutating func item(
    id: String?, kind: String, paragraph: Int?, isOpen: Bool = true, entry: String? = nil,
    _ row: (inout HTMLWriter) -> Void, children: (inout HTMLWriter) -> Void = { _ in }
  ) {
    var below = HTMLWriter()
    children(&below)
    let isLeaf = below.bytes.isEmpty
    open(
      "li",
      [
        "role": "treeitem", "class": kind, "tabindex": "-1", "data-id": id,
        "id": id.map { "n\($0)" },
        "data-paragraph": paragraph.map(String.init), "aria-expanded": isLeaf ? nil : "\(isOpen)",
      ])
    // The only entry of a node has no item of its own, but links to it lead here.
    open("div", ["class": "row", "id": entry.map { "n\($0)" }])
    if !isLeaf { raw("<span class=\"twist\" aria-hidden=\"true\"></span>") }
    raw("<div class=\"said\">")
    row(&self)
    raw("</div></div>")
    if !isLeaf {
      raw("<ul role=\"group\">")
      append(below)
      raw("</ul>")
    }
    raw("</li>")
  }
}
