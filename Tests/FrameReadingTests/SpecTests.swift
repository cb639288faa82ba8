import Foundation
import TestSupport
import Testing

@Suite struct `Frames of text files` {
  @Test(arguments: SpecFile.samples(in: Fixtures.folder.appendingPathComponent("frame")))
  func `every sample has the frame that stands below it`(_ sample: SpecFile.Sample) {
    let lines = Documents.dump(sample.input)
    #expect(
      lines == sample.expected, "\n\(lines.joined(separator: "\n"))",
      sourceLocation: sample.sourceLocation)
  }
}
