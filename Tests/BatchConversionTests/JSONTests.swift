import DocumentReading
import Foundation
import ProgrammeModel
import Testing

@testable import BatchConversion

@Suite struct JSONTests {
  @Test(arguments: [
    "null", "true", "[]", "{}", "[1,-2,3.5]", #"{"a":"b","c":[{"d":null}]}"#,
    #""đ\"\\\n\t\u0001 “”""#, "0", "[[[]]]",
  ])
  func `what is read is written again`(_ text: String) throws {
    #expect(try #require(JSONReader.value(of: text)).line == text)
    #expect(JSONReader.value(of: JSONReader.value(of: text)?.pretty ?? "")?.line == text)
    #expect(
      throws: Never.self,
      performing: {
        try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
      })
  }

  @Test(arguments: [
    "", "{", #"{"a"}"#, #"{"a":}"#, "[1,]", "[1", #""abc"#, "tru", "1 2", #"{"a":1,}"#, #""\x""#,
    #""\ud800""#, String(repeating: "[", count: 10_000), #"{"status":"fai"#,
  ])
  func `what is cut off or wrong is nothing`(_ text: String) {
    #expect(JSONReader.value(of: text)?.line == nil)
  }

  @Test func `escapes are read`() {
    #expect(JSONReader.value(of: #""\u0111\ud83d\ude00\/""#)?.text == "đ😀/")
  }

  @Test func `a line of a report is read as it was written`() throws {
    var entry = ReportEntry(
      input: "a “b”.txt", status: .converted, output: "o/a.json", settings: "to=json")
    entry.result.format = "txt"
    entry.result.encoding = "tcvn3"
    entry.result.counts.tasks = 7
    entry.result.inputDigest = "abc"
    entry.outputDigest = "def"
    entry.warnings = [(code: "outline.level-skip", count: 2)]
    entry.result.failure = Finding(.error, "read.empty", "rỗng")
    let line = entry.json.line
    let read = try #require(JSONReader.value(of: line).flatMap(ReportEntry.init(json:)))
    #expect(read.json.line == line)
    #expect(JSONReader.value(of: line.dropLast(5).utf8).flatMap(ReportEntry.init(json:)) == nil)
  }

  @Test func `a worker's result is read as it was written`() throws {
    var result = FileResult()
    result.findings = [
      Finding(.warning, "c", "m", location: Location(line: 3)),
      Finding(.note, "d", "n", location: Location(part: "word/document.xml", paragraph: 4)),
    ]
    result.failure = Finding(.document(.empty(file: "a")), in: .vietnamese)
    result.counts.facts = 2
    result.milliseconds = 1.5
    let read = FileResult(json: try #require(JSONReader.value(of: result.json.line)))
    #expect(read.json.line == result.json.line)
    #expect(read.failure == result.failure)
    #expect(read.findings == result.findings)
  }
}
