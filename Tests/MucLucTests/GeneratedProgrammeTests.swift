import Foundation
import MucLuc
import ProgrammeModel
import TestSupport
import Testing

/// convert(generate(tree)) = tree, over many random trees.
///
/// `GENERATED_TREES` says how many, `GENERATED_SEED` which is the first; failures name their seed.
struct GeneratedProgrammeTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["GENERATED_TREES"].flatMap(UInt64.init) ?? 200
  private static let seed =
    environment["GENERATED_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0..<1_000_000)

  @Test func `a generated text comes back as the tree it was made from`() throws {
    for seed in Self.seed..<Self.seed + Self.count {
      let made = ProgrammeGenerator(seed: seed)
      let programme = try Pipeline().convert([UInt8](made.text.utf8), named: "made.txt").programme
      guard isSame(programme, as: made, "seed \(seed)") else { return }
    }
  }

  @Test func `a generated Word document comes back as the tree it was made from`() throws {
    for seed in Self.seed..<Self.seed + Self.count {
      var made = ProgrammeGenerator(seed: seed, isLatin: true)
      let (isNumbered, isTracked, isLegacy) = (made.chance(50), made.chance(50), made.chance(30))
      let bytes = made.docx(isNumbered: isNumbered, isTracked: isTracked, isLegacy: isLegacy)
      let programme = try Pipeline().convert(bytes, named: "made.docx").programme
      let origins = programme.outline.compactMap(\.marker?.origin)
      #expect(origins.allSatisfy { $0 == (isNumbered ? .automatic : .typed) })
      let form = "numbered \(isNumbered), tracked \(isTracked), legacy \(isLegacy)"
      guard isSame(programme, as: made, "seed \(seed), \(form)") else { return }
    }
  }

  /// Whether the programme says what it was made from; says what differs.
  private func isSame(
    _ programme: Programme, as made: ProgrammeGenerator, _ name: String
  ) -> Bool {
    let outline = programme.outline.map(expected)
    let differing = zip(outline, made.outline).first { $0 != $1 }
    let problems: [String?] = [
      differing.map { "\($0)\ninstead of\n\($1)" },
      outline.count == made.outline.count ? nil : "\(outline.count) headings",
      programme.coverage.isComplete ? nil : "\(programme.coverage)",
      programme.preamble.count == 1 ? nil : "preamble: \(programme.preamble)",
      programme.closing.count == 1 ? nil : "closing: \(programme.closing)",
      programme.metadata.recipients.count == 2 ? nil : "\(programme.metadata.recipients)",
      programme.metadata.signature?.name == "Trần Khắc Lam" ? nil : "no signature",
    ]
    for problem in problems.compactMap({ $0 }) {
      Issue.record("\(name): \(problem)\n\(made.text)")
      return false
    }
    return true
  }

  private func expected(_ node: Node) -> ProgrammeGenerator.Expected {
    var text = node.title ?? ""
    if node.title == nil, case .paragraph(let paragraph)? = node.content.first {
      text = paragraph.text
    }
    return ProgrammeGenerator.Expected(
      marker: node.marker?.text ?? "", kind: node.kind.rawValue, text: text,
      children: node.children.map(expected))
  }
}
