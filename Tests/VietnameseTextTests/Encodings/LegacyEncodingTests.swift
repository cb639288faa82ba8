import Foundation
import TestSupport
import Testing

@testable import VietnameseText

struct LegacyEncodingTests {
  /// Letters that every encoding with both cases has.
  static let letters = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"

  @Test(arguments: LegacyEncoding.allCases)
  func `decoding undoes encoding`(_ encoding: LegacyEncoding) throws {
    let sentence =
      "Ủy ban nhân dân huyện quyết định về việc đẩy mạnh ứng dụng khoa học kỹ thuật, phòng chống"
    for text in [Self.letters.filter { encoding != .bkhcm1 || $0 != "Ỵ" }, sentence.lowercased()] {
      let bytes = try #require(encoding.encode(text))
      #expect(encoding.decode(bytes) == text)
    }
  }

  @Test(arguments: ["tcvn3", "TCVN3", "ABC", "VNI", "CP1258", "Vietware F", "VISCII", "vscii"])
  func `an encoding is found by the names people write`(_ name: String) {
    #expect(LegacyEncoding(named: name) != nil)
  }

  @Test(arguments: ["utf-8", "", "latin1", "vnxyz"])
  func `no encoding is found by other names`(_ name: String) {
    #expect(LegacyEncoding(named: name) == nil)
  }

  @Test func `the generated sources are those of the tables`() throws {
    let process = Process()
    process.executableURL = Fixtures.project.appendingPathComponent("Scripts/generate-tables")
    process.arguments = ["--check"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "run Scripts/generate-tables")
  }

  @Test func `every letter of the fixtures is decoded, and encoded into what is decoded to it`()
    throws
  {
    let file = Fixtures.folder.appendingPathComponent("encodings/letters.tsv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.dropFirst().map { $0.split(separator: "\t").map(String.init) }
    for row in rows {
      let encoding = try #require(LegacyEncoding(rawValue: row[0]))
      let digits = Array(row[1])
      let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
        UInt8(String(digits[$0...($0 + 1)]), radix: 16)
      }
      #expect(encoding.decode(bytes) == row[2], "\(row)")
      let again = try #require(encoding.encode(row[2]))
      #expect(encoding.decode(again) == row[2], "\(row)")
    }
    #expect(rows.count > 1300)
  }

  private struct Vector: Decodable {
    var id: String
    var encoding: String
    var input_hex: String?
    var expected_nfc: String
    var kind: String
  }

  @Test(.enabled(if: Shared.folder != nil, "../shared is absent"))
  func `every byte vector of the independent programs is decoded`() throws {
    let folder = try #require(Shared.folder)
    let file = folder.appendingPathComponent("encodings/vectors.jsonl")
    var count = 0
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let vector = try JSONDecoder().decode(Vector.self, from: Data(line.utf8))
      guard let hex = vector.input_hex else { continue }
      let bytes = hex.split(separator: " ").compactMap { UInt8($0, radix: 16) }
      let name = vector.encoding == "TCVN3-H" ? "TCVN3" : vector.encoding
      let encoding = try #require(LegacyEncoding(named: name), "\(vector.encoding)")
      let text = encoding.decode(bytes)
      let isCapital = vector.encoding == "TCVN3-H"
      #expect((isCapital ? text.uppercased() : text) == vector.expected_nfc, "\(vector.id)")
      count += 1
    }
    #expect(count > 1690)
  }
}
