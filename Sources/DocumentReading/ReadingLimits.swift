/// What hostile input may cost before reading stops with an error.
///
/// ```swift
/// var limits = ReadingLimits()
/// limits.totalBytes = 64 << 20  // a service with little memory
/// let reader = DocumentReader(limits: limits)
/// ```
///
/// Real documents never meet the defaults. Bytes are counted while they are inflated: the sizes that an
/// archive declares may lie.
public struct ReadingLimits: Hashable, Sendable {
  /// How many entries the archive of a Word document may have; ten thousand.
  public var entries = 10_000

  /// How many bytes one part, or a text, may have; 256 MiB.
  ///
  /// At most half a gibibyte, as a paragraph: lines of a part may be joined to one text.
  public var partBytes = 256 << 20 {
    didSet { partBytes = min(partBytes, ReadingLimits.mostTextBytes) }
  }

  /// How many bytes all parts together may inflate to; 512 MiB.
  public var totalBytes = 512 << 20

  /// How many times its compressed size a part may inflate to; 200.
  ///
  /// Text deflates to about a tenth, the emptiest tables to about a fiftieth.
  public var ratio = 200

  /// How many bytes a part may inflate to before its ratio counts; 4 MiB.
  public var ratioGrace = 4 << 20

  /// How deep the elements of a part and the groups of RTF may nest; 256, as in libxml2.
  ///
  /// Pages of HTML leave elements open: they may nest deeper where they have few end tags.
  public var elementDepth = 256

  /// How many bytes of text a paragraph may have, and what stands between two tags; two million, a thousand pages.
  ///
  /// At most half a gibibyte: a letter may become three bytes, and places in a text are counted in 32 bits.
  public var textBytes = 2_000_000 {
    didSet { textBytes = min(textBytes, ReadingLimits.mostTextBytes) }
  }

  /// A letter of a legacy encoding may become three bytes, which then can still be counted in 32 bits.
  private static let mostTextBytes = 1 << 29

  /// How many paragraphs a Word document may have; 250,000, five thousand pages.
  ///
  /// Every paragraph costs memory in all stages: a bomb of them inflates to gigabytes there.
  public var paragraphs = 250_000

  /// How many cells the tables of a document may have, with those of the grid that stay empty; a million.
  public var cells = 1_000_000

  /// How many styles and levels of lists a document may define; 200,000.
  ///
  /// A list counts as its nine levels.
  public var definitions = 200_000

  /// How deep tables, text boxes, alternatives of markup, simple fields and paragraphs may stand in one another; 24.
  ///
  /// At most 200: each is read inside the one around it, and two thousand tables overflow a stack of 8 MiB. A
  /// thread of less, such as 512 KiB, holds the default.
  public var nesting = 24 {
    didSet { nesting = min(nesting, 200) }
  }

  /// How deep Word documents may be embedded in one another as text (`w:altChunk`); 4.
  ///
  /// At most 32, for the same reason.
  public var embedding = 4 {
    didSet { embedding = min(embedding, 32) }
  }

  /// How many documents may be embedded in a document as text, at all depths; a thousand.
  public var chunks = 1_000

  /// How many UTF-16 units the pattern of a label may have; 255, as in Word.
  public var labelLength = 255

  /// How far lists are counted; 32,767, as in Word.
  ///
  /// Numbers beyond are printed as this one.
  public var listNumber = 32_767

  /// Makes the default limits.
  public init() {}
}

extension ReadingLimits {
  /// A limit that was met.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// `ReadingLimits.entries`.
    case entries
    /// `ReadingLimits.partBytes`.
    case partBytes
    /// `ReadingLimits.totalBytes`.
    case totalBytes
    /// `ReadingLimits.ratio`.
    case ratio
    /// `ReadingLimits.elementDepth`.
    case elementDepth
    /// `ReadingLimits.textBytes`.
    case textBytes
    /// `ReadingLimits.paragraphs`.
    case paragraphs
    /// `ReadingLimits.cells`.
    case cells
    /// `ReadingLimits.definitions`.
    case definitions
    /// `ReadingLimits.nesting`.
    case nesting
    /// `ReadingLimits.embedding`.
    case embedding
    /// `ReadingLimits.chunks`.
    case chunks
    /// `ReadingLimits.labelLength`.
    case labelLength
  }

  /// What is allowed of a kind.
  func allowed(_ kind: Kind) -> Int {
    switch kind {
    case .entries: entries
    case .partBytes: partBytes
    case .totalBytes: totalBytes
    case .ratio: ratio
    case .elementDepth: elementDepth
    case .textBytes: textBytes
    case .paragraphs: paragraphs
    case .cells: cells
    case .definitions: definitions
    case .nesting: nesting
    case .embedding: embedding
    case .chunks: chunks
    case .labelLength: labelLength
    }
  }
}
