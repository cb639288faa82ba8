extension HostileFile {
  /// Small files that inflate to a hundred megabytes and more; Python packs them.
  public static let bombs = [
    bomb("a bomb of paragraphs", "paragraphs", "<w:p><w:r><w:t>x</w:t></w:r></w:p>", 4_000_000),
    bomb("a bomb of empty paragraphs", "paragraphs", "<w:p/>", 20_000_000),
    bomb("a bomb of runs", "ratio", "<w:r><w:t>x</w:t></w:r>", 1_000_000),
    bomb("a bomb of spaces", "textBytes", String(repeating: " ", count: 100), 2_000_000),
    bomb("a bomb of letters", "textBytes", String(repeating: "x", count: 100), 2_000_000),
    bomb(
      "a bomb of attributes", "ratio", "<w:x w:y='\(String(repeating: "z", count: 999))'/>", 100_000
    ),
  ]

  private static func bomb(
    _ name: String, _ limit: String, _ piece: String, _ count: Int
  ) -> HostileFile {
    HostileFile(
      name: name, ending: "read.limit \(limit)",
      make: { _ in
        var docx = DocxBuilder(body: "\u{1}")
        docx.document = DocxBuilder.declared(docx.document)
        return try Python.run(
          Python.path ?? "python3", script, [piece, String(count)], input: docx.bytes()
        ).bytes
      }, isWord: true)
  }

  /// Writes the archive it reads anew, packed, the mark in the main part replaced by the pieces.
  private static let script = """
    import io, sys, zipfile
    piece, count = sys.argv[1].encode(), int(sys.argv[2])
    source = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
    result = io.BytesIO()
    with zipfile.ZipFile(result, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            before, mark, after = source.read(name).partition(b'\\x01')
            with archive.open(name, 'w') as part:
                part.write(before)
                if mark:
                    for _ in range(count // 1000): part.write(piece * 1000)
                part.write(after)
    sys.stdout.buffer.write(result.getvalue())
    """
}
