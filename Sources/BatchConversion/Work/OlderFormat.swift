/// A format that LibreOffice can convert first, told by the first bytes of a file.
package enum OlderFormat: String, CaseIterable, Sendable {
  /// Word before 2007.
  case doc
  /// OpenDocument.
  case odt

  /// Tells the format from the bytes, or returns `nil`.
  init?(_ bytes: [UInt8]) {
    // [MS-CFB] 2.2; OpenDocument 1.2 Part 3, 3.3: the first entry is `mimetype`, stored.
    // Word 2 and Word for DOS have no container.
    let words: [[UInt8]] = [
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0xDB, 0xA5, 0x2D, 0x00],
      [0x31, 0xBE, 0x00, 0x00],
    ]
    if words.contains(where: { bytes.starts(with: $0) }) {
      self = .doc
    } else if bytes.starts(with: Array("PK".utf8)),
      bytes.dropFirst(30).starts(
        with: Array("mimetypeapplication/vnd.oasis.opendocument.text".utf8))
    {
      self = .odt
    } else {
      return nil
    }
  }

  /// What people call it.
  package var title: String {
    switch self {
    case .doc: "Word (.doc)"
    case .odt: "OpenDocument (.odt)"
    }
  }
}
