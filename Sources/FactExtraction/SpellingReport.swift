internal import ProgrammeModel
internal import VietnameseText

/// Words whose tone stands where none can, each once: reported, never changed.
struct SpellingReport: Sendable {
  /// What was found, with the first place of every word.
  private(set) var diagnostics: [Diagnostic] = []

  private var seen: Set<String> = []

  /// How many words are reported of a document at most.
  private static let most = 100

  /// Looks at the words of a text.
  mutating func read(_ text: TokenisedText, at location: Location) {
    guard diagnostics.count < SpellingReport.most else { return }
    let tokens = text.tokens
    for index in tokens.indices where tokens[index].hasAccent && tokens[index].kind == .word {
      let word = Int(tokens[index].start)..<Int(tokens[index].end)
      guard diagnostics.count < SpellingReport.most,
        TonePlacement.misplaced(in: text.folded, word) != nil
      else { continue }
      let written = text.folded.slice(text.string, word)
      guard let corrected = TonePlacement.corrected(written), seen.insert(written).inserted else {
        continue
      }
      diagnostics.append(Diagnostic(.misplacedTone, written, corrected, at: location))
    }
  }
}
