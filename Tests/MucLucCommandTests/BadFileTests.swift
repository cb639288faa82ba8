import DocumentReading
import Foundation
import TestSupport
import Testing

@testable import BatchConversion
@testable import MucLucCommand

/// Every failure of a file, as a user meets it.
@Suite struct BadFileTests {
  /// What the shell's tests play: the system, other programs, limits of a process.
  static let elsewhere: [String: String] = [
    "read.no-permission": "SystemTests", "read.changed-while-read": "SystemTests",
    "write.no-permission": "SystemTests", "run.time-limit": "LimitTests",
    "run.memory-limit": "LimitTests", "run.crashed": "LimitTests",
    "read.libreoffice-failed": "OfficeTests", "read.libreoffice-time-limit": "OfficeTests",
    "read.needs-libreoffice": "OfficeTests",
    // Errors of a disk that nothing here can play.
    "read.failed": "", "write.failed": "",
    // The command takes .doc, .rtf and .odt to LibreOffice before reading could say this.
    "read.old-word-format": "",
  ]

  @Test func `bad files fail with one line each, in both languages, and the others go on`() throws {
    try TemporaryPlace.with { place in
      for (number, file) in BadFile.all.enumerated() {
        let path = place.appendingPathComponent("in/\(10 + number).\(file.fileExtension)")
        try place.write("Nhiệm vụ\n", to: "in/\(10 + number)-tot.txt")
        try Data(file.bytes).write(to: path)
      }
      for language in ["en", "vi"] {
        let run = try Mucluc.run(
          "convert", "in", "--to", "text", "-q", "--output", "out", "--lang", language, in: place)
        #expect(run.status == 1)
        let lines = run.errors.split(separator: "\n").map(String.init)
        #expect(lines.count == BadFile.all.count)
        for (number, (line, file)) in zip(lines, BadFile.all).enumerated() {
          #expect(line.hasPrefix("in/\(10 + number).\(file.fileExtension):"), "\(line)")
          #expect(line.contains(": error: "), "\(line)")
          #expect(line.hasSuffix(" [\(file.code)]"), "\(line)")
        }
        #expect(try place.appendingPathComponent("out").contents().count == BadFile.all.count)
      }
    }
  }

  @Test func `every code of a failure is met by a test that runs the command`() throws {
    let sources = try FileManager.default.contentsOfDirectory(
      atPath: Fixtures.folder.appendingPathComponent("commands").path
    )
    .map { Fixtures.folder.appendingPathComponent("commands/\($0)") }
    let fixtures = try sources.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    let met = Set(BadFile.all.map(\.code))
    let codes = MessageTests.failures.map(\.code) + Self.readingCodes
    for code in Set(codes).sorted() where !met.contains(code) && !fixtures.contains("[\(code)]") {
      guard let suite = Self.elsewhere[code] else {
        Issue.record("no test runs the command for \(code)")
        continue
      }
      guard !suite.isEmpty else { continue }
      let file = Fixtures.project.appendingPathComponent(
        "Tests/MucLucCommandTests/\(suite).swift")
      #expect(try String(contentsOf: file, encoding: .utf8).contains(code), "\(suite): \(code)")
    }
  }

  /// The codes of reading, from its source: an enum with values cannot be walked.
  private static var readingCodes: [String] {
    let file = Fixtures.project.appendingPathComponent("Sources/DocumentReading/ReadingError.swift")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.matches(of: /: "(read\.[a-z-]+)"/).map { String($0.output.1) }
  }
}
