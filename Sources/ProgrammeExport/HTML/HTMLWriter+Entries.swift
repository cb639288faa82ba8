internal import ProgrammeModel

extension HTMLWriter {
  /// Writes who does what by when as a table, with filters by role and by body, and the figures to be
  /// reached as another.
  mutating func entries(
    _ programme: Programme, _ roles: Set<ProgrammeTask.Role>
  ) {
    var entries: [PlacedTask] = []
    programme.forEachTask { entries.append($0) }
    guard !entries.isEmpty else { return }
    let shown = entries.count { roles.contains($0.task.role) }
    raw("<section class=\"entries\" aria-labelledby=\"entries\"><details>")
    raw("<summary><h2 id=\"entries\">")
    word(.whoDoesWhat)
    raw(" <span class=\"count\" id=\"entry-count\">\(shown)</span></h2></summary>")
    filters(entries, roles)
    raw("<div class=\"scroll\"><table class=\"ruled\" id=\"entry-table\"><thead><tr>")
    for name in HTMLWriter.entryColumns {
      raw("<th scope=\"col\">")
      word(name)
      raw("</th>")
    }
    raw("</tr></thead><tbody>")
    for entry in entries { row(entry, isShown: roles.contains(entry.task.role)) }
    raw("</tbody></table></div></details>")
    targets(entries)
    raw("</section>")
  }

  private static let entryColumns = [
    ReviewWord.role, ReviewWord.entryText, ReviewWord.lead,
    ReviewWord.cooperating, ReviewWord.deadline,
    ReviewWord.product,
  ]

  /// Boxes for the roles that the document has, and a list of the bodies that lead.
  private mutating func filters(_ entries: [PlacedTask], _ roles: Set<ProgrammeTask.Role>) {
    raw("<form class=\"filters\"><fieldset class=\"roles\"><legend class=\"unseen\">")
    word(.role)
    raw("</legend>")
    for role in ProgrammeTask.Role.allCases {
      let count = entries.count { $0.task.role == role }
      guard count > 0 else { continue }
      raw("<label><input type=\"checkbox\" value=\"\(role.rawValue)\"")
      raw(roles.contains(role) ? " checked> " : "> ")
      word(role.word)
      raw(" <span class=\"count\">\(count)</span></label>")
    }
    raw("</fieldset><label for=\"body-filter\">")
    word(.body)
    raw("</label> <select id=\"body-filter\"><option value=\"\">—</option>")
    var bodies: [String] = []
    var known: Set<String> = []
    for entry in entries {
      for body in entry.task.lead + entry.task.cooperating where known.insert(body).inserted {
        bodies.append(body)
      }
    }
    for body in bodies { element("option", ["value": body], body) }
    raw("</select></form>")
  }

  private mutating func row(_ entry: PlacedTask, isShown: Bool) {
    let task = entry.task
    open(
      "tr",
      [
        "data-role": task.role.rawValue,
        "data-bodies": (task.lead + task.cooperating).joined(separator: "\n"),
        "hidden": isShown ? nil : "",
      ])
    raw("<td>")
    word(task.role.word)
    raw("</td><td>")
    open("a", ["href": "#n\(task.id)"])
    reasoned(task)
    raw("</a></td><td>")
    self.text(task.lead.joined(separator: "; "))
    if let source = task.leadFrom, !task.lead.isEmpty {
      open("span", ["class": "from", "title": source == .heading ? task.section : nil])
      word(source.word)
      close("span")
    }
    raw("</td>")
    element("td", [:], task.cooperating.joined(separator: "; "))
    raw("<td>")
    self.text(task.deadline?.text ?? "")
    if let date = task.deadline?.edtf.flatMap(ReviewWord.init(date:)) {
      raw("<span class=\"from\">")
      self.text(date)
      raw("</span>")
    }
    raw("</td>")
    element("td", [:], task.product ?? "")
    raw("</tr>")
  }

  /// The figures to be reached.
  private mutating func targets(_ entries: [PlacedTask]) {
    let rows = entries.flatMap { entry in entry.task.targets.map { (entry, $0) } }
    guard !rows.isEmpty else { return }
    raw("<details><summary><h2>")
    word(.targets)
    raw(" <span class=\"count\">\(rows.count)</span></h2></summary>")
    raw("<div class=\"scroll\"><table class=\"ruled\"><thead><tr>")
    for name in [
      ReviewWord.indicator, ReviewWord.targetValue, ReviewWord.by,
      ReviewWord.lead,
    ] {
      raw("<th scope=\"col\">")
      word(name)
      raw("</th>")
    }
    raw("</tr></thead><tbody>")
    for (entry, target) in rows {
      raw("<tr>")
      element("td", [:], target.indicator)
      element("td", [:], target.sign + target.figure)
      raw("<td>")
      let by = target.by ?? ""
      if let date = ReviewWord(date: by) { text(date) } else { text(by) }
      raw("</td>")
      element("td", [:], entry.task.lead.joined(separator: "; "))
      raw("</tr>")
    }
    raw("</tbody></table></div></details>")
  }
}

extension Target {
  /// The comparator as people write it, with a blank behind it.
  fileprivate var sign: String {
    switch comparator {
    case .atLeast: "≥ "
    case .atMost: "≤ "
    case .above: "> "
    case .below: "< "
    case .equal, .between: ""
    }
  }
}

extension ProgrammeTask.Role {
  /// The name of the role on the page.
  var word: ReviewWord {
    switch self {
    case .task: ReviewWord.roleTask
    case .target: ReviewWord.roleTarget
    case .result: ReviewWord.roleResult
    case .statement: ReviewWord.roleStatement
    }
  }
}
