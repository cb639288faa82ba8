extension SourceDocument {
  /// Calls `body` with every paragraph for reading and writing.
  ///
  /// The order is that of the blocks (cells of tables from
  /// left to right, rows from top to bottom), then those of notes, then those of the furniture.
  public mutating func updateEachParagraph(_ body: (inout SourceParagraph) -> Void) {
    for index in blocks.indices { blocks[index].updateEachParagraph(body) }
    for note in notes.indices {
      for index in notes[note].blocks.indices {
        notes[note].blocks[index].updateEachParagraph(body)
      }
    }
    for index in furniture.indices { body(&furniture[index].paragraph) }
  }

  /// Calls `body` with every paragraph, in the order of `updateEachParagraph`.
  public func forEachParagraph(_ body: (SourceParagraph) -> Void) {
    blocks.forEachParagraph(body)
    for note in notes { note.blocks.forEachParagraph(body) }
    for piece in furniture { body(piece.paragraph) }
  }
}

extension [SourceBlock] {
  /// How many paragraphs the blocks hold, those of cells included.
  public var paragraphCount: Int { reduce(0) { $0 + $1.paragraphCount } }

  /// Calls `body` with every paragraph of the blocks, those of cells included.
  fileprivate func forEachParagraph(_ body: (SourceParagraph) -> Void) {
    for index in indices { self[index].forEachParagraph(body) }
  }
}

extension SourceBlock {
  /// Calls `body` with every paragraph of the block for reading and writing, those of cells included.
  public mutating func updateEachParagraph(_ body: (inout SourceParagraph) -> Void) {
    // The block gives its paragraph away while it is changed, so that its texts are not copied.
    switch consume self {
    case .paragraph(var paragraph):
      body(&paragraph)
      self = .paragraph(paragraph)
    case .table(var table):
      for row in table.rows.indices {
        for cell in table.rows[row].cells.indices {
          for block in table.rows[row].cells[cell].blocks.indices {
            table.rows[row].cells[cell].blocks[block].updateEachParagraph(body)
          }
        }
      }
      self = .table(table)
    }
  }

  /// How many paragraphs the block holds, those of cells included.
  public var paragraphCount: Int {
    switch self {
    case .paragraph: 1
    case .table(let table):
      table.rows.reduce(0) { count, row in
        row.cells.reduce(count) { $0 + $1.blocks.paragraphCount }
      }
    }
  }

  /// Calls `body` with every paragraph of the block, those of cells included.
  public func forEachParagraph(_ body: (SourceParagraph) -> Void) {
    switch self {
    case .paragraph(let paragraph): body(paragraph)
    case .table(let table):
      for row in table.rows.indices {
        for cell in table.rows[row].cells.indices {
          table.rows[row].cells[cell].blocks.forEachParagraph(body)
        }
      }
    }
  }
}
