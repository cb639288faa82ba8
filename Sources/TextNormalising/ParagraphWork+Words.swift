internal import ProgrammeModel
internal import VietnameseText

extension ParagraphWork {
  /// What was made of a paragraph word by word.
  struct Draft {
    /// The new text.
    var text: [UInt8] = []
    /// For every byte of the paragraph its place in the new text, and the length at the end.
    var places: [Int] = []
    /// The words that were changed: what they are read as, and where they start in the new text.
    var changes: [(reading: Int, offset: Int)] = []
    /// Letters that an encoding does not have.
    var strangers = 0

    mutating func removeAll() {
      text.removeAll(keepingCapacity: true)
      places.removeAll(keepingCapacity: true)
      changes.removeAll(keepingCapacity: true)
      strangers = 0
    }
  }

  /// Normalises a paragraph of known words by decoding them, or returns `false` where there is more to
  /// do: letters to be drawn as capitals, marks to be joined.
  mutating func normaliseWords(_ paragraph: inout SourceParagraph, _ number: Int) -> Bool {
    guard !survey.isMisreadAs1258, survey.form != .brokenUTF8, !survey.isMixed,
      !hasSymbols(paragraph), groups.cut(paragraph, survey.fonts)
    else { return false }
    if survey.form == .unicode, groups.groups.count == 1, let group = groups.groups.first,
      group.hint == nil, group.isLegacyCandidate, group.traits.contains(.utf8)
    {
      return false
    }
    encodings.removeAll(keepingCapacity: true)
    for group in groups.groups {
      switch survey.form {
      case .legacy(let encoding): encodings.append(encoding)
      case .unicode: encodings.append(survey.plan.choice(for: group, in: &groups).encoding)
      default: encodings.append(nil)
      }
      if group.hasCapitals, !group.isInCapitals, encodings.last != .some(nil) { return false }
    }
    let isLegacy = encodings.contains { $0 != nil }
    guard isLegacy else {
      if paragraph.text.traits.contains(.doubtful) { return false }
      noteChoices(&paragraph)
      return true
    }
    write(paragraph)
    let traits = unsafe draft.text.withUnsafeBufferPointer { unsafe TextTraits($0) }
    if traits.contains(.doubtful) { return false }
    if repairsCase, CasePass.hasWork(in: draft.text) { return false }
    noteChoices(&paragraph)
    legacy.add(strangers: draft.strangers)
    take(&paragraph, number)
    return true
  }

  /// Whether letters were decoded from an encoding that has no capitals with a tone.
  private var repairsCase: Bool {
    zip(groups.groups, encodings).contains { group, encoding in
      encoding?.lacksCapitals ?? false && (group.isLegacyCandidate || survey.form != .unicode)
    }
  }

  private func hasSymbols(_ paragraph: SourceParagraph) -> Bool {
    guard survey.symbolFonts.contains(where: { $0 != nil }) else { return false }
    return paragraph.runs.contains { run in
      run.font.map { survey.symbolFonts.indices.contains($0) && survey.symbolFonts[$0] != nil }
        ?? false
    }
  }

  /// Decodes the words of the paragraph into the draft.
  private mutating func write(_ paragraph: SourceParagraph) {
    draft.removeAll()
    _ = unsafe paragraph.text.utf8.withContiguousStorageIfAvailable { source in
      for (group, encoding) in zip(groups.groups, encodings) {
        guard let encoding else {
          unsafe copy(source, upTo: group.end)
          continue
        }
        for index in group.words {
          let word = groups.words[index]
          let reading = groups.known.reading(of: word.number, as: encoding)
          draft.strangers += groups.known.readings[reading].strangers
          // A word that stays is copied with the blanks around it.
          let raised = group.isInCapitals ? groups.known.raised(reading) : nil
          if groups.known.readings[reading].isChanged
            || raised.map({ groups.known.readings[$0].isChanged }) ?? false
          {
            unsafe copy(source, upTo: word.start)
            write(reading, raised, of: word)
          }
        }
        unsafe copy(source, upTo: group.end)
      }
      draft.places.append(draft.text.count)
    }
  }

  /// Takes over the bytes up to a place of the source.
  private mutating func copy(_ source: UnsafeBufferPointer<UInt8>, upTo end: Int) {
    let start = draft.places.count
    guard end > start else { return }
    let shift = draft.text.count - start
    unsafe draft.text.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<end]))
    for place in start..<end { draft.places.append(place + shift) }
  }

  /// Writes a decoded word, as capitals where its font draws them.
  private mutating func write(_ reading: Int, _ raised: Int?, of word: WordGroups.Word) {
    let start = draft.text.count
    let made = raised ?? reading
    draft.text.append(contentsOf: groups.known.bytes[groups.known.readings[made].bytes])
    if groups.known.readings[reading].isChanged {
      let places = groups.known.readings[reading].places
      for place in places..<(places + word.end - word.start) {
        draft.places.append(start + Int(groups.known.places[place]))
      }
      draft.changes.append((reading, start))
    } else {
      for place in 0..<(word.end - word.start) { draft.places.append(start + place) }
    }
    if let raised, groups.known.readings[raised].isChanged { draft.changes.append((raised, start)) }
  }

  /// Keeps record of what the groups were taken for.
  private mutating func noteChoices(_ paragraph: inout SourceParagraph) {
    if case .legacy(let encoding) = survey.form { return meet(encoding) }
    guard survey.form == .unicode else { return }
    for (index, encoding) in encodings.enumerated() {
      let group = groups.groups[index]
      if let encoding, group.isLegacyCandidate {
        meet(encoding)
        note(group.hint, encoding)
      } else if group.isLegacyCandidate,
        EncodingPlan.mayBeLegacy({ groups.evidence(of: group, as: $0) })
      {
        undecided += 1
      }
      if encoding != nil { forgetFonts(of: group, in: &paragraph) }
    }
  }

  /// The text is Unicode from here on, whatever the font: normalising it again changes nothing.
  private func forgetFonts(of group: WordGroups.Group, in paragraph: inout SourceParagraph) {
    var start = group.start
    var run = group.firstRun
    while start < group.end, run < paragraph.runs.count {
      // Runs without text keep their fonts.
      let end = run == paragraph.runs.count - 1 ? group.end : paragraph.runs[run].end
      if end > start {
        paragraph.runs[run].font = nil
        start = end
      }
      run += 1
    }
  }

  /// Puts the draft in the place of the paragraph's text.
  private mutating func take(_ paragraph: inout SourceParagraph, _ number: Int) {
    guard !draft.changes.isEmpty else { return }
    record(paragraph, number)
    var reached = 0
    for index in paragraph.runs.indices {
      reached = place(paragraph.runs[index].end, from: reached, in: paragraph.text)
      paragraph.runs[index].end = draft.places[reached]
    }
    reached = 0
    for index in paragraph.notes.indices {
      reached = place(paragraph.notes[index].offset, from: reached, in: paragraph.text)
      paragraph.notes[index].offset = draft.places[reached]
    }
    paragraph.text = String(decoding: draft.text, as: UTF8.self)
  }

  /// Records the changes of the draft.
  private mutating func record(_ paragraph: SourceParagraph, _ number: Int) {
    changes.begin(paragraph, number: number)
    while substitutions.count < groups.known.readings.count { substitutions.append(-1) }
    for (reading, offset) in draft.changes {
      if substitutions[reading] < 0 {
        let made = groups.known.readings[reading]
        substitutions[reading] = Int32(
          truncatingIfNeeded: changes.substitution(
            rule: made.rule, before: made.before, after: made.after))
      }
      changes.append(Int(substitutions[reading]), at: offset)
    }
  }

  /// Where the scalar starts that a place of the text is in or before; places rise.
  private func place(_ place: Int, from reached: Int, in text: String) -> Int {
    let place = max(place, reached)
    return unsafe text.utf8.withContiguousStorageIfAvailable {
      unsafe WordGroups.scalarStart($0, from: place)
    } ?? place
  }
}
