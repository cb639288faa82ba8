extension Diagnostic.Kind {
  /// Everything that outlining notices, `outline.*`.
  static let outlining: [Diagnostic.Kind] = []
}
