import Foundation
import MucLuc
import TestSupport
import Testing

struct DecomposedTextTests {
  @Test(arguments: ["quarterly-programme", "decision-with-programme", "wrapped-report"])
  func `text in decomposed letters says the same facts`(_ slug: String) throws {
    let file = Fixtures.folder.appendingPathComponent("programmes/\(slug)/input.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    let composed = Array(text.precomposedStringWithCanonicalMapping.utf8)
    let decomposed = Array(text.decomposedStringWithCanonicalMapping.utf8)
    #expect(composed != decomposed)
    let expected = try Pipeline().convert(composed, named: "input.txt").programme
    let programme = try Pipeline().convert(decomposed, named: "input.txt").programme
    #expect(programme.outline == expected.outline)
    #expect(programme.preamble == expected.preamble)
    #expect(programme.closing == expected.closing)
    #expect(programme.metadata == expected.metadata)
  }
}
