internal import ProgrammeModel

// Stories.
extension RTFBodyReader {
  /// Begins a story inside the one that is open; it ends with the group.
  mutating func beginStory(_ kind: RTFStory.Kind) throws(ReadingError) {
    // A note or text box stands behind the paragraph that it belongs to.
    if case .furniture = kind {} else { story.paragraph = takeParagraph() }
    try builder.enter()
    stories.append(
      RTFStory(
        kind, isHidden: group.format.toggles.contains(.hidden), outerCounter: builder.beginStory()))
    group.destination = .text
    group.format.resetParagraph()
    group.endings.append(.story)
  }

  /// Ends the innermost story, whose last paragraph need not have a mark.
  mutating func endStory() throws(ReadingError) {
    try endOpenParagraph()
    try settle(0)
    let story = story
    guard stories.count > 1 else { return builder.finish(&story.flow) }
    builder.endStory(&story.flow, story.outerCounter)
    builder.nesting -= 1
    stories.removeLast()
    switch story.kind {
    case .body: break
    case .textBox:
      var paragraph = takeParagraph()
      paragraph.anchored.append(contentsOf: story.flow.blocks)
      self.story.paragraph = consume paragraph
    case .note: keepNote(story)
    case .furniture(let isHeader, let pages):
      furniture.append(RTFFurniture(isHeader: isHeader, pages: pages, blocks: story.flow.blocks))
    }
  }
}
