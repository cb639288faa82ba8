import Foundation
import TestSupport
import Testing

/// Help, README and completions say the same.
@Suite struct HelpTests {
  static let commands = [
    "convert", "show", "check", "scan", "index", "search", "schema", "config",
  ]

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

  @Test(arguments: ["convert", "check", "scan"])
  func `limits stand last`(_ command: String) throws {
    let help = try Mucluc.run(command, "--help").text
    let limits = try #require(help.range(of: "\nLIMITS:\n"))
    #expect(help[limits.upperBound...].contains("--max-entries"))
    #expect(!help[..<limits.lowerBound].contains("--max-"))
    #expect(!help[limits.upperBound...].contains(":\n"))
  }

  @Test(arguments: [""] + commands)
  func `every sentence of the help stands in Vietnamese too`(_ command: String) throws {
    let arguments = command.isEmpty ? [] : [command]
    let english = try Mucluc.run(Mucluc.path, arguments + ["--help"])
    for (run, name) in [
      (try Mucluc.run(Mucluc.path, arguments + ["--help", "--lang", "vi"]), "--lang"),
      (
        try Mucluc.run(
          Mucluc.path, arguments + ["--help"], environment: ["MUCLUC_LANG": "vi"]), "MUCLUC_LANG"
      ),
    ] {
      #expect(run.status == 0 && run.errors == "")
      let before = Set(Self.sentences(english.text))
      let same = Self.sentences(run.text).filter { before.contains($0) }
      #expect(same == [], "\(name)")
      #expect(run.text.hasPrefix("TÓM TẮT: "))
    }
  }

  @Test(arguments: [""] + commands)
  func `the Vietnamese help keeps to 80 columns, its examples to a line each`(_ command: String)
    throws
  {
    let arguments = command.isEmpty ? [] : [command]
    let help = try Mucluc.run(Mucluc.path, arguments + ["--help", "--lang", "vi"]).text
    let lines = help.components(separatedBy: "\n")
    for (index, line) in lines.enumerated() {
      #expect(line.count <= 80, "\(line)")
      if line.hasPrefix("  mucluc "), !lines[index + 1].isEmpty {
        #expect(lines[index + 1].hasPrefix("  "), "\(lines[index + 1])")
      }
    }
    #expect(!help.contains("default:") && !help.contains("values:"))
  }

  /// The lines of a help that say something: with three words in a row.
  private static func sentences(_ help: String) -> [String] {
    help.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { line in
        !line.hasPrefix("mucluc ") && !line.hasPrefix("find ")
          && line.contains(/[a-z]{2,} [a-z]{2,} [a-z]{2,}/)
      }
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

  @Test func `the README shows a tree as it is`() throws {
    let file = Fixtures.project.appendingPathComponent("README.md")
    let readme = try String(contentsOf: file, encoding: .utf8)
    let sample = "Documentation/chuong-trinh.txt"
    let tree = try Mucluc.run("show", Fixtures.project.appendingPathComponent(sample).path).text
    #expect(readme.contains("```\n$ mucluc show \(sample)\n\(tree)```\n"))
  }

  @Test func `the Vietnamese README names every option that the English one names`() throws {
    let options = try ["README.md", "README.vi.md"].map { name in
      let file = Fixtures.project.appendingPathComponent(name)
      // The help of a command is shown in one of them.
      let text = try String(contentsOf: file, encoding: .utf8)
        .replacing(/(?s)<details>.*?<\/details>/, with: "")
      return Set(text.matches(of: /--[a-z][a-z-]+/).map { String($0.output) })
    }
    #expect(options[0].subtracting(options[1]) == [])
  }

  @Test func `the README names every command`() throws {
    let file = Fixtures.project.appendingPathComponent("README.md")
    let readme = try String(contentsOf: file, encoding: .utf8)
    for command in Self.commands { #expect(readme.contains("mucluc \(command)")) }
  }
}
