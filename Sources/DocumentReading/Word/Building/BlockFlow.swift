internal import ProgrammeModel

/// A sequence of blocks that is being read: the body, a cell, a text box, a note.
struct BlockFlow: ~Copyable {
  /// The blocks so far.
  var blocks: [SourceBlock] = []
  /// A paragraph whose mark is deleted, waiting for the one it joins.
  var carried: OpenParagraph?
  /// Whether the next paragraph starts a page.
  var startsPage = false
  /// The style of the table around, an index into the styles.
  var tableStyle: Int32?
  /// Whether this is the body of the document itself, where sections end.
  var isBody = false
  /// The block that the current section starts with.
  var sectionStart = 0

  /// Starts another section: its first block starts a page, unless it turns out to be continuous.
  mutating func startSection() {
    sectionStart = blocks.count
    startsPage = true
  }

  /// Takes back the page that the current section was thought to start.
  mutating func joinPages() {
    guard isBody, sectionStart > 0 else { return }
    guard blocks.indices.contains(sectionStart) else {
      startsPage = false
      return
    }
    blocks[sectionStart].updateFirstParagraph { $0.format.startsPage = false }
  }
}

extension SourceBlock {
  /// Changes the first paragraph of the block, in a table that of its first cell with one.
  mutating func updateFirstParagraph(_ change: (inout SourceParagraph) -> Void) {
    var isChanged = false
    updateEachParagraph {
      if !isChanged { change(&$0) }
      isChanged = true
    }
  }
}
