internal import ProgrammeModel
internal import VietnameseText

extension ParagraphWork {
  /// What was made of a paragraph word by word.
  struct Draft: ~Copyable {
    /// The new text.
    var text = PlainBuffer<UInt8>(capacity: 1 << 12)
    /// The words that were changed.
    var changes = PlainBuffer<Change>()
    /// Letters that an encoding does not have.
    var strangers = 0
    /// What the new text is made of.
    var traits: KnownWords.Traits = []

    /// A word that was changed.
    struct Change: BitwiseCopyable {
      /// Where it starts and ends in the paragraph, in bytes.
      var start: Int
      var end: Int
      /// Where it starts and ends in the new text.
      var newStart: Int
      var newEnd: Int
      /// What it is read as.
      var reading: Int
      /// The reading as capitals, where its font draws them.
      var raised: Int?
    }

    mutating func removeAll() {
      text.removeAll()
      changes.removeAll()
      strangers = 0
      traits = []
    }
  }

  /// How far a paragraph comes word by word.
  enum Progress {
    /// There is nothing else to do.
    case done
    /// Its letters are decoded, and there is more to do: letters to be drawn as capitals, marks to be
    /// joined.
    case decoded
    /// Not at all.
    case none
  }

  /// Normalises a paragraph of known words by decoding them.
  mutating func normaliseWords(_ paragraph: inout SourceParagraph, _ number: Int) -> Progress {
    guard !survey.isMisreadAs1258, survey.form != .brokenUTF8, !survey.isMixed,
      !hasSymbols(paragraph), groups.takeKept(number) || groups.cut(paragraph, survey.fonts)
    else { return .none }
    if survey.form == .unicode, groups.groups.count == 1, groups.groups[0].hint == nil,
      groups.groups[0].isLegacyCandidate, groups.groups[0].traits.contains(.utf8)
    {
      return .none
    }
    encodings.removeAll(keepingCapacity: true)
    for index in 0..<groups.groups.count {
      let group = groups.groups[index]
      switch survey.form {
      case .legacy(let encoding): encodings.append(encoding)
      case .unicode: encodings.append(survey.plan.choice(for: group, in: &groups).encoding)
      default: encodings.append(nil)
      }
      if group.hasCapitals, !group.isInCapitals, encodings[index] != nil,
        !groups.noteCapitals(of: group, in: paragraph, survey.fonts)
      {
        return .none
      }
    }
    noteChoices(&paragraph)
    draft.removeAll()
    guard encodings.contains(where: { $0 != nil }) else {
      draft.traits = groups.traits
      return draft.traits.contains(.doubtful) ? .decoded : .done
    }
    write(paragraph)
    legacy.add(strangers: draft.strangers)
    if draft.traits.contains(.doubtful) || repairsCase && hasWorkInCase { return .decoded }
    take(&paragraph, number)
    return .done
  }

  /// Whether letters were decoded from an encoding that has no capitals with a tone.
  var repairsCase: Bool {
    for (index, encoding) in encodings.enumerated() {
      if encoding?.lacksCapitals ?? false,
        groups.groups[index].isLegacyCandidate || survey.form != .unicode
      {
        return true
      }
    }
    return false
  }

  private var hasWorkInCase: Bool {
    // Most paragraphs are told by their words.
    guard groups.hasSplitWords || draft.traits.contains([.raisable, .capitals]) else {
      return false
    }
    return unsafe CasePass.hasWork(in: draft.text.values(0..<draft.text.count))
  }

  private func hasSymbols(_ paragraph: SourceParagraph) -> Bool {
    guard survey.hasSymbolFonts else { return false }
    return paragraph.runs.contains { run in
      run.font.map { survey.symbolFonts.indices.contains($0) && survey.symbolFonts[$0] != nil }
        ?? false
    }
  }

  /// Decodes the words of the paragraph into the draft.
  private mutating func write(_ paragraph: SourceParagraph) {
    _ = unsafe paragraph.text.utf8.withContiguousStorageIfAvailable { source in
      var copied = 0
      for (number, encoding) in encodings.enumerated() {
        let group = groups.groups[number]
        guard let encoding else {
          draft.traits.formUnion(group.traits)
          continue
        }
        for index in group.words {
          let word = groups.words[index]
          let reading = groups.known.reading(of: Int(word.number), as: encoding)
          let isRaised = group.isInCapitals || group.hasCapitals && groups.capitals[index]
          let raised = isRaised ? groups.known.raised(reading) : nil
          let made = groups.known.readings[raised ?? reading]
          draft.strangers += Int(groups.known.readings[reading].strangers)
          draft.traits.formUnion(made.traits)
          // A word that stays is copied with the blanks around it.
          guard made.isChanged || groups.known.readings[reading].isChanged else { continue }
          unsafe draft.text.append(few: copied..<word.start, of: source)
          let start = draft.text.count
          unsafe draft.text.append(few: made.start..<made.end, of: groups.known.decodedBytes)
          draft.changes.append(
            Draft.Change(
              start: word.start, end: word.end, newStart: start, newEnd: draft.text.count,
              reading: reading, raised: raised))
          copied = word.end
        }
      }
      unsafe draft.text.append(UnsafeBufferPointer(rebasing: source[copied...]))
    }
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
      if encoding != nil { forgetFonts(of: group, in: &paragraph.runs) }
    }
  }

  /// The text is Unicode from here on, whatever the font: normalising it again changes nothing.
  private func forgetFonts(of group: WordGroups.Group, in runs: inout [TextRun]) {
    var start = group.start
    var run = group.firstRun
    while start < group.end, run < runs.count {
      // Runs without text keep their fonts.
      let end = run == runs.count - 1 ? group.end : runs[run].end
      if end > start {
        runs[run].font = nil
        start = end
      }
      run += 1
    }
  }

  // MARK: Taking the draft over

  /// Puts the draft in the place of the paragraph's text.
  private mutating func take(_ paragraph: inout SourceParagraph, _ number: Int) {
    guard draft.changes.count > 0 else { return }
    record(paragraph, number)
    var mover = PlaceMover(paragraph.text)
    moveEnds(of: &paragraph.runs, &mover)
    if !paragraph.notes.isEmpty {
      mover.startAgain()
      movePlaces(of: &paragraph.notes, &mover)
    }
    paragraph.text = unsafe String(wellFormed: draft.text.values(0..<draft.text.count))
  }

  // Lists are handed over as a whole: to reach an element through its paragraph is to ask each time who
  // else holds the paragraph.

  private func moveEnds(of runs: inout [TextRun], _ mover: inout PlaceMover) {
    for index in runs.indices { runs[index].end = moved(runs[index].end, &mover) }
  }

  private func movePlaces(of notes: inout [NoteReference], _ mover: inout PlaceMover) {
    for index in notes.indices { notes[index].offset = moved(notes[index].offset, &mover) }
  }

  /// Records the changes of the draft.
  private mutating func record(_ paragraph: SourceParagraph, _ number: Int) {
    changes.begin(paragraph, number: number)
    beginSubstitutions()
    for index in 0..<draft.changes.count {
      let change = draft.changes[index]
      if groups.known.readings[change.reading].isChanged {
        made.append(.init(substitution(of: change.reading), at: change.newStart))
      }
      if let raised = change.raised, groups.known.readings[raised].isChanged {
        made.append(.init(substitution(of: raised), at: change.newStart))
      }
    }
    unsafe changes.append(made.values(0..<made.count))
  }

  /// Makes room for the changes of a paragraph, and for the numbers of all readings.
  mutating func beginSubstitutions() {
    made.removeAll()
    let known = groups.known.readings.count
    if substitutions.count < known { substitutions.append(-1, count: known - substitutions.count) }
  }

  /// The number of a reading among the substitutions of the document.
  @inline(__always)
  mutating func substitution(of reading: Int) -> Int {
    if substitutions[reading] < 0 {
      substitutions[reading] = Int32(truncatingIfNeeded: newSubstitution(of: reading))
    }
    return Int(substitutions[reading])
  }

  private mutating func newSubstitution(of reading: Int) -> Int {
    unsafe changes.add(
      rule: groups.known.rule(of: reading).name,
      before: String(wellFormed: groups.known.before(reading)),
      after: String(wellFormed: groups.known.after(reading)),
      growth: Int(groups.known.readings[reading].growth))
  }

  /// Goes through the places of a paragraph that move with its words; places rise.
  struct PlaceMover {
    private let text: String
    /// The place that was asked for last.
    private(set) var reached = 0
    /// The first change that ends behind it.
    var change = 0

    init(_ text: String) { self.text = text }

    mutating func startAgain() {
      reached = 0
      change = 0
    }

    /// Goes to where the scalar starts that a place is in or before.
    mutating func go(to place: Int) {
      let place = max(place, reached)
      reached =
        unsafe text.utf8.withContiguousStorageIfAvailable {
          unsafe WordGroups.scalarStart($0, from: place)
        } ?? place
    }
  }

  /// Where a place of the paragraph is in the draft.
  func moved(_ place: Int, _ mover: inout PlaceMover) -> Int {
    mover.go(to: place)
    let place = mover.reached
    while mover.change < draft.changes.count, draft.changes[mover.change].end <= place {
      mover.change += 1
    }
    if mover.change < draft.changes.count, draft.changes[mover.change].start <= place {
      let change = draft.changes[mover.change]
      let inside = place - change.start
      let reading = groups.known.readings[change.reading]
      return change.newStart
        + (reading.isChanged ? Int(groups.known.places[reading.places + inside]) : inside)
    }
    guard mover.change > 0 else { return place }
    let before = draft.changes[mover.change - 1]
    return place - before.end + before.newEnd
  }
}
