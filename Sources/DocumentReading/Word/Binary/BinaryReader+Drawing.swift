internal import ProgrammeModel

extension BinaryReader {
  /// Reads what is anchored at a character; it stands behind the paragraph.
  mutating func anchorDrawings(
    at position: Int, isShown: Bool, in paragraph: inout OpenParagraph
  ) throws(ReadingError) {
    for content in drawings.take(at: position) {
      switch content {
      case .textBox(let story, let index):
        // What is deleted with its anchor is not read as a text box without one either.
        if !isShown { readTextBoxes.insert([story.rawValue, index]) }
        paragraph.anchored += try textBox(index, of: story)
      case .words(let words) where isShown:
        var drawn = OpenParagraph()
        drawn.number = paragraph.number
        builder.metCharacters += drawn.append(words)
        builder.anchor(drawn, in: &paragraph)
      case .words: break
      }
    }
  }

  /// Reads a text box.
  private mutating func textBox(
    _ index: Int, of story: Story
  ) throws(ReadingError) -> [SourceBlock] {
    if textBoxes[story] == nil {
      textBoxes[story] = try texts(of: story, cutAt: drawings.texts[story] ?? [])
    }
    guard let texts = textBoxes[story], texts.indices.contains(index),
      readTextBoxes.insert([story.rawValue, index]).inserted
    else { return [] }
    let part = builder.part
    let pageNumbers = builder.pageNumberParagraphs
    builder.part = story.name
    defer {
      builder.part = part
      builder.pageNumberParagraphs = pageNumbers
    }
    try builder.enter()
    let blocks = try readStory(texts[index])
    builder.nesting -= 1
    return blocks
  }

  /// Reads the text boxes of a story that no character anchors; those that wait to be used again are on
  /// no page.
  mutating func looseTextBoxes(of story: Story) throws(ReadingError) -> [SourceBlock] {
    var blocks: [SourceBlock] = []
    let ranges = drawings.texts[story] ?? []
    for index in ranges.indices {
      if drawings.unused[story]?.contains(index) ?? false {
        builder.skip(
          visibleCharacters(in: ranges[index]), element: "w:txbxContent", in: story.name)
      } else {
        blocks += try textBox(index, of: story)
      }
    }
    return blocks
  }
}
