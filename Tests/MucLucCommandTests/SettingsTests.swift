import Foundation
import ProgrammeModel
import TestSupport
import Testing

@testable import BatchConversion
@testable import MucLucCommand

@Suite struct SettingsTests {
  static let good = [
    "{}", #"{"$schema": "settings-1.schema.json", "lang": "vi"}"#,
    #"{"to": "archive-csv", "archiveDefaults": {"maintenance": "01", "language": "a=b"}}"#,
    #"{"format": "sarif", "ignore": ["outline.numbering-gap", "extract.unsigned"]}"#,
    #"{"roles": ["task", "statement"], "include": ["*.docx"], "exclude": ["**/nháp/"]}"#,
  ]

  static let bad = [
    "[]", #"{"output": "/"}"#, #"{"lang": "fr"}"#, #"{"to": ["csv"]}"#, #"{"roles": []}"#,
    #"{"roles": ["all"]}"#, #"{"roles": "task"}"#, #"{"ignore": ["outline.characters-lost"]}"#,
    #"{"ignore": [1]}"#, #"{"archiveDefaults": {"maintenance": 1}}"#, #"{"include": [""]}"#,
    #"{"jobs": 4}"#, #"{"libreoffice": "always"}"#, #"{"maxEntries": 1}"#,
  ]

  private static func settings(_ text: String) throws -> Settings {
    try TemporaryPlace.with { place in
      try Settings(path: place.write(text, to: "s.json").path, in: .english)
    }
  }

  @Test(arguments: good)
  func `settings that make sense are taken, and shown as they stand`(_ text: String) throws {
    let settings = try Self.settings(text)
    var members = try #require(JSONReader.value(of: text)).members
    members.removeAll { $0.0 == "$schema" }
    for (name, value) in members { #expect(settings.json[name]?.line == value.line) }
    #expect(settings.json.members.count == members.count)
  }

  @Test(arguments: bad + ["", "{", #"{"lang": "vi", "lang": "vi"}"#, #"{"include": ["[a"]}"#])
  func `settings that make no sense are refused`(_ text: String) {
    #expect(throws: FileFailure.self) { try Self.settings(text) }
  }

  @Test(.enabled(if: Mucluc.canRun("/usr/bin/python3", "-c", "import jsonschema")))
  func `the schema says the same as the program`() throws {
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      for text in sys.argv[2:]:
          print(validator.is_valid(json.loads(text)))
      """
    let schema = Fixtures.project.appendingPathComponent("Schemas/settings-1.schema.json").path
    let run = try Mucluc.run(
      "/usr/bin/python3", ["-c", script, schema] + Self.good + Self.bad)
    #expect(run.errors == "")
    #expect(run.lines == Self.good.map { _ in "True" } + Self.bad.map { _ in "False" })
  }

  @Test func `each setting is an option of the commands that have it`() throws {
    let settings = try Self.settings(
      #"{"lang": "vi", "to": "csv", "format": "json", "roles": ["task"], "ignore": ["outline.level-skip"]}"#
    )
    #expect(settings.arguments(for: "convert") == ["--lang=vi", "--to=csv", "--roles=task"])
    #expect(
      settings.arguments(for: "check") == [
        "--lang=vi", "--format=json", "--ignore=outline.level-skip",
      ])
    #expect(settings.arguments(for: "scan") == ["--lang=vi"])
    #expect(settings.arguments(for: "schema") == [])
  }
}
