import DocumentReading
import Foundation
import ProgrammeModel
import Testing

@testable import BatchConversion
@testable import MucLucCommand

@Suite struct MessageTests {
  @Test(arguments: Message.allCases)
  func `every message of the command stands in both languages`(_ message: Message) {
    check(message)
  }

  @Test(arguments: FileMessage.allCases)
  func `every message about files stands in both languages`(_ message: FileMessage) {
    check(message)
  }

  private func check(_ message: some BilingualMessage) {
    let (english, vietnamese) = message.sentences
    #expect(!english.text.isEmpty && !vietnamese.text.isEmpty)
    #expect(english.text != vietnamese.text || english.text.hasPrefix("{"))
    #expect(Set(english.places) == Set(vietnamese.places))
    #expect(vietnamese.text == vietnamese.text.precomposedStringWithCanonicalMapping)
    #expect(english.text.utf8.allSatisfy { $0 < 0x80 }, "English needs no letters but its own")
  }

  static let failures: [FileFailure] = [
    .document(.empty(file: "a.txt")), .input(SystemError(number: ENOENT)),
    .input(SystemError(number: EACCES)), .input(SystemError(number: EISDIR)),
    .input(SystemError(number: EIO)), .changedWhileRead,
    .output(SystemError(number: ENOSPC), path: "o"),
    .output(SystemError(number: EACCES), path: "o"),
    .output(SystemError(number: ENOENT), path: "o"), .output(SystemError(number: ELOOP), path: "o"),
    .output(SystemError(number: EIO), path: "o"), .outputEdited(path: "o"),
    .outputIsInput(path: "o"), .nameTaken(path: "o"), .timeLimit(seconds: 2.5),
    .memoryLimit(bytes: 64 << 20), .crashed(signal: 11), .needsOffice(format: "RTF"),
    .officeFailed(reason: "1"), .officeTimeLimit(seconds: 120), .noBaseline(path: "b"),
    .noSettings(path: "s", reason: "r"), .noDocuments,
  ]

  @Test func `every failure has a code of its own`() {
    let codes = Self.failures.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.wholeMatch(of: /(read|write|run)\.[a-z-]+/) != nil })
  }

  @Test(arguments: failures)
  func `a failure is told in both languages, its places filled`(_ failure: FileFailure) {
    for language in MessageLanguage.allCases {
      let message = failure.message(in: language)
      #expect(!message.isEmpty && !message.contains("{"))
    }
    #expect(failure.message(in: .english) != failure.message(in: .vietnamese))
  }

  @Test func `the name of the file stands once`() {
    let error = ReadingError.malformedXML(
      file: "q4.docx", part: "word/document.xml", line: 2, reason: "x")
    let finding = Finding(.document(error), in: .english)
    #expect(
      finding.line(file: "in/q4.docx").hasPrefix("in/q4.docx:word/document.xml: error: line 2: "))
  }

  @Test(arguments: [
    (Location(line: 17), "a.txt:17: warning: m [c]"),
    (
      Location(part: "word/document.xml", paragraph: 12),
      "a.txt:word/document.xml:12: warning: m [c]"
    ),
    (nil, "a.txt: warning: m [c]"),
  ])
  func `a finding is printed with its place`(_ location: Location?, _ line: String) {
    #expect(Finding(.warning, "c", "m", location: location).line(file: "a.txt") == line)
  }

  @Test func `a message that cites the document stays on one line`() {
    let finding = Finding(.warning, "c", "the name “A\nB\u{1B}[31m”")
    #expect(finding.line(file: "a") == "a: warning: the name “A B [31m” [c]")
  }
}
