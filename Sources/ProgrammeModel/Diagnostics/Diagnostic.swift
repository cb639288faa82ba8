/// Something a stage noticed and people should know: a doubt, never a failure.
///
/// ```swift
/// Diagnostic(.numberingGap, "3.", "1.", at: location)
/// // warning: 3. follows 1.: a number is missing [outline.numbering-gap]
/// ```
public struct Diagnostic: Hashable, Sendable, Codable {
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

  /// How much it matters.
  public var severity: Severity

  /// The stable name, `stage.thing-noticed`: `read.*`, `normalize.*`, `outline.*` or `extract.*`.
  public var code: String

  /// One English sentence that names the thing and, where there is one, the remedy.
  public var message: String

  /// The place it is about, or `nil` where it is about the document.
  public var location: Location?

  /// Makes a diagnostic of a kind about one place, or about the whole document.
  ///
  /// The arguments take the places `{0}`, `{1}` … of the kind's sentence.
  public init(_ kind: Kind, _ arguments: String..., at location: Location? = nil) {
    severity = kind.severity
    code = kind.code
    message = kind.english.filled(with: arguments)
    self.location = location
  }
}

extension Diagnostic {
  /// A thing that can be noticed, with its sentence in every language of the messages.
  ///
  /// The kinds of a stage are static members in one file, so that the list of everything that is
  /// ever said can be read in one place.
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

    /// Every kind of every stage.
    public static let all: [Kind] = reading + normalising + outlining + extracting
  }

  /// The message in a language; English where the code is not known to this version.
  public func message(in language: MessageLanguage) -> String {
    guard language == .vietnamese else { return message }
    for kind in Kind.all where kind.code == code {
      if let arguments = kind.english.arguments(in: message) {
        return kind.vietnamese.filled(with: arguments)
      }
    }
    return message
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
