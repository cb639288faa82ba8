internal import ProgrammeModel

/// Reads a document in Rich Text Format (RTF 1.9.1).
///
/// ```swift
/// let bytes = Array(#"{\rtf1\ansi\ansicpg1252 {\fonttbl{\f0\fcharset163 Times;}}\f0 Ti\'ea\'ecng\par}"#.utf8)
/// try RTFReader(limits: ReadingLimits()).read(bytes, named: "a.rtf")  // one paragraph, "Tiếng"
/// ```
///
/// The text is that of the printed page: hidden text and comments are counted and left out, and so is what
/// tracked changes took away. A label is the one that the lists of the file give, and where they give none
/// the one that the file holds.
struct RTFReader {
  /// The limits.
  var limits: ReadingLimits
  /// What was used of what is allowed; documents in documents share it.
  var budget: ReadingBudget

  /// Makes a reader with all that the limits allow.
  init(limits: ReadingLimits) {
    self.init(limits: limits, budget: ReadingBudget(limits))
  }

  /// Makes a reader with what others have left.
  init(limits: ReadingLimits, budget: ReadingBudget) {
    self.limits = limits
    self.budget = budget
  }

  /// Where an RTF file begins: a byte order mark and blanks may stand before it.
  static func start(of bytes: some Collection<UInt8>) -> Int? {
    let head = Array(bytes.prefix(64))
    var start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < head.count, head[start] <= 0x20 { start += 1 }
    return head[start...].starts(with: Array("{\\rtf".utf8)) ? start : nil
  }

  /// Reads the bytes of a file.
  func read(
    _ bytes: [UInt8], named name: String
  ) throws(ReadingError) -> Outcome<SourceDocument> {
    let account = ReadingAccount(file: name, limits: limits, budget: budget)
    let tokenizer = RTFTokenizer(bytes, from: Self.start(of: bytes) ?? 0)
    let definitions = try RTFDefinitions(tokenizer, account)
    var body = RTFBodyReader(tokenizer, definitions, account)
    try body.readAll()
    return body.finished()
  }
}
