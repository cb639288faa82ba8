import Foundation
import TestSupport
import Testing

/// Hostile files through the command: what they make it touch, and what it says.
@Suite(.serialized) struct HostileInputTests {
  /// Calls that name a file, and all that reach the network.
  private static let calls = "trace=%file,%network"

  @Test(.enabled(if: SystemTests.canTrace, "strace is needed"))
  func `hostile files make the command touch nothing but input and output`() throws {
    try TemporaryPlace.with { place in
      // Whatever a harmless document makes it open is the system's.
      try place.write("Nhiệm vụ\n", to: "harmless/a.txt")
      try Data(DocxBuilder(body: "<w:p><w:r><w:t>Nhiệm vụ</w:t></w:r></w:p>").bytes())
        .write(to: place.appendingPathComponent("harmless/b.docx"))
      let usual = try Self.touched("harmless", in: place)
      for file in HostileFile.all {
        let path = place.appendingPathComponent("in/\(file.fileName)")
        try FileManager.default.createDirectory(
          at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.make(100)).write(to: path)
      }
      let touched = try Self.touched("in", in: place)
      #expect(touched.calls.filter { $0.contains("connect(") || $0.contains("socket(") }.isEmpty)
      let known = Set(usual.paths)
      for path in Set(touched.paths) where !known.contains(path) {
        let isNamed = ["in", "out"].contains { path == $0 || path.hasPrefix("\($0)/") }
        // The tables of the system's encodings are read when a document names one of them, and the
        // allocator asks how memory is given when there is a lot of it.
        let isSystem = path.contains("/gconv") || path == "/proc/sys/vm/overcommit_memory"
        #expect(isNamed || isSystem, "\(path)")
      }
      // A line for each failure and nothing else, neither from a library nor from a crash.
      for line in touched.errors.split(separator: "\n") {
        #expect(line.hasPrefix("in/") && line.contains(": error: "), "\(line)")
      }
    }
  }

  /// Converts a folder; gives the calls, the paths in them, and the errors.
  private static func touched(
    _ folder: String, in place: URL
  ) throws -> (calls: [Substring], paths: [String], errors: String) {
    let run = try Mucluc.shell(
      "strace -f -o trace -e \(calls) mucluc convert \(folder) --output out -q --jobs 2", in: place)
    #expect(run.status < 2)
    let trace = try String(contentsOf: place.appendingPathComponent("trace"), encoding: .utf8)
    let calls = trace.split(separator: "\n")
    let paths = calls.flatMap { line in
      line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
    return (calls, paths, run.errors)
  }
}
