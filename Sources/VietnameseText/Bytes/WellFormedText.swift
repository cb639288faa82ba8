extension String {
  /// Makes a text of bytes that the caller knows to be well-formed UTF-8, without validating them again.
  ///
  /// That is so for bytes that libxml2 has validated, and for texts cut where a scalar begins.
  @unsafe
  public init(wellFormed bytes: UnsafeBufferPointer<UInt8>) {
    // The standard library of older systems of Apple always validates.
    self =
      if #available(macOS 26, *) {
        unsafe String(copying: UTF8Span(unchecked: bytes.span))
      } else {
        unsafe String(decoding: bytes, as: UTF8.self)
      }
  }
}
