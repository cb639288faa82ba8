internal import ProgrammeModel
internal import VietnameseText

/// Detects which paragraphs of a document need work, and in which encodings they are.
struct EncodingDetector {
  /// How the bytes of a text file are taken.
  enum Form: Hashable {
    /// As Unicode; legacy text is detected paragraph by paragraph.
    case unicode
    /// As bytes of one encoding.
    case legacy(LegacyEncoding)
    /// As bytes of UTF-8, some of which are broken.
    case brokenUTF8
    /// As bytes of Windows-1252: no Vietnamese was found.
    case windows1252
  }

  /// How the text stands in the document.
  private(set) var form = Form.unicode

  /// Whether paragraphs of a file of bytes are judged one by one: its words are not all of one encoding.
  private(set) var isMixed = false

  /// What the names of the fonts suggest, by index.
  let fonts: [LegacyFont?]

  /// The symbol fonts, by index.
  let symbolFonts: [SymbolFont?]

  /// The choices by font.
  private(set) var plan: EncodingPlan

  /// Whether the document was read as Windows-1258 and is Windows-1252.
  private(set) var isMisreadAs1258 = false

  /// The encoding of the text file as far as it is known.
  private(set) var encoding: TextEncoding?

  /// Which paragraphs may need work.
  private var doubtful: [Bool] = []

  /// What tells full stops from tones, of a text in VIQR.
  private(set) var stops: VIQRStops?

  /// The font runs of paragraphs that were cut, by the number of the paragraph.
  private var fontRuns: [FontRuns?] = []
  /// How many words they have.
  private var keptWords = 0

  private let override: TextEncoding?

  /// How many scalars of a line are examined: a line without end is judged by its beginning.
  private static let mostScalars = 1 << 16

  /// How many words of a document are kept cut; longer documents are cut again when they are normalised.
  private static let mostKeptWords = 1 << 16

  /// How many words of Windows-1252 that was read as Windows-1258 tell that the document was.
  private static let enoughRepairs = 3

  /// Examines every paragraph once and decides on the encodings.
  init(_ document: SourceDocument, encoding override: TextEncoding?, _ table: inout WordTable) {
    self.override = override
    encoding = document.encoding
    fonts = document.fonts.map { LegacyFont(named: $0) }
    symbolFonts = document.fonts.map { SymbolFont(named: $0) }
    plan = EncodingPlan(fontCount: fonts.count)
    let hints = zip(fonts, symbolFonts).map { $0 != nil || $1 != nil }
    let hasHints = hints.contains(true)
    var holdsUnicodeLetters = false
    var isASCII = document.format == .txt
    var repairs = 0
    document.forEachParagraph { paragraph in
      let traits = paragraph.text.traits
      if traits.contains(.unicodeLetters) { holdsUnicodeLetters = true }
      var isDoubtful = !traits.isClean || paragraph.label.map { !$0.text.isClean } ?? false
      if isASCII, !traits.isClean || paragraph.text.utf8.contains(where: { $0 >= 0x80 }) {
        isASCII = false
      }
      if hasHints, !isDoubtful {
        isDoubtful = paragraph.runs.contains { run in
          run.font.map { hints.indices.contains($0) && hints[$0] } ?? false
        }
      }
      doubtful.append(isDoubtful)
      fontRuns.append(nil)
      if isDoubtful, encoding != .bytes { examine(paragraph, &table, &repairs) }
    }
    plan.isAmongUnicode = holdsUnicodeLetters
    if isASCII, EncodingDetector.isVIQR(document, override) {
      form = .legacy(.viqr)
      self.encoding = .legacy(LegacyEncoding.viqr.rawValue)
      stops = VIQRStops(document)
    } else if encoding == .bytes {
      decideBytes(document, &table)
    } else {
      plan.decide(fonts, &table)
      isMisreadAs1258 = repairs >= EncodingDetector.enoughRepairs
    }
  }

  /// Cuts the last paragraph into words and gathers the evidence of its fonts; counts words of Windows-1252
  /// that was read as Windows-1258.
  private mutating func examine(
    _ paragraph: SourceParagraph, _ table: inout WordTable, _ repairs: inout Int
  ) {
    if table.isFull {
      plan.settle(&table)
      table = WordTable()
      forgetFontRuns()
    }
    var runs = FontRuns()
    runs.cut(paragraph.text, paragraph.runs, fonts, &table)
    for run in runs.fontRuns where run.isLegacyCandidate {
      plan.add(runs.words(of: run), font: run.font, table)
    }
    if repairs < EncodingDetector.enoughRepairs, runs.traits.contains([.doubtful, .misread]) {
      repairs += table.repairs(among: runs.words)
    }
    keptWords += runs.words.count
    if keptWords <= EncodingDetector.mostKeptWords { fontRuns[fontRuns.count - 1] = runs }
  }

  /// Whether any paragraph needs work.
  var needsWork: Bool { form != .unicode || encoding == .bytes || doubtful.contains(true) }

  /// Whether a paragraph needs work.
  func isDoubtful(_ paragraph: Int) -> Bool {
    form != .unicode || isMisreadAs1258
      || doubtful.indices.contains(paragraph) && doubtful[paragraph]
  }

  /// The font runs of a paragraph where they are known; they are given away.
  mutating func takeFontRuns(of paragraph: Int) -> FontRuns? {
    guard fontRuns.indices.contains(paragraph) else { return nil }
    return fontRuns[paragraph].take()
  }

  /// Forgets the font runs, whose words mean others from now on.
  mutating func forgetFontRuns() {
    for paragraph in fontRuns.indices { fontRuns[paragraph] = nil }
  }

  // MARK: Bytes

  /// Decides on the encoding of a file of bytes, over the whole of it.
  private mutating func decideBytes(_ document: SourceDocument, _ table: inout WordTable) {
    if case .legacy(let name)? = override, let chosen = LegacyEncoding(named: name) {
      form = .legacy(chosen)
      encoding = .legacy(chosen.rawValue)
      if chosen == .viqr { stops = VIQRStops(document) }
      return
    }
    plan = EncodingPlan(fontCount: 0, leastRareWords: 2)
    var runs = FontRuns()
    var sequences = 0
    var strays = 0
    document.forEachParagraph { paragraph in
      guard plan.wantsMore else { return }
      let text = String(paragraph.text.unicodeScalars.prefix(EncodingDetector.mostScalars))
      let utf8 = UTF8Pass(LegacyText(text))
      sequences += utf8.sequences
      strays += utf8.strays
      if table.isFull {
        plan.settle(&table)
        table = WordTable()
      }
      runs.cut(text, [], [], &table)
      plan.add(runs.words[...], font: nil, table)
    }
    plan.decide([], &table)
    isMixed = plan.isMixed
    if override == .utf8 || sequences > strays {
      form = .brokenUTF8
      encoding = .utf8
    } else if let chosen = plan.choice(font: nil, named: nil).encoding {
      form = .legacy(chosen)
      encoding = .legacy(chosen.rawValue)
    } else {
      form = .windows1252
      encoding = .legacy(Rule.windows1252.name)
    }
  }

  /// Whether a text file in ASCII is VIQR.
  private static func isVIQR(_ document: SourceDocument, _ override: TextEncoding?) -> Bool {
    if case .legacy(let name)? = override { return LegacyEncoding(named: name) == .viqr }
    guard override == nil else { return false }
    var evidence = EncodingEvidence()
    document.forEachParagraph { paragraph in
      guard evidence.words < EncodingPlan.enoughWords else { return }
      let text = String(paragraph.text.unicodeScalars.prefix(mostScalars))
      evidence.add(EncodingEvidence(of: LegacyText(text), as: .viqr))
    }
    return evidence.score >= EncodingPlan.leastScore && evidence.valid >= 3
  }
}
