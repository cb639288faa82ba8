import Foundation
import TestSupport
import Testing
import VietnameseText

@Suite struct SymbolFontTests {
  @Test(arguments: [
    ("Symbol", "\u{F0B7}", "•"), ("symbol", "\u{B7}", "•"), ("Symbol", "\u{F02D}", "−"),
    ("Wingdings", "\u{F0A7}", "▪"), ("Wingdings", "\u{F0B7}", "🕐"), ("Wingdings", "\u{F0FC}", "✔"),
    ("Webdings", "n", "⬤"), ("WEBDINGS", "\u{F061}", "✔"), ("Webdings", "\u{F067}", "⬛"),
    ("Webdings", "c", "⬜"), ("Webdings", "x", "⦸"), ("Webdings", "\u{F0E9}", "♿"),
  ])
  func `a code is a picture of its font`(_ font: String, _ code: String, _ picture: String) throws {
    let scalar = try #require(code.unicodeScalars.first)
    #expect(SymbolFont(named: font)?.scalar(for: scalar) == picture.unicodeScalars.first)
  }

  @Test(arguments: ["Times New Roman", "Symbols", ".VnTime", ""])
  func `letters of other fonts are letters`(_ font: String) {
    #expect(SymbolFont(named: font) == nil)
  }

  @Test(arguments: ["\u{F000}", "\u{100}", "ệ", "\u{F100}"])
  func `what no symbol font holds has no picture`(_ code: String) throws {
    let scalar = try #require(code.unicodeScalars.first)
    #expect(SymbolFont.symbol.scalar(for: scalar) == nil)
  }

  @Test func `the generated table is the one of the data file`() throws {
    let table = try String(
      contentsOf: Fixtures.project.appendingPathComponent("Tables/symbols.tsv"), encoding: .utf8)
    var count = 0
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      guard let font = SymbolFont(named: String(cells[0])) else { continue }
      let code = try #require(UInt32(cells[1], radix: 16).flatMap(Unicode.Scalar.init))
      #expect(font.scalar(for: code)?.value == UInt32(cells[2], radix: 16), "\(line)")
      count += 1
    }
    #expect(count == 633)
  }
}
