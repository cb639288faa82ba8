import Foundation
import MucLuc
import ProgrammeModel
import TestSupport
import Testing

/// Whole-pipeline checks over the material beside the project; skipped where it is absent.
@Suite(.enabled(if: Shared.folder != nil, "the folder ../shared is not here"))
struct SharedDocumentTests {
  static let documents: [String] = {
    guard let folder = Shared.folder?.appendingPathComponent("corpus"),
      let walk = FileManager.default.enumerator(atPath: folder.path)
    else { return [] }
    return walk.compactMap { $0 as? String }
      .filter { $0.hasSuffix(".docx") || $0.hasSuffix(".txt") }.sorted()
  }()

  @Test(arguments: documents)
  func `every character of a real document is placed or counted`(_ path: String) throws {
    guard let conversion = try convert(path) else { return }
    let coverage = conversion.programme.coverage
    #expect(coverage.isComplete, "\(coverage)")
  }

  @Test(arguments: [
    ("seed", "seed.txt"), ("qd256", "legacy/truth/2005-QD-256.txt"),
    ("qd604", "law/604_QD-TTg_700112.docx"), ("qd991", "legacy/truth/2008-23.QD-991-UBND.txt"),
  ])
  func `an annotated document scores as promised`(_ gold: String, _ path: String) throws {
    let shared = try #require(Shared.folder)
    let conversion = try #require(try convert(path))
    let output = FileManager.default.temporaryDirectory
      .appendingPathComponent("mucluc-\(gold)-\(UUID().uuidString).json")
    try Data(conversion.programme.json()).write(to: output)
    defer { try? FileManager.default.removeItem(at: output) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", shared.appendingPathComponent("tools/score.py").path,
      shared.appendingPathComponent("gold/\(gold)").path, output.path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let score = try JSONDecoder().decode(
      Score.self, from: pipe.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    #expect(score.outline.f1 == 1)
    #expect(score.outline.kinds >= 0.98)
    #expect(score.parts.share == 1)
    #expect(score.metadata.share == 1)
    #expect(score.facts.ref.f1 >= 0.98)
    #expect(score.facts.date.f1 >= 0.98)
    #expect(score.facts.quantity.f1 >= 0.95)
  }

  private func convert(_ path: String) throws -> Conversion? {
    let file = try #require(Shared.folder).appendingPathComponent("corpus/\(path)")
    do {
      return try Pipeline().convert(
        [UInt8](Data(contentsOf: file)), named: file.lastPathComponent)
    } catch is ReadingError {
      return nil  // The hostile ones among the peers; their errors are tested with the reader.
    }
  }

  private struct Score: Decodable {
    struct Outline: Decodable { var f1, kinds: Double }
    struct Share: Decodable { var share: Double }
    struct F1: Decodable { var f1: Double }
    struct Facts: Decodable { var ref, date, quantity: F1 }
    var outline: Outline
    var parts, metadata: Share
    var facts: Facts
  }
}
