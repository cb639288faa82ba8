extension HostileFile {
  /// Word documents: their archives, their links, their lists and styles, their bodies.
  public static let packages = archives + links + lists + names + bodies + nested + deep

  private static func word(
    _ name: String, _ ending: String = "result", full fullEnding: String? = nil,
    _ make: @escaping @Sendable (_ count: Int) throws -> [UInt8]
  ) -> HostileFile {
    HostileFile(
      name: name, ending: ending, fullEnding: fullEnding, make: make, isWord: true)
  }

  private static var plain: DocxBuilder {
    DocxBuilder(body: "<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>")
  }

  /// The archive with numbers in all headers of one kind overwritten, at an offset in the header.
  private static func patched(
    _ bytes: [UInt8], signature: [UInt8] = [0x50, 0x4B, 1, 2], at offset: Int, _ number: UInt32
  ) -> [UInt8] {
    var bytes = bytes
    for start in bytes.indices.dropLast(offset + 4) where bytes[start...].starts(with: signature) {
      for place in 0..<4 {
        bytes[start + offset + place] = UInt8(truncatingIfNeeded: number >> (8 * place))
      }
    }
    return bytes
  }

  private static let archives: [HostileFile] = [
    word("sizes that lie low", "read.damaged-part") { _ in patched(plain.bytes(), at: 24, 1) },
    word("sizes that lie high", "read.damaged-part") { _ in
      patched(plain.bytes(), at: 24, 0xFFFF_FFF0)
    },
    word("packed sizes that lie high", "read.malformed-xml") { _ in
      patched(plain.bytes(), at: 20, 0xFFFF_FFF0)
    },
    word("entries that overlap", "read.damaged-part") { _ in patched(plain.bytes(), at: 42, 0) },
    word("offsets beyond the end", "read.damaged-part") { _ in
      patched(plain.bytes(), at: 42, 0x7FFF_FFFF)
    },
    word("a count of entries that lies", "read.damaged-archive") { _ in
      patched(plain.bytes(), signature: [0x50, 0x4B, 5, 6], at: 8, 0xFFFF_FFFF)
    },
    word("one name many times") { count in
      var archive = plain.archive()
      for _ in 0..<min(count, 9_000) { archive.add("word/document.xml", [0x3C]) }
      return archive.bytes()
    },
    word("more entries than are read", "read.limit entries") { _ in
      var archive = plain.archive()
      for number in 0..<10_000 { archive.add("word/\(number).xml", []) }
      return archive.bytes()
    },
    word("archives in archives", "read.malformed-xml") { _ in
      var bytes = plain.bytes()
      for _ in 0..<42 {
        var archive = ArchiveWriter()
        archive.add("word/document.xml", bytes)
        bytes = archive.bytes()
      }
      return bytes
    },
    word("names that climb out of the archive") { _ in
      var archive = plain.archive()
      for name in ["../../etc/passwd", "/etc/passwd", "C:\\x", "..\\..\\x", "a/\u{0}b", ""] {
        archive.add(name, [UInt8]("x".utf8))
      }
      return archive.bytes()
    },
    word("an archive of one byte after another", "read.damaged-archive") { count in
      [0x50, 0x4B, 3, 4] + (0..<count).flatMap { [UInt8(truncatingIfNeeded: $0), 0x50, 0x4B, 5] }
    },
  ]

  private static let links: [HostileFile] =
    [
      "file:///etc/passwd", "/etc/passwd", "../../../../etc/passwd", "http://localhost:1/x",
      "\\\\h\\x",
    ]
    .map { target in
      word("parts at \(target.replacing("/", with: "|"))") { _ in
        var docx = DocxBuilder(
          body: """
            <w:altChunk r:id="chunk"/><w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>\
            <w:sectPr><w:headerReference r:id="header" w:type="default"/></w:sectPr>
            """)
        for type in ["styles", "numbering", "header", "footnotes"] {
          docx.relationships.append((type, type, target))
        }
        docx.relationships.append(("chunk", "aFChunk", target))
        docx.relationships.append(("outer", "styles", target + "\" TargetMode=\"External"))
        return docx.bytes()
      }
    } + [
      word("one chunk many times", full: "read.limit chunks") { count in
        var docx = DocxBuilder(
          body: String(repeating: "<w:p/><w:altChunk r:id=\"c\"/>", count: count / 4))
        docx.parts.append(("word/c.txt", [UInt8]("Kế hoạch".utf8)))
        docx.relate("word/c.txt", type: "aFChunk", id: "c")
        return docx.bytes()
      },
      word("many relationships to one part") { count in
        var docx = plain
        for number in 0..<count { docx.relate("word/h.xml", type: "header", id: "h\(number)") }
        docx.addPart("word/h.xml", type: "header", id: "h", "<w:hdr><w:p/></w:hdr>")
        return docx.bytes()
      },
      word("ASCII that is declared UTF-7") { _ in declared("UTF-7") },
      word("UTF-8 that is declared UTF-16", "read.malformed-xml") { _ in declared("UTF-16") },
      word("UTF-8 that is declared ASCII", "read.malformed-xml") { _ in declared("US-ASCII") },
      word("a character beyond Unicode", "read.malformed-xml") { _ in
        DocxBuilder(body: "<w:p><w:r><w:t>&#x110000;</w:t></w:r></w:p>").bytes()
      },
      word("an external entity", "read.document-type") { _ in
        var docx = DocxBuilder(body: "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>")
        docx.document = DocxBuilder.declared(docx.document).replacing(
          "<w:document", with: "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document"
        )
        return docx.bytes()
      },
      word("entities in entities", "read.document-type") { _ in
        let entities = (1...30).map { "<!ENTITY e\($0) \"&e\($0 - 1);&e\($0 - 1);\">" }.joined()
        var docx = DocxBuilder(body: "<w:p><w:r><w:t>&e30;</w:t></w:r></w:p>")
        docx.document = DocxBuilder.declared(docx.document).replacing(
          "<w:document", with: "<!DOCTYPE d [<!ENTITY e0 \"x\">\(entities)]><w:document")
        return docx.bytes()
      },
    ]

  /// The main part with a declaration of another encoding.
  private static func declared(_ encoding: String) -> [UInt8] {
    var docx = plain
    docx.document = DocxBuilder.declared(docx.document).replacing("UTF-8", with: encoding)
    return docx.bytes()
  }

  private static func numbered(_ numbering: String, _ body: String, styles: String = "") -> [UInt8]
  {
    var docx = DocxBuilder(body: body)
    docx.addPart("word/numbering.xml", type: "numbering", "<w:numbering>\(numbering)</w:numbering>")
    docx.addPart("word/styles.xml", type: "styles", "<w:styles>\(styles)</w:styles>")
    return docx.bytes()
  }

  private static func item(_ list: Int, _ level: Int) -> String {
    """
    <w:p><w:pPr><w:numPr><w:ilvl w:val="\(level)"/><w:numId w:val="\(list)"/></w:numPr></w:pPr>\
    <w:r><w:t>Một:</w:t></w:r></w:p>
    """
  }

  private static let lists: [HostileFile] = [
    word("a list of levels without end", full: "read.limit definitions") { count in
      let levels = (0..<count * 10).map {
        """
        <w:lvl w:ilvl="\($0)"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
        """
      }.joined()
      return numbered(
        """
        <w:abstractNum w:abstractNumId="1">\(levels)</w:abstractNum>\
        <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
        """, (0..<100).map { item(1, $0 * 1000) }.joined())
    },
    word("lists of many formats that start at the greatest number") { _ in
      let formats = [
        "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal",
        "cardinalText",
        "ordinalText", "hex", "chicago", "vietnameseCounting", "chineseCounting",
        "ideographDigital",
        "decimalZero", "bullet", "none", "custom", "bahtText", "hebrew1", "aiueo", "ganada",
      ]
      let lists = formats.enumerated().map { number, format in
        """
        <w:abstractNum w:abstractNumId="\(number)"><w:lvl w:ilvl="0"><w:start w:val="2147483647"/>\
        <w:numFmt w:val="\(format)"/><w:lvlText w:val="%1%2%9%0%"/></w:lvl></w:abstractNum>\
        <w:num w:numId="\(number + 1)"><w:abstractNumId w:val="\(number)"/></w:num>
        """
      }.joined()
      return numbered(
        lists, (1...formats.count).map { item($0, 0) + item($0, 0) + item($0, 8) }.joined())
    },
    word("labels without end", "read.limit labelLength") { count in
      let text = String(repeating: "%1.", count: 1_000)
      return numbered(
        """
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3888"/>\
        <w:numFmt w:val="upperRoman"/><w:lvlText w:val="\(text)"/></w:lvl></w:abstractNum>\
        <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
        """, String(repeating: item(1, 0), count: count / 100))
    },
    word("lists and styles in a circle") { _ in
      numbered(
        """
        <w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="A"/></w:abstractNum>\
        <w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="B"/></w:abstractNum>\
        <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>\
        <w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
        """, item(1, 0) + item(2, 1) + "<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr></w:p>",
        styles: """
          <w:style w:type="numbering" w:styleId="A"><w:basedOn w:val="B"/><w:link w:val="B"/>\
          <w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>\
          <w:style w:type="numbering" w:styleId="B"><w:basedOn w:val="A"/><w:link w:val="A"/>\
          <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
          """)
    },
    word("levels of Word that go down and down") { count in
      let lists = (1...60).map { number in
        let levels = (0..<9).map {
          """
          <w:lvl w:ilvl="\($0)"><w:start w:val="1"/><w:numFmt w:val="decimal"/>\
          <w:lvlText w:val="%\($0 + 1)."/></w:lvl>
          """
        }.joined()
        return """
          <w:abstractNum w:abstractNumId="\(number)">\(levels)</w:abstractNum>\
          <w:num w:numId="\(number)"><w:abstractNumId w:val="\(number)"/></w:num>
          """
      }.joined()
      let path = (1...60).flatMap { list in (0..<9).map { item(list, $0) } }.joined()
      return numbered(lists, String(repeating: path, count: max(1, count / 4_000)))
    },
  ]

  /// Letters with more marks than anybody writes, in an order that is not theirs.
  private static func marked(_ count: Int) -> String {
    "e" + String(repeating: "\u{301}\u{323}", count: min(count, 100_000))
  }

  /// Names and texts full of marks, and namespaces that are named again and again.
  private static let names: [HostileFile] = [
    word("a style whose name is full of marks") { count in
      let properties = "<w:pPr><w:pStyle w:val=\"\(marked(count))\"/></w:pPr>"
      return numbered(
        "", "<w:p>\(properties)<w:r><w:t>a</w:t></w:r></w:p>",
        styles: "<w:style w:type=\"paragraph\" w:styleId=\"\(marked(count))\"/>")
    },
    word("fonts full of marks") { count in
      let run = "<w:r><w:rPr><w:rFonts w:ascii=\"\(marked(count))\"/></w:rPr><w:t>a</w:t></w:r>"
      return DocxBuilder(body: "<w:p>\(run)\(run)\(run)</w:p>").bytes()
    },
    word("headers full of marks") { count in
      var docx = DocxBuilder(
        body: ["h", "i"].map { id in
          let reference = "<w:headerReference r:id=\"\(id)\" w:type=\"default\"/>"
          return "<w:p><w:pPr><w:sectPr>\(reference)</w:sectPr></w:pPr></w:p>"
        }.joined())
      for id in ["h", "i"] {
        docx.addPart(
          "word/\(id).xml", type: "header", id: id,
          "<w:hdr><w:p><w:r><w:t>\(marked(count))</w:t></w:r></w:p></w:hdr>")
      }
      return docx.bytes()
    },
    word("a field full of marks") { count in
      let mark = { (kind: String) in "<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>" }
      let code = "<w:r><w:instrText>REF \(marked(count))</w:instrText></w:r>"
      let result = "<w:r><w:t>a</w:t></w:r>"
      let field = mark("begin") + code + mark("separate") + result + mark("end")
      return DocxBuilder(body: "<w:p>\(field)</w:p>").bytes()
    },
    word("a namespace that is named again and again") { count in
      let identifier = "urn:" + String(repeating: "a", count: count * 10)
      let names = (0..<count).map { "zz zz:b\($0)" }.joined(separator: " ")
      let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
      return DocxBuilder(
        body: """
          <w:sdt xmlns:zz="\(identifier)" xmlns:mc="\(compatibility)" mc:Ignorable="\(names)">\
          <w:p><w:r><w:t>Một</w:t></w:r></w:p></w:sdt>
          """
      ).bytes()
    },
  ]

  private static let bodies: [HostileFile] =
    [
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>",
      "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
      "<w:r><w:br/></w:r>", "<w:r><w:t>Một</w:t><w:tab/></w:r>",
      "<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>",
      "<w:r><w:footnoteReference w:id=\"1\"/></w:r>", "<w:ins><w:r><w:t>a</w:t></w:r></w:ins>",
    ].enumerated().map { number, run in
      word("a paragraph of runs \(number)") { count in
        DocxBuilder(body: "<w:p>\(String(repeating: run, count: count))</w:p>").bytes()
      }
    } + [
      word("a row of cells") { count in
        DocxBuilder(
          body: table(
            "<w:tr>\(String(repeating: "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>", count: count))</w:tr>"
          )
        ).bytes()
      },
      word("rows that span what they can", full: "read.limit cells") { count in
        let cell =
          "<w:tc><w:tcPr><w:gridSpan w:val=\"2147483647\"/><w:vMerge/></w:tcPr><w:p/></w:tc>"
        return DocxBuilder(
          body: table(String(repeating: "<w:tr>\(cell)\(cell)</w:tr>", count: count))
        )
        .bytes()
      },
      word("many tables") { count in
        DocxBuilder(
          body: String(repeating: table("<w:tr><w:tc><w:p/></w:tc></w:tr>"), count: count)
        )
        .bytes()
      },
      word("many sections with a header each") { count in
        let section =
          "<w:p><w:pPr><w:sectPr><w:headerReference r:id=\"h\"/></w:sectPr></w:pPr></w:p>"
        var docx = DocxBuilder(body: String(repeating: section, count: count))
        docx.addPart(
          "word/header1.xml", type: "header", id: "h",
          "<w:hdr><w:p><w:r><w:t>Trang</w:t></w:r></w:p></w:hdr>")
        return docx.bytes()
      },
    ]

  private static func table(_ rows: String) -> String { "<w:tbl>\(rows)</w:tbl>" }
}
