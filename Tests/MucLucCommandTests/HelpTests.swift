import Foundation
import TestSupport
import Testing

/// Help, README and completions say the same.
@Suite struct HelpTests {
  static let commands = ["convert", "show", "check", "scan", "index", "search", "schema"]

  /// The long options that a command's help names.
  static func options(of command: String) throws -> Set<String> {
    let help = try Mucluc.run(command, "--help").text
    return Set(help.matches(of: /[ \[(\/](--[a-z][a-z-]+)/).map { String($0.output.1) })
  }

  @Test(arguments: commands)
  func `help has a summary and examples`(_ command: String) throws {
    let run = try Mucluc.run(command, "--help")
    #expect(run.status == 0 && run.errors == "")
    #expect(run.text.hasPrefix("OVERVIEW: "))
    #expect(run.text.contains("EXAMPLES:\n  mucluc \(command)"))
    #expect(try Mucluc.run("help", command).text == run.text)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions know every command and option`(_ shell: String) throws {
    let script = try Mucluc.run("--generate-completion-script", shell).text
    for command in Self.commands {
      #expect(script.contains(command))
      for option in try Self.options(of: command) {
        // Fish names options without their dashes.
        let word = shell == "fish" ? String(option.dropFirst(2)) : option
        #expect(script.contains(word), "\(command) \(option)")
      }
    }
    #expect(!script.contains("--worker"))
  }

  @Test func `the README shows the help as it is`() throws {
    let file = Fixtures.project.appendingPathComponent("README.md")
    let readme = try String(contentsOf: file, encoding: .utf8)
    let help = try Mucluc.run("convert", "--help").text
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
      .trimmingCharacters(in: .newlines)
    let opening = "<!-- mucluc convert --help -->\n```\n"
    let start = try #require(readme.range(of: opening)?.upperBound)
    let end = try #require(readme.range(of: "```", range: start..<readme.endIndex)?.lowerBound)
    let shown = readme[start..<end].trimmingCharacters(in: .newlines)
    if Golden.isRecording, shown != help {
      try readme.replacingCharacters(in: start..<end, with: help + "\n")
        .write(to: file, atomically: true, encoding: .utf8)
      Issue.record("README.md was recorded: read it, then run without RECORD")
    } else {
      #expect(shown == help)
    }
  }

  @Test func `the README names every command`() throws {
    let file = Fixtures.project.appendingPathComponent("README.md")
    let readme = try String(contentsOf: file, encoding: .utf8)
    for command in Self.commands { #expect(readme.contains("mucluc \(command)")) }
  }
}
