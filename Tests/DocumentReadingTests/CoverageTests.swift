import DocumentReading
import Foundation
import ProgrammeModel
import TestSupport
import Testing
import VietnameseText

/// Nothing that was met is lost: blocks, notes, furniture and what is unread make up all characters.
@Suite struct CoverageTests {
  /// The documents of a folder, those of its folders included.
  private static func documents(in folder: URL?) -> [URL] {
    guard let folder,
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    else { return [] }
    return files.compactMap { $0 as? URL }
      .filter { $0.pathExtension == "docx" }
      .sorted { $0.path < $1.path }
  }

  static let fixtures = documents(in: Fixtures.folder)
  static let corpus = documents(in: Shared.folder?.appendingPathComponent("corpus"))

  private func check(_ file: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: file))
    let document: SourceDocument
    do throws(ReadingError) {
      document = try DocumentReader().read(bytes, named: file.lastPathComponent).value
    } catch {
      // A file that cannot be read says why in both languages.
      #expect(!error.message(in: .vietnamese).isEmpty)
      return
    }
    var placed = 0
    document.forEachParagraph { paragraph in
      placed += paragraph.text.visibleCharacterCount
      if !paragraph.runs.isEmpty {
        #expect(paragraph.runs.last?.end == paragraph.text.utf8.count)
        #expect(paragraph.runs.map(\.end) == paragraph.runs.map(\.end).sorted())
      }
      for note in paragraph.notes { #expect(note.offset <= paragraph.text.utf8.count) }
    }
    let unread = document.unread.reduce(0) { $0 + $1.count }
    #expect(placed + unread == document.characterCount)
  }

  @Test(arguments: fixtures)
  func `every character of a fixture is placed or counted`(_ file: URL) throws {
    try check(file)
  }

  @Test(
    .enabled(if: Shared.folder != nil, "the shared documents are not here"), arguments: corpus)
  func `every character of a shared document is placed or counted`(_ file: URL) throws {
    try check(file)
  }

  /// Files that are not whole or not open, with the error that says so.
  static let failures = [
    "not-a-zip.docx": "read.not-an-archive", "p035-ExternalEntityInText.docx": "read.document-type",
    "p036-truncated62886.docx": "read.truncated-archive",
    "p037-bug53475-password-is-pass.docx": "read.encrypted",
    "p038-clusterfuzz-testcase-minimized-POIFuzzer-6709287337197568.docx": "read.damaged-archive",
    "p039-clusterfuzz-testcase-minimized-POIXWPFFuzzer-5166796835258368.docx":
      "read.damaged-archive",
    "p040-clusterfuzz-testcase-minimized-POIXWPFFuzzer-5313273089884160.docx":
      "read.truncated-archive",
    "p061-corrupted_main_document_part.docx": "read.malformed-xml",
  ]

  @Test(
    .enabled(if: Shared.folder != nil, "the shared documents are not here"), arguments: corpus)
  func `a shared document is read or fails by name`(_ file: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: file))
    var code: String?
    do throws(ReadingError) {
      _ = try DocumentReader().read(bytes, named: file.lastPathComponent)
    } catch {
      code = error.code
    }
    #expect(code == Self.failures[file.lastPathComponent])
  }
}
