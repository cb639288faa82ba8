extension NormalisedDocument {
  /// The columns that spans have in their paragraphs, of a text file in its lines: in code points from one, as
  /// they were read, before anything was normalised.
  ///
  /// `nil` where they are not known: in a line from which marks of Markdown were taken, or that a form feed cuts.
  public func columns(of spans: [SourceSpan?]) -> [Range<Int>?] {
    let paragraphs = self.paragraphs(Set(spans.compactMap { $0?.paragraph }))
    let changed = Dictionary(
      changes.paragraphs.lazy.filter { paragraphs[$0.number] != nil }.map { ($0.number, $0) }
    ) { first, _ in first }
    return spans.map { span in
      guard let span, let paragraph = paragraphs[span.paragraph] else { return nil }
      let changes = changed[span.paragraph].map(self.changes.changes(of:))
      let first = document.format == .txt ? paragraph.format.indentation + 1 : 1
      let start = paragraph.text.scalarsAsRead(before: span.range.lowerBound, changes ?? [])
      let end = paragraph.text.scalarsAsRead(before: span.range.upperBound, changes ?? [])
      return first + start..<first + max(start, end)
    }
  }

  /// Paragraphs by their numbers, those left out whose lines are not known as they were read.
  private func paragraphs(_ numbers: Set<Int>) -> [Int: SourceParagraph] {
    var found: [Int: SourceParagraph] = [:]
    guard !numbers.isEmpty else { return found }
    var number = 0
    func look(_ paragraph: SourceParagraph, isWhole: Bool = true) {
      if isWhole, numbers.contains(number) { found[number] = paragraph }
      number += 1
    }
    guard document.format == .txt else {
      document.forEachParagraph { look($0) }
      return found
    }
    var line: Int?
    for block in document.blocks {
      // A table of a text file is one of Markdown.
      let isTable = if case .table = block { true } else { false }
      block.forEachParagraph { paragraph in
        look(
          paragraph,
          isWhole: !isTable && paragraph.runs.isEmpty && paragraph.location.line != line)
        line = paragraph.location.line
      }
    }
    return found
  }
}

extension String {
  /// How many scalars stood before a byte of the text, before changes were made to it.
  fileprivate func scalarsAsRead(before byte: Int, _ changes: [TextChange]) -> Int {
    var count = utf8.prefix(byte).count { $0 & 0xC0 != 0x80 }
    for change in changes where change.offset < byte {
      count += change.before.unicodeScalars.count - change.after.unicodeScalars.count
    }
    return max(0, count)
  }
}
