internal import ProgrammeModel
internal import VietnameseText

/// What a first look at a document finds: which paragraphs need work, and in which encodings they are.
struct Survey {
  /// How the bytes of a text file are taken.
  enum Form: Hashable {
    /// As Unicode; legacy text is looked for paragraph by paragraph.
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

  /// What fonts say, by index.
  let fonts: [LegacyFont?]

  /// What symbol fonts there are, by index.
  let symbolFonts: [SymbolFont?]

  /// Whether there are any.
  let hasSymbolFonts: Bool

  /// The choices by font.
  private(set) var plan: EncodingPlan

  /// Whether the document was read as Windows-1258 and is Windows-1252.
  private(set) var isMisreadAs1258 = false

  /// The encoding of the text file as far as it is known.
  private(set) var encoding: TextEncoding?

  private var doubtful: [Bool] = []
  private var hasDoubts = false
  private let override: TextEncoding?

  /// Looks at every paragraph once.
  init(_ document: SourceDocument, encoding override: TextEncoding?) {
    self.override = override
    encoding = document.encoding
    fonts = document.fonts.map { LegacyFont(named: $0) }
    symbolFonts = document.fonts.map { SymbolFont(named: $0) }
    hasSymbolFonts = symbolFonts.contains { $0 != nil }
    plan = EncodingPlan(fontCount: fonts.count)
    let isBytes = document.encoding == .bytes
    var hints = fonts.map { $0 != nil }
    for index in hints.indices where symbolFonts[index] != nil { hints[index] = true }
    let hasHints = hints.contains(true)
    var flags: [Bool] = []
    var hasDoubts = isBytes
    var isASCII = document.format == .txt
    document.forEachParagraph { paragraph in
      let isClean = paragraph.text.isClean
      var isDoubtful = !isClean || paragraph.label.map { !$0.text.isClean } ?? false
      if isASCII, !isClean || paragraph.text.utf8.contains(where: { $0 >= 0x80 }) {
        isASCII = false
      }
      if hasHints, !isDoubtful {
        isDoubtful = paragraph.runs.contains { run in
          run.font.map { hints.indices.contains($0) && hints[$0] } ?? false
        }
      }
      hasDoubts = hasDoubts || isDoubtful
      flags.append(isDoubtful)
    }
    if isASCII, Survey.isVIQR(document, override) {
      form = .legacy(.viqr)
      self.encoding = .legacy(LegacyEncoding.viqr.rawValue)
      hasDoubts = true
    }
    doubtful = flags
    self.hasDoubts = hasDoubts
  }

  /// Whether any paragraph needs work.
  var needsWork: Bool { hasDoubts }

  /// Whether a paragraph needs work.
  func isDoubtful(_ paragraph: Int) -> Bool {
    form != .unicode || isMisreadAs1258
      || doubtful.indices.contains(paragraph) && doubtful[paragraph]
  }

  /// Gathers evidence and decides on the encodings.
  mutating func decide(_ document: SourceDocument, _ groups: inout WordGroups) {
    guard form == .unicode else { return }
    if document.encoding == .bytes { return decideBytes(document) }
    let doubtful = doubtful
    var plan = plan
    var index = 0
    var repairs = 0
    document.forEachParagraph { paragraph in
      defer { index += 1 }
      guard doubtful[index] else { return }
      let isCut = groups.cut(paragraph, fonts)
      if isCut {
        groups.keep(index)
        for index in 0..<groups.groups.count where groups.groups[index].isLegacyCandidate {
          plan.add(groups.groups[index], &groups)
        }
      } else {
        for group in FontGroup.groups(of: paragraph, fonts) where group.isLegacyCandidate {
          plan.add(group.text, in: 0..<group.text.scalars.count, font: group.font)
        }
      }
      guard repairs < 3 else { return }
      if isCut {
        if groups.traits.contains(.doubtful) { repairs += groups.misreadings() }
      } else if paragraph.text.traits.contains(.doubtful) {
        repairs += Windows1258Pass.repairs(in: paragraph.text)
      }
    }
    plan.decide()
    self.plan = plan
    isMisreadAs1258 = repairs >= 3
  }

  // MARK: Bytes

  /// Decides on the encoding of a file of bytes, over the whole of it.
  private mutating func decideBytes(_ document: SourceDocument) {
    if case .legacy(let name)? = override, let chosen = LegacyEncoding(named: name) {
      form = .legacy(chosen)
      encoding = .legacy(chosen.rawValue)
      return
    }
    var plan = EncodingPlan(fontCount: 0, leastRareWords: 2)
    var sequences = 0
    var strays = 0
    document.forEachParagraph { paragraph in
      guard plan.wantsMore else { return }
      // A line without end is judged by its beginning.
      let text = LegacyText(paragraph.text.unicodeScalars.prefix(1 << 16).map(\.value))
      let utf8 = UTF8Pass(text)
      sequences += utf8.sequences
      strays += utf8.strays
      plan.add(text, in: 0..<text.scalars.count, font: nil)
    }
    plan.decide()
    self.plan = plan
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
      guard evidence.words < 3000 else { return }
      evidence.add(
        EncodingEvidence(
          of: LegacyText(paragraph.text.unicodeScalars.prefix(1 << 16).map(\.value)), as: .viqr))
    }
    return evidence.score >= EncodingPlan.leastScore && evidence.valid >= 3
  }
}
