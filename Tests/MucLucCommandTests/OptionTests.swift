import Foundation
import TestSupport
import Testing

/// Every option of the help stands in a fixture that runs it, and so does every value it names.
@Suite struct OptionTests {
  @Test(arguments: HelpTests.commands)
  func `every option has a command in a fixture that uses it`(_ command: String) throws {
    let used = try Self.words(of: command)
    #expect(try HelpTests.options(of: command).subtracting(used).sorted() == [])
  }

  @Test(arguments: HelpTests.commands)
  func `every value of an option has a command in a fixture that uses it`(_ command: String) throws
  {
    let used = try Self.words(of: command)
    var missing: [String] = []
    let help = try Mucluc.run(command, "--help").text.replacing(/\s+/, with: " ")
    for match in help.matches(of: /(--[a-z-]+) <[^>]*>((?:(?! --).)*?)\(values: ([^;)]*)/) {
      // Encodings have tests of their own, a table for each.
      guard match.output.1 != "--encoding" else { continue }
      missing += match.output.3.split(separator: ", ").map { "\(match.output.1) \($0)" }
        .filter { !used.contains($0) }
    }
    #expect(missing == [])
  }

  /// The options that fixtures give to a command, alone and with the word that follows.
  private static func words(of command: String) throws -> Set<String> {
    var words: Set<String> = []
    for name in CommandFixtureTests.fixtures {
      let file = Fixtures.folder.appendingPathComponent("commands/\(name)")
      for step in CommandFixture.steps(in: try String(contentsOf: file, encoding: .utf8)) {
        for part in step.command.split(whereSeparator: { "|;&()".contains($0) }) {
          let all = part.split(whereSeparator: { " =".contains($0) }).map(String.init)
          guard let place = all.firstIndex(of: "mucluc"), all.dropFirst(place + 1).first == command
          else { continue }
          for (word, next) in zip(all, all.dropFirst() + [""]) where word.hasPrefix("-") {
            words.formUnion([word, "\(word) \(next)"])
          }
        }
      }
    }
    return words
  }
}
