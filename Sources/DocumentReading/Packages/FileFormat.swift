/// What a file is, told from its first bytes.
enum FileFormat: Equatable {
  /// A ZIP archive: a Word document, or another package.
  case archive
  /// A container of Microsoft's Compound File format: a document of Word 97-2003, or a locked one.
  case compound
  /// Rich Text Format.
  case rtf
  /// A page of HTML.
  case html
  /// A page of HTML in a package of MIME.
  case mhtml
  /// A document of a version of Word so old that it stands in no container, by its name.
  case oldWord(String)
  /// A ZIP archive with a text of OpenDocument.
  case openDocument
  /// A known format that is not read, by its name.
  case other(String)
  /// Anything else; perhaps text.
  case unknown

  /// Tells the format of a file.
  init(of bytes: [UInt8]) {
    func opens(with signature: [UInt8]) -> Bool {
      bytes.count >= signature.count
        && signature.indices.allSatisfy { bytes[$0] == signature[$0] }
    }
    // The first entry says what the package is (OpenDocument 1.2 Part 3, 3.3), behind a header of 30 bytes.
    let mimeType = Array("mimetypeapplication/vnd.oasis.opendocument.text".utf8)
    if opens(with: [0x50, 0x4B, 0x03, 0x04]), bytes.count > 30 + mimeType.count,
      mimeType.indices.allSatisfy({ bytes[30 + $0] == mimeType[$0] })
    {
      self = .openDocument
      return
    }
    // PK and the kind of the first record: an entry, or the end of an archive without entries.
    if opens(with: [0x50, 0x4B, 0x03, 0x04]) || opens(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .archive
    } else if opens(with: CompoundFile.signature) {
      self = .compound
    } else if RTFReader.start(of: bytes) != nil {
      self = .rtf
    } else if opens(with: [0xDB, 0xA5, 0x2D, 0x00]) {
      self = .oldWord("Word 2")
    } else if opens(with: [0x31, 0xBE, 0x00, 0x00]) {
      self = .oldWord("Word for DOS")
    } else if let format = Self.signatures.first(where: { opens(with: $0.bytes) }) {
      self = .other(format.name)
    } else if HTMLReader.isPage(Array(bytes.prefix(HTMLReader.headLength))) {
      self = .html
    } else if MIMEMessage.isArchive(Array(bytes.prefix(HTMLReader.headLength))[...]) {
      self = .mhtml
    } else if let format = Self.markup(in: bytes) {
      self = .other(format)
    } else {
      self = .unknown
    }
  }

  /// Formats that people send in the place of documents.
  private static let signatures: [(bytes: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "PDF"),
    ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"), (Array("GIF8".utf8), "GIF"),
    ([0x49, 0x49, 0x2A, 0x00], "TIFF"), ([0x4D, 0x4D, 0x00, 0x2A], "TIFF"),
    (Array("Rar!".utf8), "RAR"), ([0x37, 0x7A, 0xBC, 0xAF], "7z"), ([0x1F, 0x8B], "gzip"),
    ([0xFF, 0x57, 0x50, 0x43], "WordPerfect"),
  ]

  /// The format of a file that opens with a tag, or `nil` where it is no flat document.
  private static func markup(in bytes: [UInt8]) -> String? {
    guard let first = bytes.first(where: { $0 > 0x20 && $0 < 0x80 }), first == 0x3C else {
      return nil
    }
    let head = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
    if head.contains("<w:worddocument") || head.contains("<pkg:package") { return "Word XML" }
    return nil
  }

  /// Whether a file is named as a Word document.
  static func isNamedAsWord(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".docx", ".docm", ".dotx", ".dotm"].contains { name.hasSuffix($0) }
  }
}
