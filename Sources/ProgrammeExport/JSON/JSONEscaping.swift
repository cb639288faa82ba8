internal import VietnameseText

extension Span<UInt8> {
  /// The place of the first byte that JSON escapes, or the end; sixteen bytes are compared together.
  func firstToEscape(from start: Int) -> Int {
    var index = start
    while index + 16 <= count, !escapes(at: index) { index += 16 }
    // The end of a longer text is compared together with bytes before it.
    if index > start, index + 16 > count, !escapes(at: count - 16) { return count }
    while index < count {
      let byte = self[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { return index }
      index += 1
    }
    return count
  }

  /// Whether one of the sixteen bytes from a place on is a quotation mark, a backslash or a control.
  @inline(__always)
  private func escapes(at index: Int) -> Bool {
    let bytes = SixteenBytes(self, at: index)
    return !(bytes.places(below: 0x20) | bytes.places(of: 0x22) | bytes.places(of: 0x5C)).isEmpty
  }
}
