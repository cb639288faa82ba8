extension String {
  /// Takes bytes that are known to be well-formed UTF-8, without looking at them again.
  ///
  /// Ours are: what is written scalar by scalar, and texts cut where a scalar begins.
  @unsafe
  public init(wellFormed bytes: UnsafeBufferPointer<UInt8>) {
    // The standard library of older systems of Apple can only look at them.
    self =
      if #available(macOS 26, *) {
        unsafe String(copying: UTF8Span(unchecked: bytes.span))
      } else {
        unsafe String(decoding: bytes, as: UTF8.self)
      }
  }
}
