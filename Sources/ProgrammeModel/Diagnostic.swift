/// Something a stage noticed and people should know: a doubt, never a failure.
///
/// ```swift
/// Diagnostic(.warning, "outline.numbering-gap", "3. follows 1.: 2. is missing", at: location)
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

  /// One sentence that names the thing and, where there is one, the remedy.
  public var message: String

  /// The place it is about, or `nil` where it is about the document.
  public var location: Location?

  /// Makes a diagnostic about one place, or about the whole document.
  public init(
    _ severity: Severity, _ code: String, _ message: String, at location: Location? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.location = location
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
