internal import ProgrammeModel
internal import VietnameseText

// Paragraphs.
extension RTFBodyReader {
  /// Takes the open paragraph out of the story, or opens one; it has to be put back.
  mutating func takeParagraph() -> OpenParagraph {
    if let paragraph = story.paragraph.take() { return paragraph }
    paragraphCount += 1
    story.look = RunLook(font: nil, style: [], isHidden: false)
    let story = story
    let depth = story.tables.count
    if depth > 0 {
      return builder.openParagraph(number: paragraphCount, in: &story.tables[depth - 1].flow)
    }
    return builder.openParagraph(number: paragraphCount, in: &story.flow)
  }

  /// Ends the paragraph with the format that holds now.
  mutating func endParagraph(endsSection: Bool = false) throws(ReadingError) {
    guard group.destination == .text else { return }
    if group.format.isDeleted, !endsSection {
      // The text joins the next paragraph, whose properties hold for both.
      builder.hasTrackedChanges = true
      return
    }
    try endParagraph(group.format, depth: group.format.depth, endsSection: endsSection)
  }

  /// Ends the paragraph, which stands in so many tables.
  mutating func endParagraph(
    _ format: RTFFormat, depth: Int, endsSection: Bool = false
  ) throws(ReadingError) {
    var paragraph = takeParagraph()
    try builder.use(1, of: .paragraphs)
    paragraph.closeRun(story.look)
    var stated = stated(of: format, in: &paragraph)
    stated.endsSection = endsSection
    stated.isDropCap = format.isDropCap
    if format.isStyleSeparator { stated.isStyleSeparator = true }
    try settle(depth)
    let story = story
    if depth > 0 {
      builder.apply(stated, to: &paragraph, in: story.tables[depth - 1].flow)
      builder.end(paragraph, into: &story.tables[depth - 1].flow)
    } else {
      builder.apply(stated, to: &paragraph, in: story.flow)
      builder.end(paragraph, into: &story.flow)
    }
  }

  /// What a format says of a paragraph.
  private mutating func stated(
    of format: RTFFormat, in paragraph: inout OpenParagraph
  ) -> StatedProperties {
    var stated = StatedProperties()
    stated.style = builder.styles.index(ofID: RTFDefinitions.styleID(format.style))
    stated.paragraph = format.paragraph
    if format.toggles.contains(.hidden) { stated.mark.set(.hidden, true) }
    useLabel(format, in: &stated, of: &paragraph)
    return stated
  }

  /// Takes the label that the file holds, unless its lists give one.
  private mutating func useLabel(
    _ format: RTFFormat, in stated: inout StatedProperties, of paragraph: inout OpenParagraph
  ) {
    guard let label = story.storedLabel.take() else { return }
    if let list = format.paragraph.list, list != 0,
      let instance = builder.numbering.instance(withID: list),
      (0..<Numbering.levelCount).contains(format.paragraph.listLevel ?? 0),
      builder.numbering.level(format.paragraph.listLevel ?? 0, of: instance) != nil
    {
      return
    }
    stated.paragraph.list = nil
    paragraph.label = ListLabel(
      text: label, level: min(max(format.oldListLevel ?? format.paragraph.listLevel ?? 0, 0), 8),
      list: builder.numbering.abstracts.count + max(format.paragraph.list ?? 0, 0),
      value: label.lastNumber)
    paragraph.isCounted = true
  }

  /// Ends a paragraph that has no mark, at the end of a story or of a row.
  mutating func endOpenParagraph(depth: Int? = nil) throws(ReadingError) {
    guard story.paragraph != nil else { return }
    let format = story.lastFormat
    try endParagraph(format, depth: depth ?? format.depth)
  }

  /// Breaks the page in the paragraph: what stood before it is a paragraph of its own.
  mutating func breakPage() throws(ReadingError) {
    var paragraph = takeParagraph()
    let depth = group.format.depth
    let stated = stated(of: group.format, in: &paragraph)
    try settle(depth)
    let story = story
    if depth > 0 {
      builder.apply(stated, to: &paragraph, in: story.tables[depth - 1].flow)
      builder.breakPage(in: &paragraph, story.look, into: &story.tables[depth - 1].flow)
    } else {
      builder.apply(stated, to: &paragraph, in: story.flow)
      builder.breakPage(in: &paragraph, story.look, into: &story.flow)
    }
    story.paragraph = consume paragraph
  }

  /// Notes that the page's number is printed here; the file does not hold it.
  mutating func notePageNumber() {
    var paragraph = takeParagraph()
    paragraph.pageNumberCharacters += 1
    story.paragraph = consume paragraph
  }
}
