internal import ProgrammeModel

/// The paragraphs of a source, with what the output says about each.
///
/// Every text of the output knows where it stands; here what it says is handed to its paragraphs.
struct ReviewedSource {
  /// The paragraphs, in the order of `SourceDocument.forEachParagraph`.
  private(set) var paragraphs: [Paragraph] = []

  /// The number of the first paragraph at a location, for what is known by that alone.
  private var numbers: [Location: Int] = [:]

  /// A paragraph of the source.
  struct Paragraph {
    /// The id of the node that it belongs to, or `nil`.
    var node: String?

    /// The role of a line outside the text, or `nil`.
    var role: DocumentLine.Role?

    /// The facts in it.
    var facts: [FoundFact] = []

    /// The length of its text in bytes.
    fileprivate var length: Int
  }

  /// A fact, or the part of it that stands in one paragraph.
  struct FoundFact {
    /// Where it stands, in UTF-8 bytes of the paragraph.
    var range: Range<Int>

    /// The fact.
    var fact: Fact
  }

  /// Hands what a programme says to the paragraphs of its source.
  init(_ source: SourceDocument, _ programme: Programme) {
    source.forEachParagraph { paragraph in
      if numbers[paragraph.location] == nil { numbers[paragraph.location] = paragraphs.count }
      paragraphs.append(Paragraph(length: paragraph.text.utf8.count))
    }
    add(programme.lines)
    add(programme.preamble, node: "preamble")
    add(programme.outline)
    add(programme.closing, node: "closing")
    for (place, appendix) in programme.appendices.enumerated() {
      let id = "A\(place + 1)"
      for spans in appendix.titleSpans { add(spans, node: id) }
      add(appendix.lines)
      add(appendix.preamble, node: id)
      add(appendix.outline)
      add(appendix.closing, node: id)
    }
    for note in programme.notes { add(note.content, node: nil) }
  }

  /// The number of the paragraph that a doubt is about, or `nil`.
  func paragraph(of doubt: Diagnostic) -> Int? {
    doubt.span?.paragraph ?? doubt.location.flatMap { numbers[$0] }
  }
}

extension ReviewedSource {
  private mutating func add(_ lines: [DocumentLine]) {
    for line in lines {
      for span in stretches(line.spans) { paragraphs[span.paragraph].role = line.role }
    }
  }

  private mutating func add(_ nodes: [Node]) {
    for node in nodes {
      add(node.markerSpans, node: node.id)
      add(node.titleSpans, node: node.id)
      if let title = node.title { add(node.facts, in: title, node.titleSpans) }
      add(node.content, node: node.id)
      add(node.children)
    }
  }

  private mutating func add(_ blocks: [Block], node: String?) {
    for block in blocks {
      add(block.spans, node: node)
      switch block {
      case .paragraph(let paragraph): add(paragraph.facts, in: paragraph.text, paragraph.spans)
      case .table(let table):
        add(table.captionSpans, node: node)
        add(table.facts, in: table.plainText, table.spans)
      }
    }
  }

  private mutating func add(_ spans: SourceSpans, node: String?) {
    for span in stretches(spans) { paragraphs[span.paragraph].node = node }
  }

  private mutating func add(_ facts: [Fact], in text: String, _ spans: SourceSpans) {
    for (fact, bytes) in zip(facts, text.byteRanges(of: facts.map(\.range))) {
      for span in stretches(spans.slice(bytes)) where !span.range.isEmpty {
        paragraphs[span.paragraph].facts.append(FoundFact(range: span.range, fact: fact))
      }
    }
  }

  /// The stretches that stand in this source: a programme may be given that was made of another.
  private func stretches(_ spans: SourceSpans) -> [SourceSpan] {
    spans.pieces.map(\.span).filter {
      paragraphs.indices.contains($0.paragraph)
        && $0.range.upperBound <= paragraphs[$0.paragraph].length
    }
  }
}
