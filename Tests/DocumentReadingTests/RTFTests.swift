import DocumentReading
import Foundation
import ProgrammeModel
import TestSupport
import Testing

/// Rich Text Format: the samples of Fixtures/rtf, and what no sample can show.
@Suite struct RTFTests {
  private static let samples = SpecFile.samples(in: Fixtures.folder.appendingPathComponent("rtf"))

  /// The fonts, styles and lists of the samples.
  static let head = #"""
    \ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\froman\fcharset0\fprq2{\*\panose 02020603}Times New Roman;}
    {\f1\fcharset163 Times New Roman;}{\f2\fcharset0 .VnTime;}{\f3\fcharset2 Symbol;}
    {\f4\fcharset2 Wingdings{\*\falt Arial};}{\f5\fcharset163 .VnTime;}{\f6\fcharset162 .VnTimeH Tur;}
    {\f7\fcharset128 MS Mincho;}{\f8\fcharset204 Times New Roman Cyr;}{\f9\fcharset1 Arial;}}
    {\colortbl;\red0\green0\blue0;}
    {\stylesheet{\qj\f0 \snext0 Normal;}{\s1\qc\b\f0 \sbasedon0\snext0 heading 1;}
    {\s2\f0 \sbasedon0 heading 10;}{\*\cs10 \additive Default Paragraph Font;}}
    {\*\listtable{\list\listtemplateid1{\listlevel\levelnfc0\levelnfcn0\levelstartat1{\leveltext\'02\'00.;}
    {\levelnumbers\'01;}\f0\fi-360\li720}{\listlevel\levelnfc4\levelstartat1{\leveltext\'02\'01);}
    {\levelnumbers\'01;}}{\listname ;}\listid1}{\list\listsimple1{\listlevel\levelnfc23\levelstartat1
    {\leveltext\'01\'b7;}{\levelnumbers;}\f3}\listid2}{\list{\listlevel\levelnfc1\levelstartat1
    {\leveltext\'02\'00.;}{\levelnumbers\'01;}}{\listlevel\levelnfc0\levellegal\levelstartat1
    {\leveltext\'03\'00.\'01;}{\levelnumbers\'01\'03;}}\listid3}}
    {\*\listoverridetable{\listoverride\listid1\listoverridecount0\ls1}
    {\listoverride\listid1\listoverridecount0\ls2}{\listoverride\listid2\listoverridecount0\ls3}
    {\listoverride\listid1\listoverridecount1{\lfolevel\listoverridestartat\levelstartat5}\ls4}
    {\listoverride\listid3\listoverridecount0\ls5}{\listoverride\listid77\listoverridecount0\ls9}}
    """#

  /// Reads an RTF file; letters beyond ASCII are bytes of UTF-8 there, which samples write for `\u`.
  static func read(
    _ body: String, limits: ReadingLimits = ReadingLimits()
  ) throws(ReadingError) -> Outcome<SourceDocument> {
    var escaped = ""
    for unit in body.utf16 {
      if unit < 0x80, let scalar = Unicode.Scalar(unit) {
        escaped.unicodeScalars.append(scalar)
      } else {
        escaped += "{\\uc0\\u\(Int16(bitPattern: unit)) }"
      }
    }
    return try DocumentReader(limits: limits)
      .read(Array("{\\rtf1\(head)\(escaped)}".utf8), named: "a.rtf")
  }

  @Test(arguments: samples)
  func `a sample is read as it says`(_ sample: SpecFile.Sample) throws {
    let outcome = try Self.read(sample.input.joined(separator: "\n"))
    #expect(
      marked(outcome) == sample.expected.joined(separator: "\n"),
      sourceLocation: sample.sourceLocation)
  }

  @Test func `there are samples`() {
    #expect(Self.samples.count > 40)
  }

  @Test func `a paragraph is found by its number, and there are no parts`() throws {
    let document = try Self.read(#"Một\par\par{\footnote chú}hai\par"#).value
    #expect(document.format == .rtf)
    #expect(document.encoding == nil)
    #expect(document.paragraphCount == 4)
    var places: [Int?] = []
    document.forEachParagraph {
      places.append($0.location.paragraph)
      #expect($0.location.part == nil)
    }
    #expect(places == [1, 3, 4])
  }

  @Test(arguments: [
    "{\\rtf1 Một}", "\u{FEFF}{\\rtf1 a}", " \n{\\rtf a}", "{\\rtf1\\mac a}", "{\\rtf1",
    "{\\rtf1}}}}",
    "{\\rtf1{{{{", "{\\rtf1 \\", "{\\rtf1 \\'", "{\\rtf1\\u}", "{\\rtf1 {\\fonttbl",
    "{\\rtf1{\\*\\listtable{\\list",
  ])
  func `what opens as RTF is RTF, whatever its name and however it ends`(_ text: String) throws {
    for name in ["a.doc", "a.docx", "a.txt", "a.rtf"] {
      #expect(try DocumentReader().read(Array(text.utf8), named: name).value.format == .rtf)
    }
  }

  @Test(arguments: [
    "{rtf1 a}", "a {\\rtf1 b}", "{\\pard a}", "{ \\rtf1 a}", "\\rtf1 a", "{\\rt a}",
  ])
  func `what only looks like RTF is text`(_ text: String) throws {
    #expect(try DocumentReader().read(Array(text.utf8), named: "a.txt").value.format == .txt)
  }

  @Test func `groups may nest as deep as elements, and no deeper`() throws {
    let deepest = ReadingLimits().elementDepth
    func nested(_ depth: Int) -> String {
      String(repeating: "{", count: depth) + "x" + String(repeating: "}", count: depth)
    }
    #expect(try dump(Self.read(nested(deepest - 1)).value) == "x")
    #expect(
      throws: ReadingError.limit(
        file: "a.rtf", part: nil, kind: .elementDepth, allowed: deepest)
    ) { try Self.read(nested(200_000)) }
    // Groups that are passed over cost nothing.
    #expect(try dump(Self.read("{\\*\\x \(nested(200_000))}a").value) == "a")
  }

  @Test func `limits of paragraphs, cells, nesting and definitions hold`() throws {
    var limits = ReadingLimits()
    limits.paragraphs = 3
    limits.cells = 3
    limits.definitions = 120
    limits.nesting = 3
    func kind(_ body: String) -> ReadingLimits.Kind? {
      do { _ = try Self.read(body, limits: limits) } catch {
        if case .limit(_, _, let kind, _) = error { return kind }
      }
      return nil
    }
    #expect(kind(#"a\par b\par c\par"#) == nil)
    #expect(kind(#"a\par b\par c\par d\par"#) == .paragraphs)
    #expect(kind(#"\trowd\cellx1\cellx9\pard\intbl\cell\cell\row\pard"#) == nil)
    limits.paragraphs = 100
    #expect(kind(#"\intbl\cell\cell\cell\cell\row"#) == .cells)
    #expect(kind(#"\intbl\itap3 a\par"#) == nil)
    #expect(kind(#"\intbl\itap60000 a\par"#) == .nesting)
    #expect(kind(#"{\footnote{\footnote{\footnote{\footnote a}}}}"#) == .nesting)
    limits.definitions = 10
    #expect(kind("a") == .definitions)
  }

  @Test func `every visible character is placed or counted`() throws {
    for sample in Self.samples {
      let document = try Self.read(sample.input.joined(separator: "\n")).value
      #expect(Self.isComplete(document), sourceLocation: sample.sourceLocation)
    }
  }

  @Test(arguments: [
    // Two stories of one group, a label or a field with a story, and what ends with the file.
    #"Một{\footnote a\footnote b} hai\par"#, #"Một{\footnote a\par\footnote b\par} hai\par"#,
    #"Một{\footnote\listtext 1.\tab} hai\par ba\par"#, #"Một{\listtext 1.\footnote a} hai\par"#,
    #"Một{\field\footnote a} hai\par"#, #"Một{\footnote\field{\fldrslt a}} hai\par"#,
    #"Một{\header a\par\footnote b\header c} hai\par"#, #"Một{\shptxt a\shptxt b} hai\par"#,
    #"Một{\footnote a\footnote b} hai{\footnote c\footnote d"#, #"Một hai\footnote a"#,
    // One thing a group.
    #"Một{\footnote a}{\footnote b} hai\par"#, #"Một{\footnote a{\footnote b}} hai\par"#,
  ])
  func `what begins in the middle of a group ends with it`(_ body: String) throws {
    let document = try Self.read(body).value
    #expect(Self.isComplete(document))
    #expect(dump(document).contains("Một hai"))
  }

  @Test func `words in any order lose nothing`() throws {
    let words = [
      "{", "{", "{", "}", "}", "}", #"\par "#, #"\pard "#, #"\footnote "#, #"\ftnalt "#,
      #"\chftn "#,
      #"\field"#, #"\fldinst "#, #"\fldrslt "#, #"\listtext "#, #"\pntext "#, #"\tab "#,
      #"\header "#,
      #"\footerf "#, #"\titlepg "#, #"\shp"#, #"\*\shpinst"#, #"\shptxt "#, #"\*\do"#,
      #"\dptxbxtext "#,
      #"\sp"#, #"\sn gtextUNICODE"#, #"\sv "#, #"\trowd"#, #"\cellx900"#, #"\cellx9"#, #"\intbl "#,
      #"\itap2 "#, #"\cell "#, #"\row "#, #"\nestcell "#, #"\nestrow "#, #"\*\nesttableprops"#,
      #"\nonesttables "#, #"\v "#, #"\v0 "#, #"\deleted "#, #"\plain "#, #"\annotation "#,
      #"\page "#,
      #"\sect "#, #"\ls1 "#, #"\ilvl1 "#, #"\u273?"#, #"\'e9"#, #"\f3 "#, #"\f2 "#, #"\object"#,
      #"\result "#, #"\upr "#, #"\*\ud "#, #"\xe "#, #"\*\pn "#, #"\line "#, #"\clvmrg"#,
      #"\clmrg"#,
    ]
    var random = SeededGenerator(seed: 15)
    for number in 0..<1_500 {
      let body = (0..<60).map { place in
        (words.randomElement(using: &random) ?? "")
          + (Bool.random(using: &random) ? "\(place)a" : "")
      }.joined()
      do {
        let document = try Self.read(body).value
        #expect(Self.isComplete(document), "\(number): \(body)")
      } catch {
        guard case .limit = error else { throw error }
      }
    }
  }

  /// Whether every visible character of a document is placed or counted.
  private static func isComplete(_ document: SourceDocument) -> Bool {
    var placed = document.unread.reduce(0) { $0 + $1.count }
    document.forEachParagraph {
      placed += $0.text.unicodeScalars.count { !$0.properties.isWhitespace }
    }
    return placed == document.characterCount
  }
}

/// A document as text with what was noticed: `dump`, with marks for headings (`#1`), alignment (`>` right,
/// `=` centred), page breaks (`¶`), notes and columns, then diagnostics and what was not read.
func marked(_ outcome: Outcome<SourceDocument>) -> String {
  var document = outcome.value
  document.updateEachParagraph { paragraph in
    var text = Array(paragraph.text.utf8)
    for note in paragraph.notes.reversed() {
      text.insert(contentsOf: "[\(note.id)]".utf8, at: note.offset)
    }
    paragraph.text = String(decoding: text, as: UTF8.self)
  }
  var lines = document.blocks.flatMap(markedLines)
  var rest = document
  rest.blocks = []
  let others = dump(rest)
  if !others.isEmpty { lines.append(others) }
  lines += outcome.diagnostics.map { "\($0.severity) \($0.code)" }
  lines += document.unread.map { "unread \($0.element) \($0.count)" }
  return lines.joined(separator: "\n")
}

private func markedLines(_ block: SourceBlock) -> [String] {
  switch block {
  case .paragraph(let paragraph):
    var mark = ""
    if let level = paragraph.format.outlineLevel { mark += "#\(level + 1) " }
    if paragraph.format.alignment == .end { mark += "> " }
    if paragraph.format.alignment == .center { mark += "= " }
    if paragraph.format.startsPage { mark += "¶ " }
    let text = paragraph.text.replacing("\n", with: "⏎").replacing("\t", with: "⇥")
    let label = paragraph.label.map { text.isEmpty ? $0.text : "\($0.text) " } ?? ""
    return [mark + label + text]
  case .table(let table):
    return table.rows.enumerated().map { index, row in
      "║ "
        + row.cells.map { cell in
          let span = cell.columnSpan > 1 ? "×\(cell.columnSpan)" : ""
          return cell.continuesAbove
            ? "^" + span : cell.blocks.flatMap(markedLines).joined(separator: " / ") + span
        }.joined(separator: " | ")
        + (row.isHeader ? " [header]" : "") + (index == 0 && table.hasBorders ? " [borders]" : "")
    }
  }
}
