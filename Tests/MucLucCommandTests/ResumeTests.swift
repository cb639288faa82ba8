import Foundation
import TestSupport
import Testing

/// A run that is killed again and again and resumed, compared with one that was left alone.
@Suite(.serialized) struct ResumeTests {
  static let isFull = ProcessInfo.processInfo.environment["MUCLUC_FULL_TESTS"] == "1"
  static let files = isFull ? 2000 : 200

  @Test func `a run that was killed again and again ends as one that was left alone`() throws {
    let seed = UInt64(Date().timeIntervalSince1970)
    print("seed of the batch: \(seed)")
    var random = SeededGenerator(seed: seed)
    try TemporaryPlace.with { place in
      let bad = try Self.writeBatch(to: place.appendingPathComponent("in"), &random)
      let arguments = ["convert", "in", "--jobs", "2", "-q", "--output"]
      let alone = try Mucluc.run(
        Mucluc.path, arguments + ["alone", "--report", "alone.jsonl"], in: place)
      #expect(alone.status == 1)
      #expect(alone.errors.split(separator: "\n").count == bad)

      let clock = ContinuousClock()
      var usual = 0.0
      let resumed = arguments + ["killed", "--report", "killed.jsonl", "--skip-unchanged"]
      let time = try clock.measure {
        _ = try Mucluc.run(Mucluc.path, arguments + ["timing"], in: place)
      }
      usual = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
      for _ in 1...(Self.isFull ? 20 : 10) {
        let process = Mucluc.start(Mucluc.path, resumed, in: place)
        process.standardError = FileHandle.nullDevice
        try process.run()
        Thread.sleep(forTimeInterval: usual * Double.random(in: 0.02...0.4, using: &random))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        // Whatever stands in the folder is whole.
        try Self.expectWhole(place)
      }
      let last = try Mucluc.run(Mucluc.path, resumed, in: place)
      #expect(last.status == 1)
      #expect(last.errors == alone.errors)

      let expected = try place.appendingPathComponent("alone").contents()
      let found = try place.appendingPathComponent("killed").contents()
      #expect(expected.count == Self.files - bad)
      #expect(found.keys.sorted() == expected.keys.sorted())
      #expect(found == expected)
      #expect(try Self.report("alone", in: place) == Self.report("killed", in: place))
    }
  }

  /// Every output that has its name equals the one of the run that was left alone.
  private static func expectWhole(_ place: URL) throws {
    let folder = place.appendingPathComponent("killed")
    guard FileManager.default.fileExists(atPath: folder.path) else { return }
    for (name, bytes) in try folder.contents() where !name.hasSuffix(".tmp") {
      #expect(
        try bytes == Data(contentsOf: place.appendingPathComponent("alone/\(name)")), "\(name)")
    }
  }

  /// The lines of a report without what differs from run to run.
  private static func report(_ name: String, in place: URL) throws -> [String] {
    let file = place.appendingPathComponent("\(name).jsonl")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      var line = String(line).replacing("\"killed/", with: "\"alone/")
      line.replace("\"status\":\"unchanged\"", with: "\"status\":\"converted\"")
      line.replace(/"milliseconds":[0-9.e-]+/, with: "")
      return line
    }
  }

  /// Writes files in folders, every twentieth of them bad; returns how many are bad.
  private static func writeBatch(to folder: URL, _ random: inout SeededGenerator) throws -> Int {
    let word = try Data(
      contentsOf: Fixtures.folder.appendingPathComponent("programmes/letter/input.txt"))
    let docx = try Data(
      contentsOf: Fixtures.folder.appendingPathComponent("programmes/action-plan-word/input.docx"))
    // Bytes that come from no builder: half a document, and one whose parts do not inflate.
    let bads: [(String, Data)] =
      BadFile.all.map { ($0.fileExtension, Data($0.bytes)) }
      + [("docx", docx.prefix(docx.count / 2)), ("docx", Self.damaged(docx))]
    var bad = 0
    for number in 0..<files {
      let place = folder.appendingPathComponent("\(number % 12)/\(number % 5)")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let (fileExtension, bytes): (String, Data)
      if number % 20 == 7 {
        (fileExtension, bytes) = bads[(number / 20) % bads.count]
        bad += 1
      } else if number % 4 == 0 {
        (fileExtension, bytes) = ("docx", docx)
      } else {
        let text = Self.programme(number, &random)
        (fileExtension, bytes) = ("txt", number % 9 == 0 ? word : Data(text.utf8))
      }
      try bytes.write(to: place.appendingPathComponent("kh-\(number).\(fileExtension)"))
    }
    return bad
  }

  /// A package whose parts do not inflate.
  private static func damaged(_ docx: Data) -> Data {
    var bytes = [UInt8](docx)
    for index in stride(from: 60, to: bytes.count * 2 / 3, by: 7) { bytes[index] ^= 0x5A }
    return Data(bytes)
  }

  private static func programme(_ number: Int, _ random: inout SeededGenerator) -> String {
    var text = "HUYỆN ỦY TÂN MỸ\nSố \(number)-CTr/HU\nCHƯƠNG TRÌNH\nCông tác năm 2030\n"
    for section in 1...Int.random(in: 1...4, using: &random) {
      text += "\(section). Nội dung \(section)\n"
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        text +=
          "- Tổ chức \(Int.random(in: 2...90, using: &random)) hội nghị trước ngày 15/3/2030.\n"
      }
    }
    return text
  }
}
