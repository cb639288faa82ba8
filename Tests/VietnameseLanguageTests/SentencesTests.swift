import Foundation
import TestSupport
import Testing

@testable import VietnameseLanguage

struct SentencesTests {
  @Test func `stops end sentences, and short forms, numbers and quotations do not`() throws {
    let file = try SampleFile("facts/tasks.md")
    for sample in file.samples {
      let expected = sample.text.components(separatedBy: "|").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      let text = TokenisedText(sample.text.replacingOccurrences(of: "|", with: ""))
      let location = SourceLocation(
        fileID: "VietnameseLanguageTests/tasks.md", filePath: file.path, line: sample.line,
        column: 1)
      #expect(text.sentences().map(text.slice) == expected, sourceLocation: location)
    }
  }

  @Test(arguments: ["", " ", ".", "...", "“", "((((", "\"", "a", "1.", ". . .", "“.”.“"])
  func `any text is the sum of its sentences`(_ string: String) {
    let text = TokenisedText(string)
    #expect(text.sentences().reduce(0) { $0 + $1.count } == text.count)
  }
}
