import Foundation
import ProgrammeModel
import TestSupport
import Testing
import VietnameseLanguage

@testable import FactExtraction

/// What holds of the facts of any text.
struct FactPropertiesTests {
  private static let samples: [String] = {
    let files = ["dates", "quantities", "references", "names"].map { "facts/\($0).md" }
    return files.flatMap { (try? SampleFile($0))?.samples ?? [] }.map { MarkedText($0.text).text }
  }()

  private func check(_ text: String, _ reader: inout FactReader) {
    let facts = reader.facts(in: text)
    let scalars = Array(text.unicodeScalars)
    var end = 0
    for fact in facts {
      #expect(fact.range.start >= end && fact.range.end > fact.range.start, "\(text)")
      #expect(fact.range.end <= scalars.count, "\(text)")
      guard fact.range.start >= end, fact.range.end <= scalars.count else { return }
      var slice = String.UnicodeScalarView()
      slice.append(contentsOf: scalars[fact.range.start..<fact.range.end])
      #expect(String(slice).unicodeScalars.elementsEqual(fact.text.unicodeScalars), "\(text)")
      end = fact.range.end
    }
    #expect(reader.places.count == facts.count)
  }

  @Test func `text is the slice of its range, and facts do not overlap`() {
    var reader = FactReader()
    for sample in FactPropertiesTests.samples { check(sample, &reader) }
    check(FactPropertiesTests.samples.joined(separator: " "), &reader)
  }

  @Test(arguments: 1...8)
  func `texts of shuffled words keep the promise`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = FactPropertiesTests.samples.flatMap { $0.split(separator: " ") }
    var reader = FactReader()
    for _ in 0..<60 {
      let text = (0..<40).compactMap { _ in words.randomElement(using: &generator) }
        .joined(separator: " ")
      check(text, &reader)
      check(
        String(
          text.unicodeScalars.filter { _ in .random(in: 0..<9, using: &generator) > 0 }.map(
            Character.init)), &reader)
    }
  }

  @Test func `a text reads the same in a reader that read others before`() {
    var used = FactReader()
    for sample in FactPropertiesTests.samples {
      var fresh = FactReader()
      #expect(used.facts(in: sample) == fresh.facts(in: sample))
    }
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "1/", "ngày ", "số 1-", "(", "“", "Ban ", "xã A, ", "Luật ", "năm 2021 - ", "1.", "Căn cứ ",
      "phối hợp với các sở, ", "Sở Nội vụ; ", "do các sở, ", "định kỳ rà soát; ",
      "đạt 5% năm 2020, ",
      "hoàn thành ngày 1/1/2020 ", "giao Sở Nội vụ, ", "chủ trì, các sở phối hợp, ",
      "hằng tháng rà soát ",
      "tăng 5% ", "các xã, ", "của ", "và ",
    ])
  func `a long text of one phrase is read in time`(_ phrase: String) {
    var reader = FactReader()
    let text = String(repeating: phrase, count: 20_000)
    let facts = reader.facts(in: text)
    var sentences = SentenceReader(context: EntryContext())
    var cells = CellReader(lexicon: .standard)
    _ = sentences.entries(in: reader.text, facts: facts, places: reader.places, cells: &cells)
  }
}
