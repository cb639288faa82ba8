import Foundation
import ProgrammeExport
import ProgrammeModel
import TestSupport
import Testing

@Suite struct SchemaTests {
  private static let folder = Fixtures.project.appendingPathComponent("Schemas")

  @Test func `the program holds the schema letter by letter`() throws {
    let file = Self.folder.appendingPathComponent("document-2.schema.json")
    #expect(
      Schema.document == [UInt8](try Data(contentsOf: file)), "run Scripts/generate-embedded")
  }

  @Test func `no key comes or goes without a new version`() throws {
    let version = Programme.currentSchemaVersion
    let file = Self.folder.appendingPathComponent("keys-\(version).txt")
    let written = try inventory().joined(separator: "\n") + "\n"
    if Golden.isRecording, !FileManager.default.fileExists(atPath: file.path) {
      try Data(written.utf8).write(to: file)
    }
    let recorded = try? String(contentsOf: file, encoding: .utf8)
    #expect(
      recorded == written,
      "the keys of version \(version) differ: Schemas/README.md says which number to raise")
  }

  @Test func `every key is described, and every object closed and complete`() throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(Schema.document)) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: Any])
    var complaints: [String] = []
    visit(schema, at: "", definitions, &complaints)
    #expect(complaints == [])
  }

  @Test func `every example of the schema and every sample is valid`() throws {
    guard let python = Python.path, Python.hasJSONSchema else {
      print("skipped: the validator needs /usr/bin/python3 with python3-jsonschema")
      return
    }
    let lines = Samples.all.flatMap { JSONExport().bytes(of: $0.programme) }
    let output = try Python.run(python, SchemaValidation.script, ["examples"], input: lines)
    #expect(String(decoding: output.bytes, as: UTF8.self) == "3 valid\n")
  }

  @Test(arguments: [
    ("\"byteCount\":44038", "\"byteCount\":-1"), ("\"via\":\"libreoffice\"", "\"via\":7"),
    ("\"isDraft\":true", "\"isDraft\":true,\"extra\":1"), (",\"isDraft\":true", ""),
    ("\"kind\":\"runin\"", "\"kind\":\"run-in\""), ("\"range\":[7,43]", "\"range\":[7]"),
    ("\"style\":\"dash\"", "\"style\":\"hyphen\""),
    ("\"edtf\":\"2023-36\"", "\"edtf\":\"IV/2023\""),
    ("\"amount\":12.5", "\"amount\":null"), ("\"type\":\"table\"", "\"type\":\"grid\""),
  ])
  func `what the schema does not describe is not valid`(_ good: String, _ bad: String) throws {
    guard let python = Python.path, Python.hasJSONSchema else { return }
    let json = String(decoding: JSONExport().bytes(of: Samples.everything), as: UTF8.self)
    let broken = json.replacingOccurrences(of: good, with: bad)
    try #require(broken != json)
    let output = try Python.run(python, SchemaValidation.script, [], input: [UInt8](broken.utf8))
    #expect(!String(decoding: output.bytes, as: UTF8.self).hasSuffix("1 valid\n"))
  }

  /// Every key with the key of the object around it, `node.id`, `value.edtf`, once and in order.
  private func inventory() throws -> [String] {
    var keys: Set<String> = []
    func visit(_ value: Any, in parent: String) {
      if let object = value as? [String: Any] {
        for (key, value) in object {
          keys.insert("\(parent).\(key)")
          visit(value, in: key)
        }
      } else if let list = value as? [Any] {
        for element in list { visit(element, in: parent) }
      }
    }
    for sample in Samples.all {
      let bytes = JSONExport().bytes(of: sample.programme)
      visit(try JSONSerialization.jsonObject(with: Data(bytes)), in: "document")
    }
    return keys.sorted()
  }

  /// Complains of properties without description and of objects that are open or leave keys out.
  private func visit(
    _ schema: [String: Any], at path: String, _ definitions: [String: Any],
    _ complaints: inout [String]
  ) {
    if let properties = schema["properties"] as? [String: [String: Any]] {
      if schema["additionalProperties"] as? Bool != false { complaints.append("\(path) is open") }
      if Set(schema["required"] as? [String] ?? []) != Set(properties.keys) {
        complaints.append("\(path) does not ask for every key")
      }
      for (name, property) in properties {
        let target = (property["$ref"] as? String)?.split(separator: "/").last.map(String.init)
        let definition = target.flatMap { definitions[$0] as? [String: Any] }
        let description = property["description"] ?? definition?["description"]
        if (description as? String ?? "").isEmpty { complaints.append("\(path)/\(name)") }
      }
    }
    for (key, value) in schema where key != "examples" {
      if let value = value as? [String: Any] {
        visit(value, at: "\(path)/\(key)", definitions, &complaints)
      }
      for case let (place, value as [String: Any]) in (value as? [Any] ?? []).enumerated() {
        visit(value, at: "\(path)/\(key)/\(place)", definitions, &complaints)
      }
    }
  }
}
