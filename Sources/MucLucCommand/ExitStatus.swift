/// How the command ends (the contract's exit codes).
///
/// ```swift
/// ExitStatus.success.merged(with: .failure)  // .failure
/// ```
enum ExitStatus: Int32, CaseIterable {
  /// Everything was done.
  case success = 0
  /// At least one input failed, or `--fail-on` was met.
  case failure = 1
  /// The command was called wrongly; nothing was done.
  case usage = 2

  /// The status of two pieces of work together: the worse one.
  func merged(with other: ExitStatus) -> ExitStatus {
    rawValue >= other.rawValue ? self : other
  }
}

/// What makes a run end with 1 (`--fail-on`).
enum FailureThreshold: String, CaseIterable {
  /// Nothing does.
  case never
  /// An input that could not be done.
  case failure
  /// That, or any warning.
  case warning

  /// The status of an input.
  func status(failed: Bool, warned: Bool) -> ExitStatus {
    switch self {
    case .never: .success
    case .failure: failed ? .failure : .success
    case .warning: failed || warned ? .failure : .success
    }
  }
}
