extension Diagnostic.Kind {
  /// Everything that extracting notices, `extract.*`.
  static let extracting: [Diagnostic.Kind] = []
}
