extension Diagnostic.Kind {
  /// Everything that normalising notices, `normalize.*`.
  static let normalising: [Diagnostic.Kind] = []
}
