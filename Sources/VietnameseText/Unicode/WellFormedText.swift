extension String {
  /// Takes bytes that are known to be well-formed UTF-8, without looking at them again.
  ///
  /// Ours are: what is written scalar by scalar, and texts cut where a scalar begins.
  @unsafe
  public init(wellFormed bytes: UnsafeBufferPointer<UInt8>) {
    self = unsafe String(copying: UTF8Span(unchecked: bytes.span))
  }
}
