import Foundation
import ProgrammeModel
import TestSupport
import Testing

@testable import TextNormalising
@testable import VietnameseText

struct NormalisationConformanceTests {
  /// Composes a text with the passes of a document.
  private func composed(_ scalars: [UInt32]) -> [UInt32] {
    var text = Rewriting(String(scalars: scalars), places: [])
    var pass = UnicodePass()
    pass.compose(&text)
    return text.scalars
  }

  @Test(.enabled(if: Shared.folder != nil, "../shared is absent"))
  func `every line of NormalizationTest is composed, and what is clean at a look is composed`()
    throws
  {
    let folder = try #require(Shared.folder)
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "bzip2", "-dc", folder.appendingPathComponent("encodings/NormalizationTest.txt.bz2").path,
    ]
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    var count = 0
    var failures: [String] = []
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      guard let first = line.first, first != "#", first != "@" else { continue }
      let columns = line.split(separator: ";").prefix(5).map {
        $0.split(separator: " ").compactMap { UInt32($0, radix: 16) }
      }
      count += 1
      for (source, wanted) in [(0, 1), (1, 1), (2, 1), (3, 3), (4, 3)] {
        // A tone before a hat, which the standard leaves apart, is composed by rule.
        let result = composed(columns[source])
        let text = String(scalars: columns[source])
        if result != columns[wanted] { failures.append(String(line.prefix(60))) }
        if result != columns[source], !text.traits.contains(.doubtful) {
          failures.append("clean: \(line.prefix(60))")
        }
      }
    }
    #expect(count == 19_074)
    #expect(failures.isEmpty, "\(failures.count): \(failures.prefix(5))")
  }

  static let tones: [UInt32] = [0x300, 0x309, 0x303, 0x301, 0x323]
  static let shapes: [(UInt32, [UInt32])] = [
    (0x302, [0x61, 0x65, 0x6F, 0x41, 0x45, 0x4F]), (0x306, [0x61, 0x41]),
    (0x31B, [0x6F, 0x75, 0x4F, 0x55]),
  ]

  @Test func `a letter with a tone and a shape is one letter in every order of the marks`() {
    var count = 0
    for (shape, letters) in Self.shapes {
      for letter in letters {
        for tone in Self.tones {
          let wanted = Array(String(scalars: [letter, shape, tone]).composed.unicodeScalars)
          #expect(wanted.count == 1)
          let shaped = String(scalars: [letter, shape]).composed.unicodeScalars.map(\.value)
          let toned = String(scalars: [letter, tone]).composed.unicodeScalars.map(\.value)
          for order in [
            [letter, shape, tone], [letter, tone, shape], shaped + [tone], toned + [shape],
          ] {
            #expect(composed(order) == wanted.map(\.value))
            count += 1
          }
        }
      }
    }
    #expect(count == 240)
  }

  private struct Vector: Decodable {
    var kind: String
    var input_docx_codepoints: String?
    var expected_nfc: String
    var note: String?
  }

  @Test(.enabled(if: Shared.folder != nil, "../shared is absent"))
  func `the mark orders of the vectors become the letter that was meant`() throws {
    let file = try #require(Shared.folder).appendingPathComponent("encodings/vectors.jsonl")
    var count = 0
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let vector = try JSONDecoder().decode(Vector.self, from: Data(line.utf8))
      guard vector.kind == "nfc-only", let points = vector.input_docx_codepoints else { continue }
      let scalars = points.split(separator: " ").compactMap { UInt32($0.dropFirst(2), radix: 16) }
      let result = String(scalars: composed(scalars))
      if let note = vector.note, let letter = note.split(separator: " ").last, note.contains("NOT")
      {
        #expect(result == letter)
      } else {
        #expect(result == vector.expected_nfc)
      }
      #expect(result.unicodeScalars.count == 1)
      count += 1
    }
    #expect(count == 240)
  }

  @Test func `random text is normalised, can be restored, and takes no time`() {
    var generator = SeededGenerator(seed: 20_240_611)
    let alphabet: [UInt32] = [
      0x61, 0x65, 0x6F, 0x75, 0x20, 0x54, 0xAD, 0x300, 0x301, 0x302, 0x303, 0x309, 0x323, 0x306,
      0x31B,
      0xE2, 0xD5, 0xB5, 0xA7, 0x111, 0xD0, 0x430, 0xA0, 0x2006, 0x200B, 0x3, 0x96, 0xF0B7, 0x1100,
      0x1161, 0x11A8, 0x2018, 0xC4, 0x91, 0x1B0, 0x155, 0xC3, 0xA3, 0x85, 0x28, 0x29, 0xF8, 0x6E,
      0x67,
    ]
    for round in 0..<400 {
      let texts = (0..<3).map { _ in
        String(
          scalars: (0..<Int.random(in: 1...30, using: &generator)).map { _ in
            alphabet.randomElement(using: &generator) ?? 0x61
          })
      }
      var source: SourceDocument
      switch round % 3 {
      case 0: source = lines(texts)
      case 1:
        let bytes = texts.map { text in
          String(scalars: text.unicodeScalars.map { $0.value & 0xFF }.filter { $0 != 0 })
        }
        source = lines(bytes, .bytes)
      default:
        source = document(
          [(texts[0], ".VnTime"), (texts[1], ".VnTimeH")],
          [(texts[2], "VNI-Times"), (texts[0], "Symbol")],
          [(texts[1], "Times New Roman")])
      }
      let result = Normaliser().normalise(source).value
      #expect(result.restoredTexts == source.texts, "round \(round)")
      let old = source.texts.reduce(0) { $0 + $1.visibleCharacterCount }
      let new = result.document.texts.reduce(0) { $0 + $1.visibleCharacterCount }
      #expect(old + result.changes.visibleCharacterGrowth == new, "round \(round)")
    }
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "a\u{302}\u{301}", count: 5_000),
      String(repeating: "\u{301}", count: 5_000),
      String(repeating: "quyÕt ", count: 2_000), String(repeating: "Õ", count: 5_000),
      String(repeating: "\u{AD}", count: 5_000), String(repeating: "а", count: 5_000) + "b",
      String(repeating: "ð", count: 5_000), String(repeating: "ráº¥t ", count: 5_000),
      String(repeating: "C\u{323}n ", count: 2_000), String(repeating: "BÐ ", count: 2_000),
    ])
  func `one line without end takes time in proportion`(_ text: String) {
    for form in [lines([text]), document([(text, ".VnTime")])] {
      let result = Normaliser().normalise(form).value
      #expect(result.restoredTexts == form.texts)
    }
  }
}
