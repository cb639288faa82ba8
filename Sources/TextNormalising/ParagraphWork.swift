internal import ProgrammeModel
internal import VietnameseText

/// Normalises the paragraphs that need it, one after the other, and keeps the record.
struct ParagraphWork: ~Copyable {
  let survey: Survey

  /// Every change so far, in the order of the source.
  var changes = TextChanges()

  /// The words of the document and of the paragraph at hand.
  var groups: WordGroups

  /// The encodings of the groups of the paragraph at hand.
  var encodings: [LegacyEncoding?] = []

  /// What was made of it word by word.
  var draft = Draft()
  /// For every reading of a word its number among the substitutions of the document, or -1.
  var substitutions = PlainBuffer<Int32>(capacity: 1 << 10)
  /// The changes of the paragraph at hand.
  var made = PlainBuffer<TextChanges.Made>()
  var legacy = LegacyPass()
  var undecided = 0

  private var unicode = UnicodePass()
  private var strayBytes = 0
  private var contradicted: [(font: LegacyFont, encoding: LegacyEncoding, count: Int)] = []
  private var met: [LegacyEncoding] = []

  init(survey: Survey, groups: consuming WordGroups) {
    self.survey = survey
    self.groups = groups
    unicode.is85Ellipsis = survey.form != .unicode
  }

  /// Normalises a paragraph and records what was changed.
  mutating func normalise(_ paragraph: inout SourceParagraph, _ number: Int) {
    if let label = paragraph.label?.text, !label.isClean {
      paragraph.label?.text = normalised(label: label)
    }
    switch normaliseWords(&paragraph, number) {
    case .done: return
    case .decoded:
      let source = LegacyText.scalars(of: paragraph.text)
      var text = decodedWords(of: paragraph)
      if repairsCase { CasePass.run(over: &text) }
      if draft.traits.contains(.doubtful) {
        unicode.symbolFont = { _ in nil }
        unicode.run(over: &text)
      }
      take(text, of: source, &paragraph, number)
    case .none: normaliseLetters(&paragraph, number)
    }
  }

  /// The text of a paragraph as its words were decoded.
  private func decodedWords(of paragraph: SourceParagraph) -> Rewriting {
    guard draft.changes.count > 0 else {
      return Rewriting(
        paragraph.text, places: [paragraph.runs.map(\.end), paragraph.notes.map(\.offset)])
    }
    var mover = PlaceMover(paragraph.text)
    let runs = paragraph.runs.map { moved($0.end, &mover) }
    mover.startAgain()
    let notes = paragraph.notes.map { moved($0.offset, &mover) }
    let starts = (0..<draft.changes.count).map { draft.changes[$0].newStart }
    let new = unsafe draft.text.values(0..<draft.text.count)
    var text = unsafe Rewriting(new, places: [runs, notes, starts])
    for index in 0..<draft.changes.count {
      let change = draft.changes[index]
      let start = text.places[text.places.count - starts.count + index]
      record(change.reading, at: start, in: &text)
      if let raised = change.raised { record(raised, at: start, in: &text) }
    }
    text.forgetPlaces(starts.count)
    return text
  }

  private func record(_ reading: Int, at start: Int, in text: inout Rewriting) {
    guard groups.known.readings[reading].isChanged else { return }
    unsafe text.record(
      groups.known.rule(of: reading), reading, at: start, before: groups.known.before(reading),
      after: groups.known.after(reading))
  }

  /// Normalises a paragraph letter by letter.
  private mutating func normaliseLetters(_ paragraph: inout SourceParagraph, _ number: Int) {
    var text = Rewriting(
      paragraph.text, places: [paragraph.runs.map(\.end), paragraph.notes.map(\.offset)])
    let source = text.scalars
    let symbolRuns = symbolRuns(paragraph)
    decode(&text, &paragraph)
    if survey.isMisreadAs1258 { Windows1258Pass.run(over: &text) }
    let symbols = symbolRuns.map { (end: text.places[$0.run], font: $0.font) }
    unicode.symbolFont = { place in
      var low = 0
      var high = symbols.count
      while low < high {
        let middle = (low + high) / 2
        if symbols[middle].end > place { high = middle } else { low = middle + 1 }
      }
      return low < symbols.count ? symbols[low].font : nil
    }
    unicode.run(over: &text)
    take(text, of: source, &paragraph, number)
  }

  /// Puts a text that was rewritten in the place of the paragraph's.
  private mutating func take(
    _ text: Rewriting, of source: [UInt32], _ paragraph: inout SourceParagraph, _ number: Int
  ) {
    var text = text
    guard !text.edits.isEmpty else { return }
    if !text.isUndone(to: source) { text.collapse(to: source) }
    let offsets = text.byteOffsets
    changes.begin(paragraph, number: number)
    beginSubstitutions()
    var bytes = PlainBuffer<UInt8>()
    for edit in text.edits {
      let substitution =
        edit.reading >= 0
        ? substitution(of: Int(edit.reading))
        : changes.substitution(
          rule: edit.rule.name, before: String(scalars: text.before(edit), in: &bytes),
          after: String(scalars: text.after(edit), in: &bytes))
      made.append(TextChanges.Made(substitution, at: offsets[Int(edit.start)]))
    }
    unsafe changes.append(made.values(0..<made.count))
    paragraph.text = String(scalars: text.scalars)
    let runCount = paragraph.runs.count
    for index in paragraph.runs.indices { paragraph.runs[index].end = offsets[text.places[index]] }
    for index in paragraph.notes.indices {
      paragraph.notes[index].offset = offsets[text.places[runCount + index]]
    }
  }

  /// A label as a reader sees it: Điều for what a list in TCVN3 holds as §iÒu.
  ///
  /// Labels are no text of the source, so that their changes are not recorded.
  private mutating func normalised(label: String) -> String {
    var text = Rewriting(label, places: [])
    let bytes = LegacyText(text.scalars)
    for encoding in survey.plan.legacyEncodings {
      let evidence = EncodingEvidence(of: bytes, as: encoding)
      guard evidence.valid > 0, evidence.invalid == 0 else { continue }
      legacy.run(over: &text, stretches: [.init(end: text.scalars.count, encoding: encoding)])
      break
    }
    var pass = UnicodePass()
    pass.run(over: &text)
    return String(scalars: text.scalars)
  }

  // MARK: Decoding

  private mutating func decode(_ text: inout Rewriting, _ paragraph: inout SourceParagraph) {
    switch survey.form {
    case .windows1252: break
    case .brokenUTF8:
      let bytes = LegacyText(text.scalars)
      let pass = UTF8Pass(bytes)
      if pass.strays > pass.sequences,
        let encoding = survey.plan.choice(
          for: bytes, in: 0..<bytes.scalars.count, font: nil, named: nil
        ).encoding
      {
        return decode(&text, as: encoding)
      }
      strayBytes += pass.strays
      pass.run(over: &text, rule: Rule.utf8)
    case .legacy(let encoding):
      guard survey.isMixed else { return decode(&text, as: encoding) }
      let bytes = LegacyText(text.scalars)
      let choice = survey.plan.choice(
        for: bytes, in: 0..<bytes.scalars.count, font: nil, named: nil)
      if let encoding = choice.encoding { decode(&text, as: encoding) }
    case .unicode:
      decodeGroups(&text, &paragraph)
    }
  }

  private mutating func decode(_ text: inout Rewriting, as encoding: LegacyEncoding) {
    meet(encoding)
    legacy.run(
      over: &text,
      stretches: [.init(end: text.scalars.count, encoding: encoding)])
    if encoding.lacksCapitals { CasePass.run(over: &text) }
  }

  private mutating func decodeGroups(_ text: inout Rewriting, _ paragraph: inout SourceParagraph) {
    let groups = FontGroup.groups(of: paragraph, survey.fonts)
    if groups.count == 1, groups[0].hint == nil, groups[0].isLegacyCandidate {
      let pass = UTF8Pass(groups[0].text)
      if pass.isBetter(than: groups[0].text) {
        return pass.run(over: &text, rule: Rule.utf8As1252)
      }
    }
    var stretches: [LegacyPass.Stretch] = []
    var capitals: [Range<Int>] = []
    var repairsCase = false
    var start = 0
    for group in groups {
      let encoding = survey.plan.choice(for: group).encoding
      if let encoding, group.isLegacyCandidate {
        meet(encoding)
        repairsCase = repairsCase || encoding.lacksCapitals
        note(group.hint, encoding)
      } else if group.isLegacyCandidate, survey.plan.mayBeLegacy(group) {
        undecided += 1
      }
      for stretch in group.stretches {
        if stretch.isCapital, encoding != nil { capitals.append(start..<stretch.end) }
        start = stretch.end
        // The text is Unicode from here on, whatever the font: normalising it again changes nothing.
        if encoding != nil { paragraph.runs[stretch.run].font = nil }
      }
      if group.stretches.isEmpty { start = text.scalars.count }
      stretches.append(.init(end: start, encoding: encoding))
    }
    guard stretches.contains(where: { $0.encoding != nil }) else { return }
    legacy.run(over: &text, stretches: stretches, capitals: capitals)
    if repairsCase { CasePass.run(over: &text) }
  }

  mutating func meet(_ encoding: LegacyEncoding) {
    if !met.contains(encoding) { met.append(encoding) }
  }

  mutating func note(_ hint: LegacyFont?, _ encoding: LegacyEncoding) {
    guard let hint, let said = hint.encoding, said != encoding else { return }
    if let index = contradicted.firstIndex(where: { $0.font == hint && $0.encoding == encoding }) {
      contradicted[index].count += 1
    } else {
      contradicted.append((hint, encoding, 1))
    }
  }

  /// The symbol fonts of the runs, `nil` for other fonts; none where the document has no symbol font.
  private func symbolRuns(_ paragraph: SourceParagraph) -> [(run: Int, font: SymbolFont?)] {
    guard survey.hasSymbolFonts else { return [] }
    return paragraph.runs.enumerated().map { index, run in
      let font = run.font.flatMap {
        survey.symbolFonts.indices.contains($0) ? survey.symbolFonts[$0] : nil
      }
      return (index, font)
    }
  }

  // MARK: Reporting

  /// What people should know, one remark a kind.
  var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    for (font, encoding, count) in contradicted {
      found.append(
        Diagnostic(
          .fontContradicted, font.encoding?.rawValue ?? "", String(count), encoding.rawValue))
    }
    if met.count > 1 {
      found.append(
        Diagnostic(.mixedEncodings, met.map(\.rawValue).joined(separator: ", ")))
    }
    if undecided > 0 { found.append(Diagnostic(.undecided, String(undecided))) }
    if strayBytes > 0 { found.append(Diagnostic(.invalidUTF8, String(strayBytes))) }
    if legacy.strangers > 0 {
      found.append(
        Diagnostic(
          .unknownLetters, String(legacy.strangers), met.map(\.rawValue).joined(separator: ", ")))
    }
    let remarks = unicode.remarks
    if remarks.doubleMarks > 0 {
      found.append(Diagnostic(.doubleMarks, String(remarks.doubleMarks)))
    }
    if remarks.privateUse > 0 {
      found.append(Diagnostic(.privateUse, String(remarks.privateUse)))
    }
    if remarks.controls > 0 { found.append(Diagnostic(.controls, String(remarks.controls))) }
    return found
  }
}
