internal import BatchConversion
internal import ProgrammeModel

/// Writes the lines of a `TreeRendering`, one under the other.
struct TreeWriter {
  /// What was written.
  private(set) var text = ""

  private let rendering: TreeRendering
  private var diagnostics: [Location: [Diagnostic]] = [:]
  private var homeless: [Diagnostic] = []
  private var needsBlank = false

  /// Starts with what is to be said in place.
  init(rendering: TreeRendering, diagnostics: [Diagnostic]) {
    self.rendering = rendering
    for diagnostic in diagnostics {
      if let location = diagnostic.location {
        self.diagnostics[location, default: []].append(diagnostic)
      } else {
        homeless.append(diagnostic)
      }
    }
  }

  private static let roleColumns = 12

  /// Lines of letterhead and signature with their roles.
  mutating func lines(_ lines: [DocumentLine]) {
    for line in lines where line.role != .rule {
      let role = line.role.rawValue.padded(to: Self.roleColumns)
      let isTitle = line.role == .type || line.role == .title
      add(guide: role, guideStyle: .dim, line.text, style: isTitle ? .bold : .plain)
      remarks(at: line.location, guide: String(repeating: " ", count: Self.roleColumns))
    }
  }

  /// Nodes of one level.
  mutating func nodes(_ nodes: [Node], guide: String) {
    for (index, node) in nodes.enumerated() {
      let isLast = index == nodes.count - 1
      let below = guide + (isLast ? "   " : "│  ")
      self.node(node, guide: guide + (isLast ? "└─ " : "├─ "))
      entries(node.ownLineBlock?.tasks ?? [], guide: below)
      remarks(at: node.location, guide: below)
      // The first paragraph of an item or run-in stands on the node's own line.
      blocks(
        Array(node.ownLineBlock == nil ? node.content[...] : node.content.dropFirst()), guide: below
      )
      self.nodes(node.children, guide: below)
    }
  }

  private mutating func node(_ node: Node, guide: String) {
    let sign = node.kind == .heading ? "▸ " : node.kind == .runin ? "▹ " : ""
    let marker = node.marker.map { "\($0.text) " } ?? ""
    let title = node.title.map { node.kind == .runin ? "\($0): " : $0 } ?? ""
    let body = node.ownLineBlock?.text ?? ""
    let hint = self.hint(
      node.facts + (node.ownLineBlock?.facts ?? []), node.ownLineBlock?.tasks ?? [])
    add(
      guide: guide, guideStyle: .dim, sign + marker + title,
      style: node.kind == .item ? .plain : .bold, rest: body, hint: hint)
  }

  /// Paragraphs and tables.
  mutating func blocks(_ blocks: [Block], label: Message? = nil, guide: String) {
    if let label, !blocks.isEmpty { head("(\(label.text(in: rendering.language)))", style: .dim) }
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        add(
          guide: guide, guideStyle: .dim, "¶ ", style: .dim, rest: paragraph.text,
          hint: hint(paragraph.facts, paragraph.tasks))
        entries(paragraph.tasks, guide: guide)
        remarks(at: paragraph.location, guide: guide)
      case .table(let table):
        let name = Message.table.text(in: rendering.language, "\(table.rows.count)")
        let rest = [table.caption, table.header.joined(separator: " | ")].compactMap { $0 }
        add(
          guide: guide, guideStyle: .dim, "▦ \(name)  ", style: .dim,
          rest: rest.joined(separator: "  "), hint: hint(table.facts, table.tasks))
        entries(table.tasks, guide: guide)
        remarks(at: table.location, guide: guide)
      }
    }
  }

  /// Footnotes and endnotes.
  mutating func notes(_ notes: [Note]) {
    guard !notes.isEmpty else { return }
    head("(\(Message.notes.text(in: rendering.language)))", style: .dim)
    for note in notes { blocks(note.content, guide: "[\(note.id)] ") }
  }

  /// What of the source is not in the output.
  mutating func unread(_ unread: [UnreadContent]) {
    for content in unread where content.count > 0 {
      let place = "\(content.part) \(content.element)"
      head(
        Message.unread.text(in: rendering.language, "\(content.count)", place), style: .dim)
    }
  }

  /// A line by itself.
  mutating func head(_ line: String, style: TextStyle = .bold) {
    add(guide: "", guideStyle: .plain, line, style: style)
  }

  /// A blank line between what stands above and what follows, if there is either.
  mutating func blank() {
    needsBlank = !text.isEmpty
  }

  /// What was noticed about places that are not shown, and about the document.
  mutating func remainingDiagnostics() {
    let rest = diagnostics.values.joined().sorted {
      ($0.location?.paragraph ?? $0.location?.line ?? 0, $0.code)
        < ($1.location?.paragraph ?? $1.location?.line ?? 0, $1.code)
    }
    for diagnostic in homeless + rest { remark(diagnostic, guide: "", withPlace: true) }
  }

  private mutating func remarks(at location: Location, guide: String) {
    for diagnostic in diagnostics.removeValue(forKey: location) ?? [] {
      remark(diagnostic, guide: guide, withPlace: false)
    }
  }

  private mutating func remark(_ diagnostic: Diagnostic, guide: String, withPlace: Bool) {
    let finding = Finding(diagnostic, in: Languages(rendering.language))
    let number = finding.location?.line ?? finding.location?.paragraph
    let place = withPlace ? number.map { "\($0): " } ?? "" : ""
    let style: TextStyle = finding.severity == .note ? .dim : .alarming
    add(
      guide: guide, guideStyle: .dim,
      "! \(place)\(finding.severity.word(in: rendering.language)): \(finding.message) [\(finding.code)]",
      style: style)
  }

  /// Who is to act and when, a line an entry that says so; entries of a table, and of a text with several,
  /// begin with their words.
  private mutating func entries(_ tasks: [ProgrammeTask], guide: String) {
    let told = tasks.filter { rendering.roles.contains($0.role) }
    for task in told {
      var parts: [String] = []
      if !task.lead.isEmpty { parts.append(task.lead.joined(separator: "; ")) }
      if !task.cooperating.isEmpty {
        parts.append(
          Message.cooperating.text(
            in: rendering.language, task.cooperating.joined(separator: "; ")))
      }
      if let deadline = task.deadline {
        parts.append(Message.deadline.text(in: rendering.language, deadline.text))
      }
      guard !parts.isEmpty || task.row != nil else { continue }
      let words = told.count > 1 || task.row != nil ? TextWidth.cut(task.text, to: 40) + " " : ""
      add(
        guide: guide, guideStyle: .dim, "  → ", style: .dim,
        rest: words + (words.isEmpty || parts.isEmpty ? "" : "· ") + parts.joined(separator: ", "))
    }
  }

  /// What to know of a line apart from its text: how many entries and facts it has.
  private func hint(_ facts: [Fact], _ tasks: [ProgrammeTask]) -> String {
    var hints: [String] = []
    let count = tasks.count { rendering.roles.contains($0.role) }
    if count > 1 { hints.append(Message.tasks.text(in: rendering.language, "\(count)")) }
    if !facts.isEmpty { hints.append(Message.facts.text(in: rendering.language, "\(facts.count)")) }
    return hints.joined(separator: ", ")
  }

  /// Adds a line: guides, the words that tell what it is, the text, a hint at the end; the text gives way
  /// where the terminal is too narrow.
  private mutating func add(
    guide: String, guideStyle: TextStyle, _ lead: String, style: TextStyle, rest: String = "",
    hint: String = ""
  ) {
    var lead = lead
    var rest = rest
    var hint = hint.isEmpty ? "" : "  ‹\(hint)›"
    if let width = rendering.width {
      var room = max(width - TextWidth.columns(of: guide), 12)
      // A hint that takes a third of the line says more than the words it hides.
      if TextWidth.columns(of: hint) > room / 3 { hint = "" }
      room -= TextWidth.columns(of: hint)
      lead = TextWidth.cut(lead, to: room)
      rest = TextWidth.cut(rest, to: max(0, room - TextWidth.columns(of: lead)))
    } else {
      lead = TextWidth.cut(lead, to: .max)
      rest = TextWidth.cut(rest, to: .max)
    }
    if needsBlank { text += "\n" }
    needsBlank = false
    text += styled(guide, guideStyle) + styled(lead, style) + rest + styled(hint, .hint) + "\n"
  }

  private func styled(_ text: String, _ style: TextStyle) -> String {
    guard rendering.isColoured, !text.isEmpty, style != .plain else { return text }
    return "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m"
  }
}

/// How a stretch of text looks on a terminal, by its number in ECMA-48 (8.3.117).
enum TextStyle: String {
  case plain = "0"
  case bold = "1"
  case dim = "2"
  case hint = "36"
  case alarming = "33"
}

extension Node {
  /// The paragraph that stands on the node's own line: the sentence of an item, the text of a run-in.
  fileprivate var ownLineBlock: Paragraph? {
    guard kind != .heading, case .paragraph(let paragraph) = content.first else { return nil }
    return paragraph
  }
}

extension String {
  /// The text with blanks at its end, so that it takes so many columns.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - TextWidth.columns(of: self)))
  }
}
