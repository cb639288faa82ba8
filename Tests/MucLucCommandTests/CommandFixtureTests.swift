import Foundation
import TestSupport
import Testing

/// Runs the commands of Fixtures/commands and compares what they print.
@Suite struct CommandFixtureTests {
  static let fixtures: [String] = {
    let folder = Fixtures.folder.appendingPathComponent("commands")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted()
  }()

  @Test func `there are fixtures`() {
    #expect(Self.fixtures.count > 5)
  }

  @Test(arguments: fixtures)
  func `commands print what the fixture says`(_ name: String) throws {
    let file = Fixtures.folder.appendingPathComponent("commands/\(name)")
    let steps = CommandFixture.steps(in: try String(contentsOf: file, encoding: .utf8))
    #expect(!steps.isEmpty)
    try TemporaryPlace.with { place in
      for step in steps {
        let run = try Mucluc.shell(
          step.command, in: place, environment: ["FIXTURES": Fixtures.folder.path])
        let location = SourceLocation(
          fileID: "MucLucCommandTests/\(name)", filePath: file.path, line: step.line, column: 1)
        #expect(run.text == step.output, sourceLocation: location)
        #expect(run.errors == step.errors, sourceLocation: location)
        #expect(run.status == step.status, sourceLocation: location)
      }
    }
  }
}

/// The commands of a Markdown file, in blocks fenced by ```.
///
/// `% command` is run by the shell in an empty folder (one for the file), `$FIXTURES` being the folder of the
/// project's fixtures; the lines below are its output,
/// those after `2> ` its errors, `=> 1` its status where that is not 0.
enum CommandFixture {
  struct Step {
    var command: String
    var line: Int
    var output = ""
    var errors = ""
    var status: Int32 = 0
  }

  static func steps(in text: String) -> [Step] {
    var steps: [Step] = []
    var isInside = false
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if line.hasPrefix("```") {
        isInside.toggle()
      } else if isInside, line.hasPrefix("% ") {
        steps.append(Step(command: String(line.dropFirst(2)), line: index + 1))
      } else if isInside, var step = steps.popLast() {
        if line.hasPrefix("2> ") {
          step.errors += line.dropFirst(3) + "\n"
        } else if line.hasPrefix("=> "), let status = Int32(line.dropFirst(3)) {
          step.status = status
        } else {
          step.output += line + "\n"
        }
        steps.append(step)
      }
    }
    return steps
  }
}
