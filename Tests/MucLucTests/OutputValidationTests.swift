import Foundation
import MucLuc
import TestSupport
import Testing

/// Whole documents against the schema, all of them in one run of the validator.
@Suite struct OutputValidationTests {
  @Test func `every fixture has a valid output that reads back`() throws {
    try validate(documents(below: Fixtures.folder))
  }

  @Test func `every readable document of the shared corpus has a valid output`() throws {
    guard let folder = Shared.folder?.appendingPathComponent("corpus") else {
      print("skipped: there is no ../shared/corpus")
      return
    }
    try validate(documents(below: folder))
  }

  private func validate(_ documents: [URL]) throws {
    var lines: [UInt8] = []
    var readable = 0
    for document in documents {
      let bytes = [UInt8](try Data(contentsOf: document))
      guard let conversion = try? Pipeline().convert(bytes, named: document.lastPathComponent)
      else { continue }
      let programme = conversion.programme
      let line = programme.json(pretty: false)
      let readBack = try JSONDecoder().decode(Programme.self, from: Data(line))
      #expect(readBack == programme, "\(document.lastPathComponent)")
      lines += line
      readable += 1
    }
    #expect(readable > 0)
    guard let python = Python.path, Python.hasJSONSchema else {
      print("skipped: the validator needs /usr/bin/python3 with python3-jsonschema")
      return
    }
    let output = try Python.run(python, SchemaValidation.script, [], input: lines)
    #expect(String(decoding: output.bytes, as: UTF8.self) == "\(readable) valid\n")
    print("\(readable) of \(documents.count) documents are readable and valid")
  }

  /// Every document below a folder, by path; expected outputs of fixtures are no documents.
  private func documents(below folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.allObjects as? [URL] ?? [])
      .filter { ["docx", "docm", "txt"].contains($0.pathExtension.lowercased()) }
      .filter { !$0.lastPathComponent.hasPrefix("expected.") }
      .sorted { $0.path < $1.path }
  }
}
