internal import ProgrammeModel

extension HTMLWriter {
  /// Writes what the stages noticed, warnings first open.
  mutating func diagnostics(_ diagnostics: [Diagnostic], _ text: ReviewedSource) {
    guard !diagnostics.isEmpty else { return }
    let ordered = [Diagnostic.Severity.error, .warning, .note].flatMap { severity in
      diagnostics.filter { $0.severity == severity }
    }
    raw("<section class=\"doubts\" aria-labelledby=\"doubts\"><details")
    if ordered.first?.severity != .note { raw(" open") }
    raw("><summary><h2 id=\"doubts\">")
    word(.toBeChecked)
    raw(" <span class=\"count\">\(diagnostics.count)</span></h2></summary><ul>")
    for diagnostic in ordered {
      open("li", ["class": diagnostic.severity.rawValue])
      raw("<strong>")
      word(diagnostic.severity.word)
      raw("</strong> ")
      if let paragraph = text.paragraph(of: diagnostic) {
        open("a", ["href": "#p\(paragraph)"])
        message(of: diagnostic)
        close("a")
      } else {
        message(of: diagnostic)
      }
      raw(" ")
      element("code", [:], diagnostic.code)
      close("li")
    }
    raw("</ul></details></section>")
  }

  private mutating func message(of diagnostic: Diagnostic) {
    for language in [MessageLanguage.vietnamese, .english] {
      element(
        "span", ["class": "w", "lang": language.rawValue], diagnostic.message(in: language))
    }
  }

  /// Writes what letterhead and signature say, and the account of the characters.
  mutating func record(_ programme: Programme) {
    let metadata = programme.metadata
    let signature = metadata.signature.map { [$0.title, $0.name].compactMap { $0 } } ?? []
    let number = programme.lines.first { $0.role == .number }?.text
    let entries: [(ReviewWord, String?, Metadata.Field)] = [
      (ReviewWord.issuer, metadata.issuer, .issuer),
      (ReviewWord.superior, metadata.superior, .superior),
      (ReviewWord.number, metadata.code ?? number, .number),
      (ReviewWord.date, metadata.date.map(\.text), .date),
      (ReviewWord.place, metadata.place, .place),
      (ReviewWord.period, metadata.period?.text, .subject),
      (ReviewWord.signedBy, signature.joined(separator: ", "), .signature),
      (ReviewWord.security, metadata.security, .security),
      (ReviewWord.urgency, metadata.urgency, .urgency),
    ]
    raw("<section class=\"record\" aria-labelledby=\"record\"><h2 id=\"record\" class=\"unseen\">")
    word(.aboutTheDocument)
    raw("</h2><dl>")
    for case (let name, .some(let value), let field) in entries where !value.isEmpty {
      raw("<div><dt>")
      word(name)
      raw("</dt><dd>")
      let paragraph = metadata.spans[field]?.first?.paragraph
      if let paragraph { open("a", ["href": "#p\(paragraph)"]) }
      if name == ReviewWord.date, let date = metadata.date?.edtf.flatMap(ReviewWord.init(date:)) {
        word(date)
      } else {
        text(value)
      }
      if paragraph != nil { close("a") }
      raw("</dd></div>")
    }
    raw("<div><dt>")
    word(.charactersPlaced)
    raw("</dt>")
    let coverage = programme.coverage
    open("dd", ["class": coverage.isComplete ? "complete" : "incomplete"])
    raw("\(coverage.placedCharacters) / \(coverage.sourceCharacters)")
    let unread = coverage.unread.reduce(0) { $0 + $1.count }
    if unread > 0 {
      raw(" (+ \(unread) ")
      word(.unread)
      raw(")")
    }
    raw("</dd></div></dl></section>")
  }
}

extension Diagnostic.Severity {
  fileprivate var word: ReviewWord {
    switch self {
    case .note: ReviewWord.note
    case .warning: ReviewWord.warning
    case .error: ReviewWord.error
    }
  }
}
