internal import ProgrammeModel
internal import VietnameseText

extension WordReader {
  /// Puts what `w:altChunk` points to into its place: HTML, plain text and Word documents.
  func insertChunks(
    into document: inout SourceDocument, _ package: borrowing WordPackage,
    _ reader: inout BodyReader
  ) throws(ReadingError) {
    guard !reader.chunks.isEmpty else { return }
    var read: [[SourceBlock]] = Array(repeating: [], count: reader.chunks.count)
    for (number, id) in reader.chunks.enumerated() {
      guard let part = package.relationships[id]?.part,
        var entry = try package.archive.open(part)
      else {
        reader.builder.note(.missingPart, package.relationships[id]?.part ?? id)
        continue
      }
      let type = package.types[part] ?? ""
      try entry.use(1, of: .chunks)
      let bytes = try entry.readAll()
      guard
        let chunk = try self.chunk(bytes, part: part, type: type, of: entry, in: document.name)
      else {
        reader.builder.note(.unreadChunk, part, type)
        continue
      }
      read[number] = add(chunk, of: part, to: &document, &reader.builder)
    }
    document.blocks = Self.filled(document.blocks, with: &read)
    for note in document.notes.indices {
      document.notes[note].blocks = Self.filled(document.notes[note].blocks, with: &read)
    }
    // What stands in a header comes at the end.
    document.furniture.removeAll { ChunkPlace.number(of: $0.paragraph) != nil }
    document.blocks += read.joined()
  }

  /// Puts the blocks of embedded documents where their placeholders stand; each is used once.
  private static func filled(
    _ blocks: [SourceBlock], with chunks: inout [[SourceBlock]]
  ) -> [SourceBlock] {
    var filled: [SourceBlock] = []
    filled.reserveCapacity(blocks.count)
    for block in blocks {
      if let number = ChunkPlace.number(of: block) {
        filled += chunks[number]
        chunks[number] = []
      } else if case .table(var table) = block {
        for row in table.rows.indices {
          for cell in table.rows[row].cells.indices {
            table.rows[row].cells[cell].blocks =
              Self.filled(table.rows[row].cells[cell].blocks, with: &chunks)
          }
        }
        filled.append(.table(table))
      } else {
        filled.append(block)
      }
    }
    return filled
  }

  /// Reads a chunk, or is `nil` where its format is not read.
  private func chunk(
    _ bytes: [UInt8], part: String, type: String, of entry: borrowing ZIPEntry, in file: String
  ) throws(ReadingError) -> Outcome<SourceDocument>? {
    let name = "\(file): \(part)"
    let format = FileFormat(of: bytes)
    if format == .archive {
      guard depth < limits.embedding else {
        throw entry.limit(.embedding)
      }
      var inner = self
      inner.depth += 1
      return try inner.read(bytes, named: name)
    }
    if format == .rtf {
      return try RTFReader(limits: limits, budget: budget).read(bytes, named: name)
    }
    if format == .mhtml {
      return try MHTMLReader(limits: limits, budget: budget).read(bytes, named: name)
    }
    if format == .html || format == .unknown && isPage(part, type) {
      return try HTMLReader(limits: limits, budget: budget).read(bytes, named: name)
    }
    guard format == .unknown else { return nil }
    // What may end a paragraph is counted first: the text of a chunk becomes paragraphs all at once.
    try entry.use(
      bytes.count { $0 >= 0x0A && $0 <= 0x0D }, of: .paragraphs)
    if type.hasPrefix("text/plain") || PartName.fileExtension(of: part) == "txt" {
      return try PlainTextReader().read(bytes, named: name)
    }
    return nil
  }

  /// Whether the package says that a part is a page of HTML.
  private func isPage(_ part: String, _ type: String) -> Bool {
    type.contains("html") || ["html", "htm", "xhtml"].contains(PartName.fileExtension(of: part))
  }

  /// Adds what belongs to a chunk beside its blocks, and gives those; its paragraphs are found by the
  /// chunk's part.
  private func add(
    _ chunk: Outcome<SourceDocument>, of part: String, to document: inout SourceDocument,
    _ builder: inout WordBuilder
  ) -> [SourceBlock] {
    var inner = chunk.value
    let firstFont = document.fonts.count
    let noteNames = Set(inner.notes.map(\.id))
    inner.updateEachParagraph { paragraph in
      paragraph.location = Location(
        part: paragraph.location.part.map { "\(part)/\($0)" } ?? part,
        paragraph: paragraph.location.paragraph ?? paragraph.location.line ?? 1)
      for run in paragraph.runs.indices {
        paragraph.runs[run].font = paragraph.runs[run].font.map { $0 + firstFont }
      }
      for note in paragraph.notes.indices where noteNames.contains(paragraph.notes[note].id) {
        paragraph.notes[note].id = "\(part)#\(paragraph.notes[note].id)"
      }
    }
    for note in inner.notes.indices { inner.notes[note].id = "\(part)#\(inner.notes[note].id)" }
    document.fonts += inner.fonts
    document.notes += inner.notes
    document.furniture += inner.furniture
    document.pictureCount += inner.pictureCount
    builder.metCharacters += inner.characterCount
    builder.unread += inner.unread.map {
      UnreadContent(part: "\(part)/\($0.part)", element: $0.element, count: $0.count)
    }
    builder.diagnostics += chunk.diagnostics
    return inner.blocks
  }
}
