import Foundation
import TestSupport

/// A file that cannot be read, with the code of its failure.
struct BadFile {
  var code: String
  var fileExtension: String
  var bytes: [UInt8]

  /// One or more of every kind that reading knows.
  static let all: [BadFile] = [
    BadFile("read.empty", "txt", []),
    BadFile("read.empty", "docx", []),
    BadFile("read.not-text", "txt", [0, 1, 2, 3, 0, 0]),
    BadFile("read.other-format", "txt", Array("%PDF-1.7\n%\u{0}".utf8)),
    BadFile("read.not-an-archive", "docx", Array("no archive".utf8)),
    BadFile("read.truncated-archive", "docx", word.dropLast(40)),
    BadFile("read.damaged-archive", "docx", damagedDirectory),
    BadFile("read.encrypted", "docx", compound("EncryptedPackage")),
    BadFile("read.missing-main-part", "docx", withoutMainPart),
    BadFile("read.not-a-word-document", "docx", sheet),
    BadFile("read.damaged-part", "docx", damagedPart),
    BadFile("read.malformed-xml", "docx", DocxBuilder(body: "<w:p><w:r></w:p>").bytes()),
    BadFile("read.document-type", "docx", documentType),
    BadFile("read.limit", "docx", deep),
  ]

  private init(_ code: String, _ fileExtension: String, _ bytes: some Sequence<UInt8>) {
    self.code = code
    self.fileExtension = fileExtension
    self.bytes = Array(bytes)
  }

  private static var paragraph: DocxBuilder {
    DocxBuilder(body: "<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>")
  }
  private static let word = paragraph.bytes()

  /// A compound file with one stream, as Word 97-2003 and encrypted documents are.
  static func compound(_ stream: String) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 1024 - 8 + 128)
    bytes += stream.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    return bytes + [UInt8](repeating: 0, count: 512)
  }

  /// The end of the table of contents says that there are more entries than it holds.
  private static let damagedDirectory: [UInt8] = {
    var bytes = word
    // The counts of entries, 8 and 10 bytes into the last 22 (APPNOTE, 4.3.16).
    for place in [8, 10] { bytes[bytes.count - 22 + place] = 99 }
    return bytes
  }()

  private static let withoutMainPart: [UInt8] = {
    var archive = ArchiveWriter()
    archive.add("a.txt", [0x61])
    return archive.bytes()
  }()

  private static let sheet: [UInt8] = {
    var docx = paragraph
    docx.mainPart = "xl/workbook.xml"
    docx.mainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    return docx.bytes()
  }()

  /// The main part is not what its checksum says.
  private static let damagedPart: [UInt8] = {
    var archive = paragraph.archive()
    for index in archive.entries.indices where archive.entries[index].name == "word/document.xml" {
      archive.entries[index].checksum = 1
    }
    return archive.bytes()
  }()

  private static let documentType: [UInt8] = {
    var docx = paragraph
    docx.document = DocxBuilder.declared(docx.document)
      .replacing("<w:document", with: "<!DOCTYPE w:document><w:document")
    return docx.bytes()
  }()

  private static let deep = DocxBuilder(
    body: String(repeating: "<w:sdt><w:sdtContent>", count: 200)
      + String(repeating: "</w:sdtContent></w:sdt>", count: 200)
  ).bytes()
}
