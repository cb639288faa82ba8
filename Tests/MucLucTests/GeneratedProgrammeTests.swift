import Foundation
import MucLuc
import ProgrammeModel
import TestSupport
import Testing

/// convert(generate(tree)) = tree, over many random trees.
///
/// A thousand in each form take some thirty seconds where nothing is optimised; five thousand are for the full run.
/// `GENERATED_TREES` says how many, `GENERATED_SEED` which is the first; it is printed always, and by a failure the seed
/// of its tree.
struct GeneratedProgrammeTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let isFull = environment["MUCLUC_FULL_TESTS"] == "1"
  private static let count =
    environment["GENERATED_TREES"].flatMap(UInt64.init) ?? (isFull ? 5_000 : 1_000)
  private static let seed =
    environment["GENERATED_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0..<1_000_000)

  @Test func `a generated text comes back as the tree it was made from`() async throws {
    try await check("texts") { seed in
      let made = ProgrammeGenerator(seed: seed)
      let forms = ProgrammeGenerator.TextForm.allCases
      let form = forms[Int(seed % UInt64(forms.count))]
      let programme = try Pipeline().convert(made.bytes(as: form), named: "made.txt").programme
      return isSame(programme, as: made, "seed \(seed), \(form)")
    }
  }

  @Test func `a generated Word document comes back as the tree it was made from`() async throws {
    try await check("Word documents") { seed in
      var made = ProgrammeGenerator(seed: seed, isLatin: true)
      let form = made.wordForm()
      let programme = try Pipeline().convert(made.docx(form), named: "made.docx").programme
      let origins = programme.outline.compactMap(\.marker?.origin)
      #expect(
        origins.allSatisfy { $0 == (form.isNumbered ? .automatic : .typed) }, "seed \(seed)")
      return isSame(programme, as: made, "seed \(seed), \(form)")
    }
  }

  /// Goes through the seeds on every processor, each up to its first failure.
  private func check(
    _ name: String, _ isRight: @escaping @Sendable (UInt64) throws -> Bool
  ) async throws {
    print("\(Self.count) generated \(name) from GENERATED_SEED=\(Self.seed)")
    let workers = UInt64(ProcessInfo.processInfo.activeProcessorCount)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<workers {
        group.addTask {
          for index in stride(from: worker, to: Self.count, by: Int(workers)) {
            guard try isRight(Self.seed + index) else { return }
          }
        }
      }
      try await group.waitForAll()
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
    ProgrammeGenerator.Expected(
      marker: node.marker?.text ?? "", kind: node.kind.rawValue, title: node.title ?? "",
      content: node.content.map { block in
        switch block {
        case .paragraph(let paragraph): paragraph.text
        case .table(let table): ProgrammeGenerator.Grid(table).description
        }
      },
      children: node.children.map(expected))
  }
}
