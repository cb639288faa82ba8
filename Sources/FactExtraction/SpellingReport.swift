internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Words whose tone stands where none can, each once: reported, never changed.
struct SpellingReport: Sendable {
  /// What was found, with the first place of every word.
  private(set) var diagnostics: [Diagnostic] = []

  private var seen: Set<String> = []

  /// The keys of words whose tone stands where it can, each in the slot that `slot(of:)` gives it: a text has
  /// few words that come again and again.
  private var right = [UInt64](repeating: 0, count: 1 << SpellingReport.slotBits)

  private static let slotBits = 12

  /// How many words are reported of a document at most.
  private static let most = 100

  /// Looks at the words of a text, or of a cell that starts at a byte of the text that `spans` speak of.
  mutating func read(
    _ text: TokenisedText, at location: Location, _ spans: SourceSpans, from start: Int = 0
  ) {
    guard diagnostics.count < SpellingReport.most else { return }
    let tokens = text.tokens
    for index in tokens.indices where tokens[index].hasAccent && tokens[index].kind == .word {
      let key = tokens[index].key
      let slot = SpellingReport.slot(of: key)
      guard right[slot] != key else { continue }
      let word = Int(tokens[index].start)..<Int(tokens[index].end)
      guard TonePlacement.misplaced(in: text.folded, word) != nil else {
        right[slot] = key
        continue
      }
      guard diagnostics.count < SpellingReport.most else { return }
      let written = text.folded.slice(text.string, word)
      guard let corrected = TonePlacement.corrected(written), seen.insert(written).inserted else {
        continue
      }
      let bytes = text.folded.bytes(word)
      let span = spans.slice(start + bytes.lowerBound..<start + bytes.upperBound).first
      diagnostics.append(Diagnostic(.misplacedTone, written, corrected, at: location, in: span))
    }
  }

  private static func slot(of key: UInt64) -> Int {
    // Fibonacci hashing, as in `Lexicon`.
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - slotBits))
  }
}
