import Foundation
import ProgrammeModel
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

  @Test func `what a report says of an input is read again as it was written`() throws {
    try TemporaryPlace.with { place in
      let path = place.appendingPathComponent("r.jsonl").path
      var entry = ReportEntry(
        input: "một.docx", path: "một.docx", status: .failed, output: "một.json",
        settings: "to=json")
      entry.warnings = [("a.b", 2), ("c.d", 1)]
      entry.outputDigest = "12"
      entry.metadataDigest = "34"
      entry.keepsFindings = true
      entry.result.format = "docx"
      entry.result.encoding = "tcvn3"
      entry.result.via = "doc"
      entry.result.milliseconds = 1.25
      entry.result.inputDigest = "56"
      entry.result.counts.bytes = 7
      entry.result.failure = Finding(.error, "read.empty", "“trống”\n")
      entry.result.findings = [Finding(.warning, "a.b", "hai")]
      let report = try Report(path: path)
      for input in ["a", "b"] {
        try report.add(ReportEntry(input: input, status: .converted, settings: ""))
      }
      try report.add(entry)
      try report.finish(["b", "một.docx", "a"]) { _ in entry }
      let next = try Report(path: path)
      #expect(next.entry(for: "một.docx")?.json.line == entry.json.line)
      #expect(next.entry(for: "a")?.input == "a")
      #expect(next.earlier(without: Set(["a".pathKey])).map(\.input) == ["b", "một.docx"])
    }
  }

  @Test func `a pipe takes each line once, and those that the run did not come to`() throws {
    try TemporaryPlace.with { place in
      let path = place.appendingPathComponent("pipe").path
      #expect(unsafe mkfifo(path, 0o600) == 0)
      let reader = unsafe open(path, O_RDONLY | O_NONBLOCK)
      defer { close(reader) }
      let report = try Report(path: path)
      try report.add(ReportEntry(input: "a", status: .converted, settings: ""))
      try report.finish(["a", "b"]) { ReportEntry(input: $0, status: .stopped, settings: "") }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = try FileBytes.receive(from: reader, into: &bytes, at: 0)
      let lines = bytes[..<count].split(separator: UInt8(ascii: "\n"))
        .compactMap(JSONReader.value(of:))
      #expect(lines.map { $0["input"]?.text } == ["a", "b"])
      #expect(lines.map { $0["status"]?.text } == ["converted", "stopped"])
    }
  }
}
