import Foundation
import ProgrammeModel
import TestSupport
import Testing

@testable import BatchConversion
@testable import MucLucCommand

@Suite struct CheckFormatTests {
  static let schema = Shared.folder?.appendingPathComponent("schemas/sarif-schema-2.1.0.json")
  static let python = "/usr/bin/python3"
  static let canValidate =
    schema.map { FileManager.default.fileExists(atPath: $0.path) } == true
    && Mucluc.canRun(python, "-c", "import jsonschema")

  static let files = [
    CheckedFile(
      path: "thư mục/a, b:50%.txt",
      findings: [
        {
          var gap = Finding(
            .warning, "outline.numbering-gap", "3. theo sau 1.", location: Location(line: 17))
          gap.columns = 3..<5
          return gap
        }(),
        Finding(.note, "x.y", "<&\">", location: Location(line: 1)),
      ]),
    CheckedFile(path: "/tmp/tốt.docx", findings: []),
    CheckedFile(
      path: "b.docx",
      findings: [
        Finding(
          .error, "outline.level-skip", "m",
          location: Location(part: "word/document.xml", paragraph: 12)),
        Finding(.error, "read.malformed-xml", "m", part: "word/styles.xml"),
      ]),
  ]

  static func text(_ format: CheckFormat, _ files: [CheckedFile] = files) -> String {
    var printer = format.printer(failOn: .warning)
    let texts = files.map { printer.text(for: $0) }
    return printer.head + texts.joined() + printer.foot
  }

  @Test(.enabled(if: canValidate, "the schema of SARIF and python3-jsonschema are needed"))
  func `SARIF is what its schema says`() throws {
    try TemporaryPlace.with { place in
      for files in [Self.files, []] {
        let file = try place.write(Self.text(.sarif, files), to: "a.sarif")
        let script = """
          import json, sys, jsonschema
          schema, document = (json.load(open(path)) for path in sys.argv[1:])
          jsonschema.Draft7Validator(schema).validate(document)
          run = document["runs"][0]
          rules = run["tool"]["driver"]["rules"]
          assert all(rule["help"]["text"] for rule in rules)
          assert len({rule["id"] for rule in rules}) == len(rules)
          marks = set()
          for result in run["results"]:
              assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
              place = result["locations"][0]["physicalLocation"]
              artifact = place["artifactLocation"]
              assert run["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"]
              assert place["region"]["startLine"] >= 1
              marks.add((artifact["uri"], result["partialFingerprints"]["primaryLocationLineHash"]))
          assert len(marks) == len(run["results"])
          print(len(run["results"]))
          """
        let run = try Mucluc.run(
          Self.python, ["-c", script, Self.schema?.path ?? "", file.path])
        #expect(run.errors == "")
        #expect(run.text == "\(files.reduce(0) { $0 + $1.findings.count })\n")
      }
    }
  }

  @Test func `a region of SARIF is the line, or the number of the paragraph`() {
    let lines = Self.text(.sarif).matches(of: /"startLine":(\d+)/).map { Int($0.output.1) }
    #expect(lines == [17, 1, 12, 1])
  }

  @Test func `a region of SARIF has the columns of the words where they are known`() {
    let text = Self.text(.sarif)
    #expect(text.contains("\"region\":{\"startLine\":17,\"startColumn\":3,\"endColumn\":5}"))
    #expect(text.matches(of: /startColumn/).count == 1)
  }

  @Test func `a worker hands the columns back, and outputs have none`() {
    let gap = Self.files[0].findings[0]
    #expect(Finding(json: gap.wholeJSON)?.columns == 3..<5)
    #expect(Finding(json: gap.json)?.columns == nil)
    #expect(Finding(json: Self.files[0].findings[1].wholeJSON)?.columns == nil)
  }

  @Test func `SARIF names files as URIs`() {
    #expect(SARIFPrinter.uri(of: "a b/đ.txt") == "a%20b/%C4%91.txt")
    #expect(SARIFPrinter.uri(of: "/a") == "file:///a")
  }

  @Test func `annotations stay on one line each`() {
    #expect(
      Self.text(.github) == """
        ::error file=b.docx,title=outline.level-skip::word/document.xml:12: m
        ::error file=b.docx,title=read.malformed-xml::word/styles.xml: m
        ::warning file=thư mục/a%2C b%3A50%25.txt,line=17,col=3,title=outline.numbering-gap::3. theo sau 1.
        ::notice file=thư mục/a%2C b%3A50%25.txt,line=1,title=x.y::<&">
        ::notice title=mucluc::4 findings in 2 of 3 files

        """)
  }

  @Test func `JSON is an array`() throws {
    let array = try JSONSerialization.jsonObject(with: Data(Self.text(.json).utf8)) as? [Any]
    #expect(array?.count == 4)
    #expect(Self.text(.json, []) == "[]\n")
  }

  @Test func `JUnit is well-formed and fails what fails`() throws {
    let document = XMLCounter(Self.text(.junit))
    #expect(document.isWhole)
    #expect(
      document.counts == [
        "testsuites": 1, "testsuite": 1, "testcase": 3, "failure": 3, "system-out": 1,
      ])
  }
}

/// Counts the elements of an XML document without reading more of it than its tags.
private struct XMLCounter {
  var counts: [String: Int] = [:]
  var isWhole = true

  init(_ text: String) {
    var open: [String] = []
    for piece in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
      guard let tag = piece.split(separator: ">").first, piece.contains(">") else {
        isWhole = false
        return
      }
      if tag.hasPrefix("?") { continue }
      let name = String(tag.drop { $0 == "/" }.prefix { $0 != " " })
      if tag.hasPrefix("/") {
        if open.popLast() != name { isWhole = false }
      } else {
        counts[name, default: 0] += 1
        open.append(name)
      }
    }
    if !open.isEmpty { isWhole = false }
  }
}
