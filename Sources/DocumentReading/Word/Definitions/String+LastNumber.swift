extension String {
  /// The last number that a label prints, such as 3 in `2.3.`, or `nil` where it has no digits.
  var lastNumber: Int? {
    utf8.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.last.flatMap {
      Int(String(decoding: $0, as: UTF8.self))
    }
  }
}
