import Foundation
import ProgrammeModel
import Testing

@testable import BatchConversion
@testable import MucLucCommand

@Suite struct BaselineTests {
  static func finding(_ code: String, _ fingerprint: String) -> Finding {
    var finding = Finding(.warning, code, "m")
    finding.fingerprint = fingerprint
    return finding
  }

  @Test func `each finding is known as often as it was met`() {
    let (a, b) = (Self.finding("o.a", "1"), Self.finding("o.a", "2"))
    var baseline = Baseline()
    baseline.add([a, a, b], in: "d//x.txt")
    #expect(baseline.count == 3)
    #expect(baseline.unknown([a, a, a], in: "./d/x.txt") == [a])
    #expect(baseline.hidden == 2 && baseline.gone == 1)
    #expect(baseline.unknown([a], in: "x.txt") == [a])
  }

  @Test func `a baseline that was written is read again, whatever the names hold`() throws {
    try TemporaryPlace.with { place in
      let path = "a \"b\"\n50%.txt"
      var baseline = Baseline()
      baseline.add([Self.finding("o.a", "1")], in: path)
      let file = place.appendingPathComponent("b.json").path
      try AtomicFile.write(baseline.bytes, to: file)
      var read = try Baseline(path: file)
      #expect(read.unknown([Self.finding("o.a", "1")], in: path) == [])
      #expect(read.bytes == Baseline().bytes)
    }
  }

  @Test(arguments: [
    "", "{}", "[]", #"{"version":2,"findings":[]}"#, #"{"version":1,"findings":{}}"#,
    #"{"version":1,"findings":[{"path":"a"}]}"#,
    #"{"version":1,"findings":[{"path":"a","code":"c","fingerprint":"f","count":-1}]}"#,
    #"{"version":1,"findings":[{"path":"a","code":"c","fingerprint":"f","count":1}]"#,
  ])
  func `what is no baseline is refused`(_ text: String) throws {
    try TemporaryPlace.with { place in
      let file = try place.write(text, to: "b.json")
      #expect(throws: FileFailure.noBaseline(path: file.path)) { try Baseline(path: file.path) }
    }
  }

  @Test func `a place is known by its text, a document and what it lacks by words`() {
    let kind = Diagnostic.Kind.numberingGap
    func document(_ texts: [String]) -> SourceDocument {
      SourceDocument(
        name: "a.txt", format: .txt,
        blocks: texts.enumerated().map { index, text in
          .paragraph(SourceParagraph(text: text, location: Location(line: index + 1)))
        })
    }
    let before = Fingerprint.of(
      [Diagnostic(kind, "3.", "1.", at: Location(line: 2))], in: document(["1. a", "3. b"]))
    let moved = Fingerprint.of(
      [Diagnostic(kind, "3.", "1.", at: Location(line: 3))], in: document(["x", "1. a", "3. b"]))
    let other = Fingerprint.of(
      [Diagnostic(kind, "3.", "1.", at: Location(line: 2))], in: document(["1. a", "3. c"]))
    #expect(before == moved && before != other)
    let unsigned = [["1. a"], ["1. a", "2. b"]].map { texts in
      Fingerprint.of(
        [Diagnostic(.unsigned, at: Location(line: texts.count))], in: document(texts))
    }
    #expect(unsigned[0] == unsigned[1])
    let counted = ["3", "30"].map {
      Fingerprint.of([Diagnostic(.unknownLetters, $0, "VNI")], in: document([]))
    }
    #expect(counted[0] == counted[1])
    #expect(
      counted[0] != Fingerprint.of([Diagnostic(.unknownLetters, "3", "VPS")], in: document([])))
  }

  @Test(
    arguments: [
      ("chek", "check"), ("cnvert", "convert"), ("SHOW", "show"), ("shwo", "show"), ("xyz", nil),
      ("conf", "config"), ("sho.docx", nil), ("", nil),
    ] as [(String, String?)])
  func `a mistyped word has a near one, or none`(_ word: String, _ near: String?) {
    let names = ["convert", "show", "check", "scan", "schema", "config"]
    #expect(NearName.nearest(to: word, among: names) == near)
  }
}
