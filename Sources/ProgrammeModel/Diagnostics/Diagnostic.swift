/// Something a stage noticed and people should know: a doubt, never a failure.
///
/// It holds what was noticed and where; whoever prints it words it, in the language of the reader:
///
/// ```swift
/// let gap = Diagnostic(.numberingGap, "3.", "1.", "2", at: location)
/// gap.message(in: .english)     // 3. follows 1. without 2
/// gap.message(in: .vietnamese)  // 3. đứng sau 1.: thiếu 2
/// ```
public struct Diagnostic: Sendable {
  /// How much it matters.
  public enum Severity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    /// Worth knowing; nothing is in doubt.
    case note
    /// A decision that a person should look at.
    case warning
    /// Something is wrong with the source itself.
    case error

    /// Orders the severities from `note` to `error`.
    public static func < (left: Severity, right: Severity) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// What was noticed.
  public var kind: Kind

  /// What takes the places `{0}`, `{1}` … of the kind's sentence.
  public var arguments: [String]

  /// The place it is about, or `nil` where it is about the document.
  public var location: Location?

  /// The words it is about, or `nil` where it is about the paragraph or the document; no output holds it.
  public var span: SourceSpan?

  /// Makes a diagnostic of a kind about one place, or about the whole document.
  ///
  /// The arguments take the places `{0}`, `{1}` … of the kind's sentence.
  public init(
    _ kind: Kind, _ arguments: String..., at location: Location? = nil, in span: SourceSpan? = nil
  ) {
    self.kind = kind
    self.arguments = arguments
    self.location = location
    self.span = span
  }

  /// How much it matters.
  public var severity: Severity { kind.severity }

  /// The stable name, `stage.thing-noticed`: `read.*`, `normalize.*`, `outline.*` or `extract.*`.
  public var code: String { kind.code }

  /// One sentence that names the thing and, where there is one, the remedy.
  public func message(in language: MessageLanguage) -> String {
    kind.template(in: language).filled(with: arguments)
  }
}

extension Diagnostic: Hashable {
  /// Whether two diagnostics report the same; of one that was read from an output only the sentence is known.
  public static func == (one: Diagnostic, other: Diagnostic) -> Bool {
    one.severity == other.severity && one.code == other.code && one.location == other.location
      && one.message(in: .english) == other.message(in: .english)
  }

  /// Takes into a hash what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(location)
  }
}

extension Diagnostic: Codable {
  private enum Key: String, CodingKey { case severity, code, message, location }

  /// Reads a diagnostic of an output; its kind has the English sentence, whole, in both languages.
  public init(from decoder: any Decoder) throws {
    let keyed = try decoder.container(keyedBy: Key.self)
    let sentence = MessageTemplate(stringLiteral: try keyed.decode(String.self, forKey: .message))
    self.init(
      Kind(
        try keyed.decode(Severity.self, forKey: .severity),
        try keyed.decode(String.self, forKey: .code), sentence, sentence),
      at: try keyed.decodeIfPresent(Location.self, forKey: .location))
  }

  /// Writes a diagnostic as an output has it, in English.
  public func encode(to encoder: any Encoder) throws {
    var keyed = encoder.container(keyedBy: Key.self)
    try keyed.encode(severity, forKey: .severity)
    try keyed.encode(code, forKey: .code)
    try keyed.encode(message(in: .english), forKey: .message)
    try keyed.encodeIfPresent(location, forKey: .location)
  }
}

extension Diagnostic {
  /// A thing that can be noticed, with its sentence in every language of the messages.
  ///
  /// The kinds of a stage are static members in one file, so that everything that is ever reported can be
  /// read in one place.
  public struct Kind: Hashable, Sendable {
    /// How much it matters.
    public var severity: Severity

    /// The stable name, such as `outline.numbering-gap`.
    public var code: String

    /// The English sentence, with `{0}`, `{1}` … for what differs.
    public var english: MessageTemplate

    /// The Vietnamese sentence, with the same places.
    public var vietnamese: MessageTemplate

    /// Makes a kind.
    public init(
      _ severity: Severity, _ code: String, _ english: MessageTemplate,
      _ vietnamese: MessageTemplate
    ) {
      self.severity = severity
      self.code = code
      self.english = english
      self.vietnamese = vietnamese
    }

    /// The sentence in a language.
    public func template(in language: MessageLanguage) -> MessageTemplate {
      switch language {
      case .english: english
      case .vietnamese: vietnamese
      }
    }

    /// Every kind of every stage; each has a code of its own.
    public static let all: [Kind] = reading + normalising + outlining + extracting
  }
}

/// What a stage that cannot fail hands on: a value, and what it noticed on the way.
public struct Outcome<Value: Sendable>: Sendable {
  /// The result.
  public var value: Value

  /// What the stage noticed, in the order of the source.
  public var diagnostics: [Diagnostic]

  /// Joins a value with what was noticed.
  public init(_ value: Value, diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}
