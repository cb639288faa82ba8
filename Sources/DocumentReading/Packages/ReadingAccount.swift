/// What a file may use, and whose error it is where it wants more.
struct ReadingAccount {
  /// The file's name.
  let file: String
  /// The limits.
  let limits: ReadingLimits
  /// What was used of them.
  let budget: ReadingBudget

  /// Uses some more of what is allowed.
  func use(_ count: Int, of kind: ReadingLimits.Kind) throws(ReadingError) {
    if !budget.use(count, of: kind) { throw limit(kind) }
  }

  /// The error of a limit that is met.
  func limit(_ kind: ReadingLimits.Kind) -> ReadingError {
    .limit(file: file, part: nil, kind: kind, allowed: limits.allowed(kind))
  }
}
