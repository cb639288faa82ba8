import Foundation
import TestSupport
import Testing

/// The recipes of the documentation, run one after the other in one folder.
@Suite struct RecipeTests {
  @Test func `every recipe runs`() throws {
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    guard FileManager.default.isExecutableFile(atPath: program.path + "/mucluc"),
      let shell = Tool.path(of: "bash")
    else {
      print("skipped: the program is not built beside the tests, or bash is missing")
      return
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try copyProgrammes(to: folder.appendingPathComponent("programmes"))
    let recipes = try recipes()
    #expect(recipes.count >= 10)
    for recipe in recipes {
      if let missing = missingTool(of: recipe) {
        print("skipped: \(missing) is missing for \(recipe.prefix(40))…")
        continue
      }
      let script = "set -euo pipefail\nPATH='\(program.path)':\"$PATH\"\n" + recipe
      let output = try Tool.run(shell, ["-c", script], in: folder)
      #expect(output.status == 0, "\(recipe)")
      let writesFile = recipe.contains("--output") || recipe.contains("head")
      #expect(writesFile || !output.bytes.isEmpty, "\(recipe)")
    }
  }

  /// The blocks of shell in the documentation, in their order.
  private func recipes() throws -> [String] {
    let file = Fixtures.project.appendingPathComponent("Documentation/recipes.md")
    return try String(contentsOf: file, encoding: .utf8).components(separatedBy: "```sh\n")
      .dropFirst().map { String($0.components(separatedBy: "\n```")[0]) + "\n" }
  }

  /// The first tool that a recipe needs and this machine lacks, or `nil`.
  private func missingTool(of recipe: String) -> String? {
    for tool in ["jq", "sqlite3", "psql"]
    where recipe.hasPrefix(tool) || recipe.contains("\n\(tool)") {
      guard let path = Tool.path(of: tool) else { return tool }
      if tool == "psql" {
        let answer = try? Tool.run(path, ["-w", "-c", "SELECT 1"])
        if answer?.status != 0 { return "a PostgreSQL server" }
      }
    }
    if recipe.contains("/usr/bin/python3"), Python.path == nil { return "Python" }
    if recipe.contains("jsonschema"), !Python.hasJSONSchema { return "python3-jsonschema" }
    return nil
  }

  private func copyProgrammes(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let source = Fixtures.folder.appendingPathComponent("programmes")
    for name in try FileManager.default.contentsOfDirectory(atPath: source.path).sorted() {
      for kind in ["docx", "txt"] {
        let input = source.appendingPathComponent("\(name)/input.\(kind)")
        guard FileManager.default.fileExists(atPath: input.path) else { continue }
        try FileManager.default.copyItem(
          at: input, to: folder.appendingPathComponent("\(name).\(kind)"))
      }
    }
  }
}
