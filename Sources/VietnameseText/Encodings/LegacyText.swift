/// A text as legacy encodings see it: its scalars, and the byte that each of them stands for.
public struct LegacyText: Sendable {
  /// The scalars.
  public let scalars: [UInt32]

  /// For every scalar the byte of Windows-1252 or Latin-1, over 0xFF where it is in neither.
  public let bytes: [UInt16]

  /// Takes scalars for bytes.
  public init(_ scalars: [UInt32]) {
    self.scalars = scalars
    bytes = scalars.map { scalar in
      scalar < 0x100 ? UInt16(scalar) : WindowsCodePage.byte(of: scalar).map { UInt16($0) } ?? .max
    }
  }

  /// Takes the letters of a text for bytes.
  public init(_ text: String) {
    self.init(LegacyText.scalars(of: text))
  }

  /// The scalars of a text.
  public static func scalars(of text: String) -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { scalars.append(scalar.value) }
    return scalars
  }
}
