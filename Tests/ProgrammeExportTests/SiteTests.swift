import Foundation
import ProgrammeModel
import TestSupport
import Testing

@testable import ProgrammeExport

/// The index of a site: its records, lists and pieces.
@Suite struct SiteTests {
  @Test(arguments: [
    "", "Kế hoạch", "a\\b\\l", "</script><script>alert(1)</script>", "<!--", "\\",
    "\u{1F600} – “x”",
  ])
  func `a record goes into a page and back`(_ text: String) throws {
    var record = Self.record(text)
    record.entries = [Self.entry(text), Self.entry("hai")]
    let markup = record.markup
    let page = Array("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">".utf8) + markup
    #expect(SiteRecord(page: page + Array("<style></style></html>".utf8)) == record)
    // Nothing in it ends the block of data.
    #expect(String(decoding: markup, as: UTF8.self).components(separatedBy: "<").count == 3)
  }

  @Test(arguments: [
    "<html></html>", "", "<script type=\"text/tab-separated-values\" id=\"site-record\">\n",
  ])
  func `a page without a record has none`(_ page: String) {
    #expect(SiteRecord(page: Array(page.utf8)) == nil)
    #expect(
      SiteRecord(page: Array(String(repeating: " ", count: 9000).utf8) + Self.record("a").markup)
        == nil)
  }

  @Test func `tabs and line breaks of a document become blanks`() {
    var record = Self.record("a\tb\nc")
    record.entries = []
    #expect(SiteRecord(page: record.markup)?.title == "a b c")
  }

  @Test func `the page of a site holds the record of its document and its ways`() throws {
    let page = Self.page(of: Samples.everything, at: "nghi quyet/2023/a%201.html")
    let text = String(decoding: page, as: UTF8.self)
    let record = SiteRecord(of: Samples.everything, roles: ProgrammeTask.Role.usual)
    #expect(SiteRecord(page: page) == SiteRecord(page: record.markup))
    #expect(!record.entries.isEmpty)
    #expect(text.contains("<a href=\"../../index.html\">"))
    #expect(text.contains(/<script src="..\/..\/index_files\/next-[0-9a-f].js"><\/script>/))
    #expect(text.contains("&#39;self&#39; file:"))
    // Every entry can be linked to.
    for entry in record.entries { #expect(text.contains("id=\"\(entry.anchor)\""), "\(entry)") }
  }

  @Test func `a page that stands alone has neither`() {
    let text = String(decoding: Self.page(of: Samples.everything, at: nil), as: UTF8.self)
    #expect(!text.contains("id=\"site-record\"") && !text.contains("index.html"))
    #expect(!text.contains("file:"))
  }

  @Test func `lists have groups with counts, the last day first and what has no name last`() {
    let page = Self.index([("b", "2023-05-01"), ("", ""), ("a", "2024-01-31"), ("b", "2023-06-01")])
    let text = String(decoding: page.bytes, as: UTF8.self)
    let groups = text.matches(
      of: /<summary>([^<]+)<span|<summary><span class="w" lang="vi">([^<]*)</
    )
    .map { String($0.1 ?? $0.2 ?? "").trimmingCharacters(in: .whitespaces) }
    #expect(
      groups.filter { ["a", "b", "Không ghi"].contains($0) } == ["a", "b", "Không ghi"] + [
        "Không ghi", "Không ghi",
      ])
    #expect(groups.filter { $0.hasPrefix("20") } == ["2024", "2023"])
    let issuers = text.components(separatedBy: "id=\"issuers\"").last ?? ""
    #expect(issuers.components(separatedBy: "3.html").first?.contains("0.html") == false)
    #expect(!text.contains("data-pieces=\"issuers"))
  }

  @Test func `a text cannot leave its place in the index or its pieces`() throws {
    let hostile = "</script><img src=x onerror=alert(1)>\"'\u{2028}\\"
    let page = Self.index([(hostile, "2023-05-01")], title: hostile)
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(!text.contains("<img"))
    #expect(text.components(separatedBy: "</script>").count == 2)
    for piece in page.pieces {
      let value = try Self.value(of: piece)
      #expect(!String(decoding: piece.bytes, as: UTF8.self).contains("<"))
      if piece.name == "entries-0" { #expect("\(value)".contains("onerror")) }
    }
  }

  @Test func `long lists and everything that a search reads are pieces of a modest size`() throws {
    let page = Self.index((0..<2000).map { ("Sở \($0 % 7)", "20\(10 + $0 % 15)-01-01") })
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(page.bytes.count < 700_000)
    let named = text.matches(of: /data-pieces="([a-z]+-[^"]*)"/).flatMap {
      $0.1.split(separator: " ")
    }
    #expect(named.count > 10)
    let names = Set(page.pieces.map(\.name))
    #expect(names.isSuperset(of: named.map(String.init)))
    #expect(page.pieces.allSatisfy { $0.bytes.count < 100_000 })
    let entries = page.pieces.filter { $0.name.hasPrefix("entries-") }
    let total = try entries.reduce(0) { sum, piece in
      let value = try #require(try Self.value(of: piece) as? [[Any]])
      return sum + value[1].count
    }
    #expect(total == 2000 * 2)
    let guide = try #require(
      page.pieces.first { $0.name == "search" }.map { try Self.value(of: $0) } as? [Any])
    #expect(guide[3] as? Int == total)
  }

  @Test(arguments: [
    (0, "0", "0"), (999, "999", "999"), (12_370, "12.370", "12,370"),
    (1_000_000, "1.000.000", "1,000,000"),
  ])
  func `amounts have a sign between thousands`(
    _ amount: Int, _ vietnamese: String, _ english: String
  ) {
    #expect(ReviewWord(amount: amount) == ReviewWord(vietnamese, english))
  }

  @Test func `every page is told its neighbours`() throws {
    let pages = (0..<40).map { "\($0).html" }
    var told: [String: [String]] = [:]
    for piece in SiteIndex.neighbours(of: pages) {
      let rows =
        try Self.value(of: SitePiece(name: "next", bytes: piece.bytes)) as? [[String]]
      for row in rows ?? [] {
        #expect(SitePlace(page: row[0]).neighbours == piece.address)
        told[row[0]] = [row[1], row[2]]
      }
    }
    for (place, page) in pages.enumerated() {
      #expect(
        told[page] == [place > 0 ? pages[place - 1] : "", place < 39 ? pages[place + 1] : ""])
    }
  }

  @Test func `distances between entries are written as they are read`() {
    for number in [0, 1, 31, 32, 33, 1023, 1024, 350_000] {
      var digits: [UInt8] = []
      SiteWords.append(number, to: &digits)
      let read = digits.reversed().reduce(0) { $0 * 32 + Int($1) - ($1 < 0x5D ? 0x23 : 0x5D) }
      #expect(read == number)
      #expect(
        digits.allSatisfy { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 < 0x7F })
    }
  }

  static let hasBrowser =
    (Tool.path(of: "chromium") ?? Tool.path(of: "google-chrome")) != nil && Python.path != nil

  @Test(.enabled(if: hasBrowser, "Chromium and python3 are needed"))
  func `the script of the index makes the keys that its pieces are sorted by`() throws {
    var text = """
      NƯỚC SẠCH, Quí IV và Quý IV; hoà bình – hòa bình; kỹ thuật, kĩ thuật, LÝ, lí, Mỹ, sỹ, tỷ, hy, quỹ, quy, \
      tay, thủy, thuỷ, xây, y tế, Ý, ỷ, kynh; 05/NQ-HĐND, 139-KH/HU, 12,5%, 30/6/2023, ½, x², №7, “đường”, đ)
      Ärger äther, ÇA, naïve, Ñ, Ω ω, Đà Nẵng, Ð, İstanbul, ﬁ, Ａ１, 中文, Привет, a\u{0301}\u{0323}, \u{1F600}, l’été, e-mail.
      """
    for name in ["letter", "quarterly-programme", "wrapped-report"] {
      let file = Fixtures.folder.appendingPathComponent("programmes/\(name)/input.txt")
      text += "\n" + String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
    var words = SiteWords()
    words.add(text.precomposedStringWithCanonicalMapping, to: 0)
    var keys: [String: String] = [:]
    for row in try words.pieces().flatMap({ try Self.value(of: $0.piece) as? [[Any]] ?? [] }) {
      for form in row[1] as? [[String]] ?? [] { keys[form[0]] = row[0] as? String }
    }
    let script = Fixtures.folder.appendingPathComponent("site/word-keys").path
    let run = try Tool.run(Python.path ?? "", [script], input: Array(text.utf8))
    let pairs = try JSONSerialization.jsonObject(with: Data(run.bytes)) as? [[String]]
    let made = Dictionary((pairs ?? []).map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 })
    #expect(made.count > 300)
    #expect(made == keys)
  }

  // MARK: Making sites

  private static func record(_ text: String) -> SiteRecord {
    var record = SiteRecord(of: Samples.empty, roles: [])
    record.title = text
    record.issuer = text
    record.warnings = 3
    return record
  }

  private static func entry(_ text: String) -> SiteRecord.Entry {
    SiteRecord.Entry(
      anchor: "n1.2/1", text: text, lead: text, deadline: text, day: "2023-06-30", isTarget: false)
  }

  private static func index(
    _ documents: [(issuer: String, day: String)], title: String = "Kế hoạch"
  ) -> (bytes: [UInt8], pieces: [SitePiece]) {
    var index = SiteIndex(language: .vietnamese)
    var pieces: [SitePiece] = []
    for (place, document) in documents.enumerated() {
      var record = record(title)
      record.issuer = document.issuer
      record.warnings = 0
      record.day = document.day
      record.entries = [entry("Mở lớp số \(place)")]
      index.add(record, page: "\(place).html")
      pieces += index.takePieces()
    }
    index.finish()
    pieces += index.takePieces()
    return (index.page(loading: "index_files/0/"), pieces)
  }

  private static func page(of programme: Programme, at address: String?) -> [UInt8] {
    var export = HTMLExport()
    export.site = address.map(SitePlace.init)
    return export.bytes(of: programme, source: Samples.source(of: programme))
  }

  /// The value that a piece hands over, which is JSON.
  private static func value(of piece: SitePiece) throws -> Any {
    let text = String(decoding: piece.bytes, as: UTF8.self)
    let opening = "mucluc(\"\(piece.name)\","
    #expect(text.hasPrefix(opening) && text.hasSuffix(");\n"))
    let json = text.dropFirst(opening.count).dropLast(3)
    return try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
  }
}
