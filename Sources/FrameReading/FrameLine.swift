internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// A line of the frame: its role on the page, and what was recognised in it.
struct FrameLine {
  /// What a line says, beside its words.
  enum Content {
    /// Nothing but its words.
    case words
    /// A motto, and whose it is.
    case motto(DocumentType.Side?)
    /// Number and symbol.
    case number(NumberLine)
    /// Place and date.
    case date(DateLine)
    /// The type of document.
    case type(TypeLine)
    /// Marks of security, urgency and draft.
    case mark(MarkLine)
    /// A line of a signature, or a position and a name that share one.
    case signature([SignatureLine])
  }

  /// The role.
  var role: DocumentLine.Role

  /// The text as written, white space at its ends removed.
  var text: String

  /// Where it stands.
  var location: Location

  /// Where its text stands.
  var spans: SourceSpans

  /// What it says.
  var content: Content

  /// The text, with the lines that continue it.
  private var whole: String

  /// Makes a line; content that is not given is read as the role has it.
  init(
    _ role: DocumentLine.Role, _ text: String, at location: Location,
    _ spans: SourceSpans = SourceSpans(), in lexicon: Lexicon, content: Content? = nil
  ) {
    self.role = role
    self.text = text
    self.location = location
    self.spans = spans
    whole = text
    self.content = content ?? Content(of: text, as: role, in: lexicon)
  }

  /// The line as the output has it.
  var line: DocumentLine {
    DocumentLine(role: role, text: text, location: location, spans: spans)
  }

  /// Reads number or date again, with the words of the line in which they go on.
  mutating func goOn(_ words: String, in lexicon: Lexicon) {
    whole += " " + words
    content = Content(of: whole, as: role, in: lexicon)
  }
}

extension FrameLine.Content {
  /// What the words of a line with a role say.
  init(of words: String, as role: DocumentLine.Role, in lexicon: Lexicon) {
    let content: Self? =
      switch role {
      case .motto: .motto(MottoLine.side(of: FoldedText(words), in: lexicon))
      case .number: NumberLine(words, in: lexicon).map { .number($0) }
      case .placedate: DateLine(words, in: lexicon).map { .date($0) }
      case .type: .type(TypeLine(words, in: lexicon))
      case .title:
        NumberLine(opening: FoldedText(words), words, in: lexicon).map { .number($0) }
      case .mark: .mark(MarkLine(words, in: lexicon))
      case .signature: .signature(SignatureLine.lines(words, in: lexicon))
      default: nil
      }
    self = content ?? .words
  }
}

extension FrameLine {
  /// Number and symbol, or `nil`.
  var number: NumberLine? {
    if case .number(let number) = content { number } else { nil }
  }

  /// Place and date, or `nil`.
  var date: DateLine? {
    if case .date(let date) = content { date } else { nil }
  }

  /// The type, or `nil`.
  var type: TypeLine? {
    if case .type(let type) = content { type } else { nil }
  }
}
