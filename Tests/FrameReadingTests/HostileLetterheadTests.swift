import DocumentLines
@testable import FrameReading
import ProgrammeModel
import TestSupport
import Testing
import VietnameseLanguage

/// Letterheads that no clerk would write: they cost time in proportion to their length, and no crash.
@Suite(.serialized) struct HostileLetterheadTests {
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "-", "…", "(", "; ", "1-2-", "ngày ", "ngày…", "số: /", "Số 1/QĐ-", "TM. ", "đã ký ", "từ ",
      "kỷ niệm 2021 - 2025 ", "99999999999999999999", "\u{0301}",
    ])
  func `a line of twenty thousand scalars is read in a moment`(_ piece: String) {
    let count = 20_000 / max(1, piece.unicodeScalars.count)
    let text = String(repeating: piece, count: count)
    let lines = DocumentLine.Role.allCases.map {
      FrameLine($0, text, at: Location(line: 1), in: .standard)
    }
    let start = ContinuousClock.now
    _ = MetadataReader.read(lines, in: .standard)
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test func `random lines of the letterhead's own words are read without a crash`() {
    let words = [
      "Số", ":", "-", "/", "QĐ", "UBND", "ngày", "tháng", "năm", "2023", "1", "31", "…", "(", ")",
      "TM.", "KT", "CHỦ TỊCH", "Lê Văn An", "(Đã ký)", "quý", "IV", "giai đoạn", "đến", "từ", ";",
      "Nơi nhận", "của", "Chính phủ", "QUYẾT ĐỊNH", "Luật", "\n", "\t", "  ", "*", "00",
      "2021 - 2025",
    ]
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<300 {
      let lines = (0..<8).map { number in
        FrameLine(
          DocumentLine.Role.allCases.randomElement(using: &generator) ?? .type,
          (0..<Int.random(in: 0...9, using: &generator)).map { _ in
            words.randomElement(using: &generator) ?? ""
          }.joined(separator: Bool.random(using: &generator) ? " " : ""),
          at: Location(line: number / 2), in: .standard)
      }
      let metadata = MetadataReader.read(lines, in: .standard).value
      #expect(metadata.code == nil || metadata.number != nil)
      #expect(metadata.recipients.allSatisfy { !$0.isEmpty })
    }
  }

  @Test(
    arguments: [3, 40, 360, 390, 400, 401, 1_000, 5_970, 6_000, 20_000],
    [" ", "\t", "\u{3000}", "∀ "])
  func `columns of recipients and signature lose nothing however far apart they stand`(
    _ blanks: Int, _ blank: String
  ) {
    let gap = String(repeating: blank, count: blanks)
    let lines = [
      "QUYẾT ĐỊNH", "Về việc trồng cây", "Điều 1. Trồng cây.", "Nơi nhận:\(gap)TM. ỦY BAN NHÂN DÂN",
      "- Như Điều 1;\(gap)CHỦ TỊCH\(gap)(Đã ký)", "- Lưu: VT.\(gap)Lê Văn An\(gap)",
      "- Lưu:\(gap)1\(gap)",
    ]
    let frame = Documents.frame(lines).value
    let placed = frame.parts.flatMap { part in
      part.title + part.lines.map(\.text) + part.body.map { frame.lines[$0].text }
    }
    #expect(visible(placed) == visible(lines))
  }

  /// The scalars that are not white space, in the order of their numbers.
  private func visible(_ lines: [String]) -> [Unicode.Scalar] {
    lines.joined().unicodeScalars.filter { !$0.properties.isWhitespace }.sorted()
  }
}
