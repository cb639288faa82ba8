extension HostileFile {
  /// Word documents in which everything that can stand in itself does.
  static let nested: [HostileFile] =
    [
      ("elements", "<w:x>", "", "</w:x>"),
      ("content controls", "<w:sdt><w:sdtContent>", "<w:p/>", "</w:sdtContent></w:sdt>"),
      ("insertions", "<w:ins w:id=\"1\">", "<w:r><w:t>a</w:t></w:r>", "</w:ins>"),
      ("tables", "<w:tbl><w:tr><w:tc>", "<w:p/>", "<w:p/></w:tc></w:tr></w:tbl>"),
      (
        "text boxes", "<w:p><w:r><w:pict><v:textbox><w:txbxContent>", "<w:p/>",
        "</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
      ),
    ].map { name, start, middle, end in
      HostileFile(
        name: "\(name) in \(name)", ending: "read.limit elementDepth",
        make: { count in
          let starts = String(repeating: start, count: count)
          let ends = String(repeating: end, count: count)
          return DocxBuilder(body: starts + middle + ends).bytes()
        }, isWord: true)
    } + [
      HostileFile(
        name: "documents in documents", ending: "read.limit embedding",
        make: { _ in
          (0..<42).reduce(DocxBuilder(body: "<w:p/>").bytes()) { bytes, _ in
            document(holding: bytes, times: 1)
          }
        }, isWord: true),
      // Four levels of a thousand each: a billion documents in a file of a few megabytes.
      HostileFile(
        name: "documents a thousand times in documents", ending: "read.limit chunks",
        make: { count in
          (0..<4).reduce(DocxBuilder(body: "").bytes()) { bytes, _ in
            document(holding: bytes, times: count / 100)
          }
        }, isWord: true),
    ]

  /// Word documents in which one kind of element stands in itself as deep as parts may go: whoever reads them must
  /// not run out of stack.
  static let deep: [HostileFile] = [
    // What stands around, between commas what stands in itself, and how it ends.
    ("blocks that are not known", "", "x", "result"),
    ("content controls of blocks", "", "sdt sdtContent", "result"),
    ("custom XML", "", "customXml", "result"),
    ("alternatives of blocks", "", "mc:AlternateContent mc:Fallback", "read.limit nesting"),
    ("paragraphs", "", "p", "read.limit nesting"),
    ("paragraphs in links", "", "p hyperlink", "read.limit nesting"),
    ("links between blocks", "", "hyperlink", "result"),
    ("runs in links", "p hyperlink", "r", "result"),
    ("smart tags", "p", "smartTag", "result"),
    ("insertions in paragraphs", "p", "ins", "result"),
    ("simple fields", "p", "fldSimple", "read.limit nesting"),
    ("alternatives of runs", "p", "mc:AlternateContent mc:Fallback", "read.limit nesting"),
    ("mathematics", "p", "m:e", "result"),
    ("ruby", "p", "ruby rubyBase", "result"),
    ("runs", "p", "r", "result"),
    ("content of runs that is not known", "p r", "x", "result"),
    ("alternatives in runs", "p r", "mc:AlternateContent mc:Fallback", "read.limit nesting"),
    ("texts", "p r", "t", "result"),
    ("drawings", "p r", "drawing", "result"),
    ("shapes", "p r pict", "v:group", "result"),
    (
      "alternatives in drawings", "p r drawing", "mc:AlternateContent mc:Fallback",
      "read.limit nesting"
    ),
    ("texts of diagrams", "p r drawing", "a:p", "result"),
    ("wrappers of rows", "tbl", "sdt sdtContent", "result"),
    ("wrappers of cells", "tbl tr", "sdt sdtContent", "result"),
    ("rows", "tbl", "tr", "result"),
    ("cells", "tbl tr", "tc", "result"),
    ("properties", "p", "pPr", "result"),
    ("properties of runs", "p r", "rPr", "result"),
    ("sections", "", "sectPr", "result"),
    ("form fields", "p r fldChar", "ffData", "result"),
  ].map { name, around, names, ending in
    HostileFile(
      name: "\(name) as deep as may be", ending: ending,
      make: { _ in
        let (outer, inner) = (elements(around), elements(names))
        // The document and its body are two, the text in the middle three.
        let count = (251 - outer.count) / inner.count
        let path = outer + Array(repeatElement(inner, count: count).joined())
        let start = path.map { "<\($0)>" }.joined()
        let end = path.reversed().map { "</\($0)>" }.joined()
        return DocxBuilder(body: start + "<w:p><w:r><w:t>a</w:t></w:r></w:p>" + end).bytes()
      }, isWord: true)
  }

  private static func elements(_ names: String) -> [String] {
    names.split(separator: " ").map { $0.contains(":") ? String($0) : "w:\($0)" }
  }

  private static func document(holding bytes: [UInt8], times: Int) -> [UInt8] {
    var docx = DocxBuilder(body: String(repeating: "<w:altChunk r:id=\"c\"/>", count: times))
    docx.parts.append(("word/c.docx", bytes))
    docx.relate("word/c.docx", type: "aFChunk", id: "c")
    return docx.bytes()
  }
}
