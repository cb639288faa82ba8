internal import ProgrammeModel
internal import VietnameseText

/// The encodings of a document by font, so that a short line need not be judged by itself.
///
/// Evidence is gathered by font: a font that sets TCVN3 in one paragraph sets it in the next.
struct EncodingPlan {
  /// What a stretch of text is taken for.
  enum Choice: Hashable {
    /// Text in Unicode, left as it is.
    case unicode
    /// Text in a legacy encoding.
    case legacy(LegacyEncoding)

    /// The encoding, or `nil` for Unicode.
    var encoding: LegacyEncoding? {
      if case .legacy(let encoding) = self { encoding } else { nil }
    }
  }

  /// The least score of an encoding that is chosen, and its least lead over the next one.
  ///
  /// Tried on 47 documents of 1998 to 2009 and on re-encoded windows of 20 to 200 letters.
  static let leastScore = 0.30
  static let leastLead = 0.10

  /// The encodings that are tried on text of unknown origin, in the order of their frequency.
  static let candidates: [LegacyEncoding] = [
    .tcvn3, .vni, .vps, .viscii, .windows1258, .vietwareX, .bkhcm2, .vietwareF, .bkhcm1, .vn1,
  ]

  /// The words of a font after which more evidence changes nothing.
  static let enoughWords: Int32 = 3000

  /// What is known of the text in a font.
  private struct Text {
    /// The words that were added since evidence was gathered last, by their numbers.
    var words: [Int] = []
    /// How many words of letters were added.
    var count: Int32 = 0
    /// The evidence for Unicode and for every candidate.
    var evidence = [EncodingEvidence](
      repeating: EncodingEvidence(), count: EncodingPlan.candidates.count + 1)
    /// How many words hold what no word in Unicode has.
    var mangled = 0
  }

  /// The text of every font, the last without a font.
  private var texts: [Text]

  /// Whether other paragraphs of the document hold letters that no legacy text has: what may be either, such as a
  /// name of the Highlands (`Yô`), is then taken for Unicode.
  var isAmongUnicode = false

  /// The choice for every font, the last for text without a font.
  private(set) var choices: [Choice]

  /// The fewest words that must be valid before an encoding other than TCVN3 or VNI is chosen.
  private let leastRareWords: Int

  /// Starts for a document with so many fonts.
  init(fontCount: Int, leastRareWords: Int = 12) {
    self.leastRareWords = leastRareWords
    texts = Array(repeating: Text(), count: fontCount + 1)
    choices = Array(repeating: .unicode, count: fontCount + 1)
  }

  /// The slot of a font.
  private func slot(_ font: Int?) -> Int {
    guard let font, font >= 0, font < texts.count - 1 else { return texts.count - 1 }
    return font
  }

  /// Adds words in a font.
  mutating func add(_ words: ArraySlice<FontRuns.Word>, font: Int?, _ table: WordTable) {
    let slot = slot(font)
    guard texts[slot].count < EncodingPlan.enoughWords else { return }
    for word in words {
      texts[slot].words.append(word.number)
      texts[slot].count += table.words[word.number].unicode.words
    }
  }

  /// Gathers the evidence of the words that were added; numbers of words may mean others from then on.
  ///
  /// Every word is examined once a font, and counts as often as it was added.
  mutating func settle(_ table: inout WordTable) {
    var counts = [Int32](repeating: 0, count: table.words.count)
    for slot in texts.indices {
      for word in texts[slot].words { counts[word] += 1 }
      for word in texts[slot].words where counts[word] > 0 {
        table.add(word, times: counts[word], to: &texts[slot].evidence)
        if table.words[word].traits.contains(.mangled) { texts[slot].mangled += Int(counts[word]) }
        counts[word] = 0
      }
      texts[slot].words.removeAll()
    }
  }

  /// Decides for every font, when all text was added; `hints` are what the names of the fonts suggest.
  mutating func decide(_ hints: [LegacyFont?], _ table: inout WordTable) {
    settle(&table)
    for slot in texts.indices {
      let choice = EncodingPlan.best(texts[slot].evidence, leastRareWords: leastRareWords)
      let isHinted = hints.indices.contains(slot) && hints[slot] != nil
      let isProven = !isAmongUnicode || isHinted || isProven(choice, in: slot)
      choices[slot] = isProven ? choice : .unicode
    }
  }

  /// Whether the words of a font leave no doubt of an encoding in a document that holds Unicode.
  private func isProven(_ choice: Choice, in slot: Int) -> Bool {
    guard let encoding = choice.encoding,
      let index = EncodingPlan.candidates.firstIndex(of: encoding)
    else { return true }
    let gain = texts[slot].evidence[index + 1].valid - texts[slot].evidence[0].valid
    return texts[slot].mangled >= 3 || gain >= EncodingPlan.leastGain
  }

  /// How many words more must be Vietnamese in an encoding than as they stand, in a document that holds Unicode.
  private static let leastGain: Int32 = 12

  /// The choice for a font; for a font with no evidence of its own that of its name.
  func choice(font: Int?, named hint: LegacyFont?) -> Choice {
    let slot = slot(font)
    if choices[slot] == .unicode, let encoding = hint?.encoding, !hasEvidence(slot) {
      return .legacy(encoding)
    }
    return choices[slot]
  }

  private func hasEvidence(_ slot: Int) -> Bool { texts[slot].count > 20 }

  /// Whether text without a font could still change the choice.
  var wantsMore: Bool { (texts.last?.count ?? 0) < EncodingPlan.enoughWords }

  /// Whether more than a twentieth of the accented words of text without a font is no Vietnamese in the
  /// encoding that was chosen for it.
  var isMixed: Bool {
    guard let evidence = texts.last?.evidence, let encoding = choices.last?.encoding,
      let index = EncodingPlan.candidates.firstIndex(of: encoding)
    else { return true }
    return evidence[index + 1].invalid * 20 > evidence[index + 1].valid
  }

  /// Whether any font sets legacy text.
  var hasLegacy: Bool { choices.contains { $0 != .unicode } }

  private static func best(_ evidence: [EncodingEvidence], leastRareWords: Int) -> Choice {
    let raw = evidence[0].score
    var best: (score: Double, encoding: LegacyEncoding)?
    for (index, encoding) in candidates.enumerated() {
      let score = evidence[index + 1].score
      // A few signs such as ½ ² ± are letters of one rare encoding or another.
      if encoding != .tcvn3, encoding != .vni, evidence[index + 1].valid < leastRareWords {
        continue
      }
      // VN1 holds all of TCVN3: it must be better, not as good.
      if score > (best?.score ?? -1) + 0.005 { best = (score, encoding) }
    }
    // In the long run a document has words without accents, so that no score comes near 1; numbers and
    // names count as well. What is no Vietnamese in any reading scores below zero.
    guard let best, best.score >= 0.10, best.score >= raw + leastLead else { return .unicode }
    return .legacy(best.encoding)
  }

  /// The encodings of the fonts, each once.
  var legacyEncodings: [LegacyEncoding] {
    choices.reduce(into: []) { found, choice in
      if let encoding = choice.encoding, !found.contains(encoding) { found.append(encoding) }
    }
  }

  /// Whether text that was left as it is would be better Vietnamese in TCVN3 or VNI; names among Unicode are in no
  /// doubt.
  func mayBeLegacy(_ words: ArraySlice<FontRuns.Word>, _ table: WordTable) -> Bool {
    let (raw, tcvn3, vni) = table.usualEvidence(of: words)
    guard raw.invalid > 0 else { return false }
    if isAmongUnicode, table.mangled(among: words) == 0 {
      return raw.valid == 0 && vni.valid > 1 && vni.invalid == 0
    }
    return [tcvn3, vni].contains { $0.valid > raw.valid && $0.invalid == 0 }
  }

  /// What a font run is taken for.
  func choice(
    for run: FontRuns.FontRun, _ words: ArraySlice<FontRuns.Word>, _ table: inout WordTable
  ) -> Choice {
    let hasUnicodeLetters = run.traits.contains(.unicodeLetters)
    guard run.isLegacyCandidate else {
      return run.hint == nil || hasUnicodeLetters
        ? .unicode : choice(font: run.font, named: run.hint)
    }
    let found = choice(for: words, font: run.font, named: run.hint, &table)
    guard hasUnicodeLetters, let encoding = found.encoding else { return found }
    // Among letters that can only be Unicode the rest has to be much better as legacy text.
    let raw = table.evidence(of: words, as: nil).score
    let decoded = table.evidence(of: words, as: encoding).score
    return decoded >= raw + EncodingPlan.leastLead ? found : .unicode
  }

  /// Whether words among Unicode can be legacy text at all.
  ///
  /// One that is Vietnamese as it stands speaks against it. What TCVN3 makes of letters shows in signs and capitals
  /// inside words; VNI, whose letters are those of names, must make Vietnamese of several words and leave none.
  private func isProven(
    _ evidence: (unicode: EncodingEvidence, tcvn3: EncodingEvidence, vni: EncodingEvidence),
    _ usual: Choice, _ mangled: Int
  ) -> Bool {
    if evidence.unicode.valid > 0 { return mangled > 1 && Int32(mangled) > evidence.unicode.valid }
    if mangled > 1 || usual != .unicode { return true }
    return mangled > 0 && evidence.tcvn3.valid >= 3
      || evidence.vni.valid >= 3 && evidence.vni.invalid == 0
  }

  /// What words are taken for: by their own evidence where that is clear, else as is usual for their font.
  func choice(
    for words: ArraySlice<FontRuns.Word>, font: Int?, named hint: LegacyFont?,
    _ table: inout WordTable
  ) -> Choice {
    let usual = choice(font: font, named: hint)
    let evidence = table.usualEvidence(of: words)
    let raw = evidence.unicode.score
    if isAmongUnicode, hint == nil, !isProven(evidence, usual, table.mangled(among: words)) {
      return .unicode
    }
    // In a document without legacy text one word that could be read otherwise proves nothing.
    let mustBeTwo = usual == .unicode && hint == nil && !hasLegacy
    // Unicode, TCVN3, VNI, what is usual for the font and what its name suggests, each once: the best score
    // and the second, the score of what is usual, and the best that is not Unicode.
    var best = (score: raw, choice: Choice.unicode)
    var second = -Double.infinity
    var own = usual == .unicode ? raw : -1
    var legacy: (score: Double, choice: Choice)?
    var count = 1
    for place in 0..<4 {
      let candidate: LegacyEncoding? =
        switch place {
        case 0: .tcvn3
        case 1: .vni
        case 2: usual.encoding
        default: hint?.encoding
        }
      guard let candidate, place < 2 || candidate != .tcvn3 && candidate != .vni,
        place < 3 || candidate != usual.encoding
      else { continue }
      let evidence =
        switch candidate {
        case .tcvn3: evidence.tcvn3
        case .vni: evidence.vni
        default: table.evidence(of: words, as: candidate)
        }
      if mustBeTwo, evidence.valid < 2 { continue }
      let score = evidence.score
      count += 1
      if .legacy(candidate) == usual { own = score }
      if score > legacy?.score ?? -.infinity { legacy = (score, .legacy(candidate)) }
      if score > best.score {
        second = best.score
        best = (score, .legacy(candidate))
      } else {
        second = max(second, score)
      }
    }
    guard count > 1 else { return .unicode }
    if best.score >= EncodingPlan.leastScore, best.score - second >= EncodingPlan.leastLead {
      return best.choice
    }
    guard usual != .unicode else { return .unicode }
    if own >= best.score - EncodingPlan.leastLead || best.score < EncodingPlan.leastScore {
      return usual
    }
    // `Soá` is a syllable as it stands, and `Số` in VNI: among legacy text it is VNI.
    if let legacy, legacy.score >= best.score - 0.01 { return legacy.choice }
    return best.choice
  }
}
