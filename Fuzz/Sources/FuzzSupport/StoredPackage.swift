/// A ZIP archive whose entries are stored, not deflated: enough to wrap a mutated part into a valid package.
public struct StoredPackage {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// Starts an empty archive.
  public init() {}

  /// Adds an entry.
  public mutating func add(_ name: String, _ content: [UInt8]) {
    let header =
      words16([20, 0, 0, 0, 0x21]) + word32(crc32(content)) + word32(UInt32(content.count))
      + word32(UInt32(content.count)) + words16([UInt16(name.utf8.count), 0])
    let offset = UInt32(bytes.count)
    bytes += [0x50, 0x4B, 3, 4] + header + Array(name.utf8) + content
    directory +=
      [0x50, 0x4B, 1, 2] + words16([20]) + header + words16([0, 0, 0]) + word32(0)
      + word32(offset) + Array(name.utf8)
    count += 1
  }

  /// The archive's bytes.
  public func finished() -> [UInt8] {
    bytes + directory + [0x50, 0x4B, 5, 6] + words16([0, 0, count, count])
      + word32(UInt32(directory.count)) + word32(UInt32(bytes.count)) + words16([0])
  }

  private func words16(_ values: [UInt16]) -> [UInt8] {
    values.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }

  private func word32(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private func crc32(_ content: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in content {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~sum
  }
}

/// A Word package with the parts given; the main part defaults to a list of every level.
public func wordPackage(document: [UInt8]?, numbering: [UInt8]?, styles: [UInt8]?) -> [UInt8] {
  let w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
  let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  let packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
  var package = StoredPackage()
  package.add(
    "[Content_Types].xml",
    Array(
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" \
      ContentType="application/xml"/><Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override \
      PartName="/word/document.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
      """.utf8))
  package.add(
    "_rels/.rels",
    Array(
      """
      <Relationships xmlns="\(packageRelations)"><Relationship Id="rId1" Type="\(relations)/officeDocument" \
      Target="word/document.xml"/></Relationships>
      """.utf8))
  package.add(
    "word/_rels/document.xml.rels",
    Array(
      """
      <Relationships xmlns="\(packageRelations)"><Relationship Id="rId1" Type="\(relations)/styles" \
      Target="styles.xml"/><Relationship Id="rId2" Type="\(relations)/numbering" \
      Target="numbering.xml"/></Relationships>
      """.utf8))
  let paragraphs = (0..<12).map { index in
    """
    <w:p><w:pPr><w:pStyle w:val="S\(index % 4)"/><w:numPr><w:ilvl w:val="\(index % 9)"/><w:numId \
    w:val="\(index % 3)"/></w:numPr></w:pPr><w:r><w:t>Nội dung \(index)</w:t></w:r></w:p>
    """
  }
  let list = "<w:document \(w)><w:body>\(paragraphs.joined())</w:body></w:document>"
  package.add("word/document.xml", document ?? Array(list.utf8))
  package.add("word/numbering.xml", numbering ?? Array("<w:numbering \(w)/>".utf8))
  package.add("word/styles.xml", styles ?? Array("<w:styles \(w)/>".utf8))
  return package.finished()
}
