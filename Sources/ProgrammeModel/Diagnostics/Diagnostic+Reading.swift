extension Diagnostic.Kind {
  /// Everything that reading notices, `read.*`.
  static let reading: [Diagnostic.Kind] = readingText + readingWord
}
