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

  private static func document(holding bytes: [UInt8], times: Int) -> [UInt8] {
    var docx = DocxBuilder(body: String(repeating: "<w:altChunk r:id=\"c\"/>", count: times))
    docx.parts.append(("word/c.docx", bytes))
    docx.relate("word/c.docx", type: "aFChunk", id: "c")
    return docx.bytes()
  }
}
