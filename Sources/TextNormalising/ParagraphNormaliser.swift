internal import ProgrammeModel
internal import VietnameseText

/// Normalises the paragraphs that need it, one after the other, and records the changes.
struct ParagraphNormaliser {
  private var detector: EncodingDetector

  private(set) var table: WordTable
  private var runs = FontRuns()
  private var decoder = WordDecoder()
  private var unicode = UnicodePass()
  private var recorder = ChangeRecorder()

  /// What is reported in the end.
  private var doubts = EncodingDoubts()

  /// Starts with what was detected, and the words that were met on the way.
  init(_ detector: EncodingDetector, _ table: WordTable) {
    self.detector = detector
    self.table = table
    unicode.is85Ellipsis = detector.form != .unicode
  }

  /// Every change so far.
  var changes: TextChanges { recorder.changes }

  /// Normalises a paragraph, if it needs that, and records what was changed.
  mutating func normalise(_ paragraph: inout SourceParagraph, _ number: Int) {
    guard detector.isDoubtful(number) else { return }
    if let label = paragraph.label?.text, !label.isClean {
      paragraph.label?.text = normalised(label: label)
    }
    cut(paragraph.text, paragraph.runs, number)
    let utf8 = utf8Pass(for: paragraph)
    let encodings =
      utf8 == nil ? runs.fontRuns.map { choice(for: $0).encoding } : runs.fontRuns.map { _ in nil }
    let symbolRuns = symbolRuns(paragraph)
    let capitals = capitalRuns(paragraph, encodings)
    if utf8 == nil { note(encodings, &paragraph) }
    var places: [Int] = []
    places.reserveCapacity(paragraph.runs.count + paragraph.notes.count)
    for run in paragraph.runs { places.append(run.end) }
    for note in paragraph.notes { places.append(note.offset) }
    var draft = Draft(text: paragraph.text, traits: runs.traits)
    if encodings.contains(where: { $0 != nil }) {
      let before = decoder.unknownLetters
      draft = decoder.decode(
        paragraph.text, runs, as: encodings, &table, places: places, &recorder)
      doubts.unknown.add(decoder.unknownLetters - before, at: paragraph.location)
    }
    let repairsCase = repairsCase(encodings, draft.traits, hasCapitals: !capitals.isEmpty)
    if draft.traits.contains(.doubtful) || utf8 != nil || !capitals.isEmpty
      || !symbolRuns.isEmpty || detector.isMisreadAs1258
      || repairsCase && CasePass.hasWork(on: draft.text)
    {
      var text =
        draft.changes.isEmpty
        ? Rewriting(paragraph.text, places: places) : Rewriting(draft, recorder)
      let decodedEdits = text.edits.count
      if let utf8 { utf8.pass.run(over: &text, rule: utf8.rule) }
      if !capitals.isEmpty {
        CapitalFontPass.run(
          over: &text,
          capitals.map { run in
            (run > 0 ? text.places[run - 1] : 0)..<text.places[run]
          })
      }
      if repairsCase { CasePass.run(over: &text) }
      if detector.isMisreadAs1258 { Windows1258Pass.run(over: &text) }
      unicode.symbolFont = symbolFonts(symbolRuns, in: text)
      unicode.run(over: &text)
      if text.edits.count > decodedEdits {
        text.collapseUnlessUndone(to: paragraph.text)
        draft = text.draft(&recorder)
      }
    }
    take(draft, &paragraph, number)
  }

  /// Cuts a text into font runs and words, unless that was done for the paragraph of this number.
  private mutating func cut(_ text: String, _ textRuns: [TextRun], _ number: Int?) {
    if let number, let known = detector.takeFontRuns(of: number) {
      runs = known
      return
    }
    if table.isFull {
      table = WordTable()
      recorder.forgetDecodedWords()
      detector.forgetFontRuns()
    }
    runs.cut(text, textRuns, detector.fonts, &table, stops: detector.stops)
  }

  /// Puts a draft in the place of the paragraph's text.
  private mutating func take(_ draft: Draft, _ paragraph: inout SourceParagraph, _ number: Int) {
    guard !draft.changes.isEmpty else { return }
    recorder.record(draft.changes, of: number, at: paragraph.location)
    paragraph.text = draft.text
    for index in paragraph.runs.indices { paragraph.runs[index].end = draft.places[index] }
    let runCount = paragraph.runs.count
    for index in paragraph.notes.indices {
      paragraph.notes[index].offset = draft.places[runCount + index]
    }
  }

  /// A label as a reader sees it: Điều for what a list in TCVN3 holds as §iÒu.
  ///
  /// Labels are no text of the source, so that their changes are not recorded.
  private mutating func normalised(label: String) -> String {
    cut(label, [], nil)
    var draft = Draft(text: label)
    for encoding in detector.plan.legacyEncodings {
      let evidence = table.evidence(of: runs.words[...], as: encoding)
      guard evidence.valid > 0, evidence.invalid == 0 else { continue }
      draft = decoder.decode(label, runs, as: [encoding], &table, places: [], &recorder)
      break
    }
    var text = draft.changes.isEmpty ? Rewriting(label, places: []) : Rewriting(draft, recorder)
    var pass = UnicodePass()
    pass.run(over: &text)
    return String(scalars: text.scalars)
  }

  // MARK: Encodings

  /// The pass that decodes UTF-8 which stands as single bytes, where the paragraph is such text, and its rule.
  private mutating func utf8Pass(
    for paragraph: SourceParagraph
  ) -> (pass: UTF8Pass, rule: Rule)? {
    switch detector.form {
    case .brokenUTF8:
      let pass = UTF8Pass(LegacyText(paragraph.text))
      if pass.strays > pass.sequences,
        wholeChoice.encoding != nil
      {
        return nil
      }
      doubts.stray.add(pass.strays, at: paragraph.location)
      return (pass, .utf8)
    case .unicode:
      guard runs.fontRuns.count == 1, let run = runs.fontRuns.first, run.hint == nil,
        run.isLegacyCandidate, run.traits.contains(.utf8)
      else { return nil }
      let text = LegacyText(paragraph.text)
      let pass = UTF8Pass(text)
      return pass.isBetter(than: text) ? (pass, .utf8As1252) : nil
    case .legacy, .windows1252: return nil
    }
  }

  /// What the paragraph is taken for as a whole, without regard to fonts.
  private var wholeChoice: EncodingPlan.Choice {
    mutating get { detector.plan.choice(for: runs.words[...], font: nil, named: nil, &table) }
  }

  /// What a font run is taken for.
  private mutating func choice(for run: FontRuns.FontRun) -> EncodingPlan.Choice {
    switch detector.form {
    case .windows1252: .unicode
    case .legacy(let encoding): detector.isMixed ? wholeChoice : .legacy(encoding)
    case .brokenUTF8: wholeChoice
    case .unicode: detector.plan.choice(for: run, runs.words(of: run), &table)
    }
  }

  /// Whether the case pass has work: letters were decoded from an encoding that has no capitals with a tone.
  private func repairsCase(
    _ encodings: [LegacyEncoding?], _ traits: WordTraits, hasCapitals: Bool
  ) -> Bool {
    guard runs.hasSplitWords || hasCapitals || traits.contains([.raisable, .capitals]) else {
      return false
    }
    return zip(runs.fontRuns, encodings).contains { run, encoding in
      (encoding?.lacksCapitals ?? false) && (run.isLegacyCandidate || detector.form != .unicode)
    }
  }

  /// Keeps what has to be reported of the encodings, and forgets the fonts of text that is decoded: the text is
  /// Unicode from here on, and normalising it again changes nothing.
  private mutating func note(_ encodings: [LegacyEncoding?], _ paragraph: inout SourceParagraph) {
    for (run, encoding) in zip(runs.fontRuns, encodings) {
      if detector.form != .unicode {
        if let encoding { doubts.meet(encoding, at: paragraph.location) }
        continue
      }
      if let encoding, run.isLegacyCandidate {
        doubts.meet(encoding, at: paragraph.location)
        doubts.note(run.hint, encoding, at: paragraph.location)
      } else if run.isLegacyCandidate, detector.plan.mayBeLegacy(runs.words(of: run), table) {
        doubts.undecided.add(1, at: paragraph.location)
      }
      guard encoding != nil else { continue }
      for index in run.runs where hasText(index, paragraph) { paragraph.runs[index].font = nil }
    }
  }

  private func hasText(_ run: Int, _ paragraph: SourceParagraph) -> Bool {
    paragraph.runs[run].end > (run > 0 ? paragraph.runs[run - 1].end : 0)
  }

  // MARK: Fonts

  /// The runs whose font draws small letters as capitals, where they are decoded.
  private func capitalRuns(
    _ paragraph: SourceParagraph, _ encodings: [LegacyEncoding?]
  ) -> [Int] {
    guard runs.fontRuns.contains(where: \.hasCapitals) else { return [] }
    return zip(runs.fontRuns, encodings).flatMap { run, encoding in
      guard run.hasCapitals, encoding != nil else { return [Int]() }
      return run.runs.filter { number in
        let font = paragraph.runs[number].font
        let hint = font.flatMap { detector.fonts.indices.contains($0) ? detector.fonts[$0] : nil }
        return hint?.isCapital ?? false
      }
    }
  }

  /// The symbol font of every run, `nil` for other fonts; none where the paragraph has no symbol font.
  private func symbolRuns(_ paragraph: SourceParagraph) -> [SymbolFont?] {
    func symbolFont(_ run: TextRun) -> SymbolFont? {
      run.font.flatMap {
        detector.symbolFonts.indices.contains($0) ? detector.symbolFonts[$0] : nil
      }
    }
    guard paragraph.runs.contains(where: { symbolFont($0) != nil }) else { return [] }
    return paragraph.runs.map(symbolFont)
  }

  /// The symbol font at a place of a text, in scalars.
  private func symbolFonts(
    _ fonts: [SymbolFont?], in text: Rewriting
  ) -> (Int) -> SymbolFont? {
    let ends = text.places.prefix(fonts.count)
    return { place in
      // The first run that ends behind the place.
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if ends[middle] > place { high = middle } else { low = middle + 1 }
      }
      return low < fonts.count ? fonts[low] : nil
    }
  }

  /// What people should know, one diagnostic a kind.
  var diagnostics: [Diagnostic] { doubts.diagnostics + unicode.remarks.diagnostics }
}
