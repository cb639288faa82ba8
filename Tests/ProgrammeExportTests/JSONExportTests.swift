import Foundation
import ProgrammeExport
import ProgrammeModel
import TestSupport
import Testing

@Suite struct JSONExportTests {
  @Test(arguments: Samples.all, [JSONExport.Style.compact, .pretty])
  func `decoding what was written gives an equal programme`(
    _ sample: Sample, _ style: JSONExport.Style
  ) throws {
    let bytes = JSONExport(style: style).bytes(of: sample.programme)
    let decoded = try JSONDecoder().decode(Programme.self, from: Data(bytes))
    #expect(decoded == sample.programme)
  }

  @Test(arguments: Samples.all)
  func `pretty and compact say the same`(_ sample: Sample) throws {
    let objects = try [JSONExport.Style.compact, .pretty].map {
      try JSONSerialization.jsonObject(
        with: Data(JSONExport(style: $0).bytes(of: sample.programme)))
        as? NSDictionary
    }
    #expect(objects[0] != nil && objects[0] == objects[1])
  }

  @Test(arguments: Samples.all)
  func `compact is one line, pretty ends with one line break`(_ sample: Sample) {
    let compact = JSONExport().bytes(of: sample.programme)
    #expect(compact.count { $0 == UInt8(ascii: "\n") } == 1)
    #expect(compact.last == UInt8(ascii: "\n"))
    let pretty = String(
      decoding: JSONExport(style: .pretty).bytes(of: sample.programme), as: UTF8.self)
    #expect(pretty.hasSuffix("\n}\n"))
    #expect(
      pretty.hasPrefix("{\n  \"schemaVersion\": \"2.0.0\",\n  \"generator\": {\n    \"name\""))
  }

  @Test(arguments: [
    ("", ""), ("thường", "thường"), ("\"", "\\\""), ("1234567\\", "1234567\\\\"),
    ("\n\t\r\u{8}\u{C}", "\\n\\t\\r\\b\\f"), ("\u{0}\u{1F}", "\\u0000\\u001f"),
    ("/ \u{7F} \u{2028} ấ 𝒜", "/ \u{7F} \u{2028} ấ 𝒜"),
    ("12345678\u{1}ấ\"x", "12345678\\u0001ấ\\\"x"),
  ])
  func `a text is escaped no more than needed`(_ text: String, _ escaped: String) {
    var programme = Samples.empty
    programme.metadata.subject = text
    #expect(json(of: programme).contains("\"subject\":\"\(escaped)\","))
  }

  @Test(arguments: [
    (Amount.number(12.5), "12.5"), (.number(100), "100"), (.number(-0.25), "-0.25"),
    (.number(1_234_567_890), "1234567890"), (.number(0.1), "0.1"), (.number(1e16), "1e+16"),
    (.number(0), "0"), (.number(9), "9"), (.number(10), "10"), (.number(-10), "-10"),
    (.number(9_007_199_254_740_991), "9007199254740991"),
    (.text("16-18"), "\"16-18\""), (.number(.infinity), "\"inf\""),
  ])
  func `an amount is written in the shortest form`(_ amount: Amount, _ written: String) {
    var programme = Samples.empty
    let fact = Fact(text: "", range: TextRange(0, 0), value: .quantity(amount, unit: "ha"))
    programme.closing = [
      .paragraph(Paragraph(text: "", location: Samples.line(1), facts: [fact]))
    ]
    #expect(json(of: programme).contains("{\"amount\":\(written),\"unit\":\"ha\"}"))
  }

  @Test func `random texts survive`() throws {
    let seed: UInt64 = 7
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("\"\\/\n\t\u{0}\u{1F}aấ𝒜\u{7F}1 ".unicodeScalars)
    for length in 0..<200 {
      var text = ""
      for _ in 0..<length { text.unicodeScalars.append(alphabet.randomElement(using: &random)!) }
      var programme = Samples.empty
      programme.metadata.issuer = text
      let bytes = JSONExport().bytes(of: programme)
      let decoded = try JSONDecoder().decode(Programme.self, from: Data(bytes))
      #expect(decoded == programme, "seed \(seed), length \(length)")
    }
  }

  @Test func `a buffer takes document after document`() {
    var lines: [UInt8] = []
    for sample in Samples.all { JSONExport().append(sample.programme, to: &lines) }
    #expect(lines == Samples.all.flatMap { JSONExport().bytes(of: $0.programme) })
  }

  private func json(of programme: Programme) -> String {
    String(decoding: JSONExport().bytes(of: programme), as: UTF8.self)
  }
}
