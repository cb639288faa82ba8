import Foundation
import TestSupport
import Testing

@Suite struct `Outlines of text files` {
  @Test(arguments: SpecFile.samples(in: Fixtures.folder.appendingPathComponent("outline")))
  func `every sample has the tree that stands below it`(_ sample: SpecFile.Sample) {
    let lines = Documents.dump(sample.input)
    #expect(
      lines == sample.expected, "\n\(lines.joined(separator: "\n"))",
      sourceLocation: sample.sourceLocation)
  }

  @Test func `there are samples for every zone, level, kind and accident`() {
    let samples = SpecFile.samples(in: Fixtures.folder.appendingPathComponent("outline"))
    #expect(samples.count >= 44)
  }
}
