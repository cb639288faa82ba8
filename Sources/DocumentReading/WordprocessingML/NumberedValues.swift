/// What blocks of properties of a part say, by their numbers: a block that stands again is not read again.
struct NumberedValues<Value> {
  private var values: [Value?] = []

  /// What the block with a number says, or `nil` where it was not read.
  subscript(number: Int16) -> Value? {
    get { number >= 0 && number < values.count ? values[Int(number)] : nil }
    set {
      guard number >= 0 else { return }
      while values.count <= number { values.append(nil) }
      values[Int(number)] = newValue
    }
  }

  /// Forgets everything: another part has other blocks.
  mutating func removeAll() { values.removeAll(keepingCapacity: true) }
}
