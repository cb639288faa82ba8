import Foundation
import ProgrammeModel
import TestSupport
import Testing

@Suite struct `What holds for every document` {
  private static let seeds: [UInt64] = Array(1...40)

  /// Lines over the alphabet of markers, the words invented.
  private static func lines(_ seed: UInt64, count: Int = 120) -> [String] {
    var random = SeededGenerator(seed: seed)
    let markers = [
      "", "", "", "I. ", "II. ", "V/v ", "A. ", "1. ", "2. ", "3. ", "1.1. ", "1.2 ", "a) ", "b) ",
      "đ) ", "(1) ", "- ", "- ", "- ", "+ ", "* ", "Điều 1. ", "PHẦN THỨ HAI", "Mục 1. ", "• ",
      "“1. ", "Nơi nhận:", "PHỤ LỤC", "-----", "T/M ", "12", "Bảng 1: ", "TT\t", "1\t", "Số ",
    ]
    let words = [
      "Việc", "ấp", "xã", "đắp", "bờ", "KÊNH", "NGÕ", "trồng", "tre", "10.000", "gốc", "“dừa”",
      "Ban", "họp", "ngày", "03/4/2031", "-KH/HU", "CHƯƠNG TRÌNH", "này",
    ]
    return (0..<count).map { _ in
      let length = Int.random(in: 0...12, using: &random)
      let text = (0..<length).compactMap { _ in words.randomElement(using: &random) }
      let mark = ["", ".", ":", ";", ","].randomElement(using: &random) ?? ""
      return (markers.randomElement(using: &random) ?? "") + text.joined(separator: " ")
        + (text.isEmpty ? "" : mark)
    }
  }

  @Test(arguments: seeds)
  func `every character is in exactly one place`(_ seed: UInt64) {
    let lines = Self.lines(seed)
    let tree = Documents.outline(Documents.text(lines)).value
    let visible = lines.joined().unicodeScalars.count { !$0.properties.isWhitespace }
    #expect(tree.placedCharacters == visible, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `a walk through the tree meets the paragraphs in the order of the source`(_ seed: UInt64) {
    let tree = Documents.outline(Documents.text(Self.lines(seed))).value
    var places = Places()
    places.add(tree.preamble)
    places.add(tree.outline)
    places.add(tree.closing)
    #expect(places.lines == places.lines.sorted(), "seed \(seed)")
    for appendix in tree.appendices {
      var places = Places()
      places.add(appendix.preamble)
      places.add(appendix.outline)
      places.add(appendix.closing)
      #expect(places.lines == places.lines.sorted(), "seed \(seed)")
    }
  }

  @Test(arguments: seeds)
  func `blank lines and trailing spaces change nothing but the numbers of lines`(_ seed: UInt64) {
    let lines = Self.lines(seed, count: 60)
    let airy = lines.flatMap { [$0 + "  ", "", " \t"] }
    let plain = withoutPlaces(Documents.dump(lines))
    #expect(withoutPlaces(Documents.dump(airy)) == plain, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `ids are the paths of places among siblings`(_ seed: UInt64) {
    let tree = Documents.outline(Documents.text(Self.lines(seed))).value
    func check(_ nodes: [Node], _ prefix: String) {
      for (index, node) in nodes.enumerated() {
        #expect(node.id == "\(prefix)\(index + 1)", "seed \(seed)")
        check(node.children, node.id + ".")
      }
    }
    check(tree.outline, "")
    for (index, appendix) in tree.appendices.enumerated() {
      check(appendix.outline, "A\(index + 1).")
    }
  }

  @Test(
    .timeLimit(.minutes(1)), arguments: ["1. ", "a) ", "- ", "“", "(1) (2) (3)", "I. A. 1. a) - +"])
  func `ten thousand equal lines come to an end`(_ line: String) {
    let tree = Documents.outline(
      Documents.text(Array(repeating: line + "Việc ấp", count: 10_000))
    ).value
    #expect(tree.placedCharacters > 0)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a line of a megabyte comes to an end`() {
    let line = "1. " + String(repeating: "việc ấp: ", count: 100_000)
    let tree = Documents.outline(Documents.text([line])).value
    #expect(tree.outline.count == 1)
  }

  private func withoutPlaces(_ lines: [String]) -> [String] {
    lines.map { line in
      guard let end = line.range(of: " in line ")?.lowerBound else { return line }
      return String(line[..<end])
    }
  }
}

/// The lines that a walk meets.
private struct Places {
  var lines: [Int] = []

  mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): lines.append(paragraph.location.line ?? 0)
      case .table(let table): lines.append(table.location.line ?? 0)
      }
    }
  }

  mutating func add(_ nodes: [Node]) {
    for node in nodes {
      lines.append(node.location.line ?? 0)
      add(node.content)
      add(node.children)
    }
  }
}
