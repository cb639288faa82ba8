import Foundation
import Testing

@testable import BatchConversion

@Suite struct ReportTests {
  @Test func `a report tells its own outputs from edited ones`() throws {
    try TemporaryPlace.with { place in
      let path = place.appendingPathComponent("r.jsonl").path
      let report = try Report(path: path)
      var entry = ReportEntry(input: "a", status: .converted, output: "o", settings: "")
      for digest in ["1", "2"] {
        entry.outputDigest = digest
        try report.add(entry)
      }
      // Killed here: the line that was being written is cut off.
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try file.seekToEnd()
      try file.write(contentsOf: Data(#"{"input":"b","status":"conv"#.utf8))
      let next = try Report(path: path)
      #expect(next.entry(for: "a")?.outputDigest == "2")
      #expect(next.entry(for: "b")?.status == nil)
      #expect(next.knows("o", digest: "1") && next.knows("o", digest: "2"))
      #expect(!next.knows("o", digest: "3"))
      #expect(next.knows("another", digest: "3"))
      try next.add(ReportEntry(input: "b", status: .failed, settings: ""))
      try next.finish(["b", "a", "c"], nil) {
        ReportEntry(input: $0, status: .stopped, settings: "")
      }
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      let statuses = lines.compactMap { JSONReader.value(of: String($0))?["status"]?.text }
      #expect(statuses == ["failed", "converted", "stopped"])
    }
  }
}
