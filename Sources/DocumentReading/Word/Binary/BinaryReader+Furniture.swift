internal import ProgrammeModel
internal import VietnameseText

extension BinaryReader {
  /// Reads the headers and footers that are on some page, each once.
  ///
  /// Word keeps six stories for every section, most of them with the same text: what repeats is counted as
  /// unread, and so is what no page shows.
  mutating func furniture() throws(ReadingError) -> [PageFurniture] {
    let range = document.range(of: .headers)
    guard !range.isEmpty else { return [] }
    builder.turn(to: Story.headers.name)
    // Six separators of notes, which are lines, not text; then six stories a section (2.8.22).
    let list = PositionList(document.structure(.headers), entrySize: 0)
    let texts = try texts(of: .headers, cutAt: list.ranges(in: range))
    var furniture: [PageFurniture] = []
    var known: Set<[String]> = []
    for (index, text) in texts.enumerated().dropFirst(Self.separators) {
      let story = HeaderStory(index - Self.separators)
      let met = builder.metCharacters
      let unread = builder.unreadCount
      let pieces = pieces(of: try readStory(text), isHeader: story.isHeader)
      let words =
        [story.isHeader ? "header" : "footer"] + pieces.map(\.paragraph.text.inCanonicalOrder)
      if isShown(story), known.insert(words).inserted {
        furniture += pieces
      } else {
        leaveOut(builder.metCharacters - met - (builder.unreadCount - unread), story)
      }
    }
    return furniture
  }

  private static let separators = 6

  /// Which pages of which section have a header or footer.
  private struct HeaderStory {
    /// The pages.
    enum Pages {
      case even, odd, first
    }

    var section: Int
    var pages: Pages
    var isHeader: Bool

    /// Tells which it is from the number of the story: even header, odd header, even footer, odd footer,
    /// first header, first footer.
    init(_ index: Int) {
      section = index / 6
      let kind = index % 6
      pages = kind > 3 ? .first : kind % 2 == 0 ? .even : .odd
      isHeader = kind < 2 || kind == 4
    }
  }

  private func isShown(_ story: HeaderStory) -> Bool {
    switch story.pages {
    case .odd: true
    // The first bit of the settings: even pages have headers of their own (2.7.2, fFacingPages).
    case .even: (document.structure(.settings).uint8(at: 0) ?? 0) & 1 != 0
    case .first: sections.indices.contains(story.section) && sections[story.section].hasTitlePage
    }
  }

  /// The paragraphs of a header or footer, those of tables and text boxes included.
  func pieces(of blocks: [SourceBlock], isHeader: Bool) -> [PageFurniture] {
    var pieces: [PageFurniture] = []
    for block in blocks {
      block.forEachParagraph { paragraph in
        let isNumber =
          paragraph.location.paragraph.map { builder.pageNumberParagraphs.contains($0) } ?? false
        pieces.append(
          PageFurniture(
            kind: isNumber ? .page : isHeader ? .header : .footer, paragraph: paragraph))
      }
    }
    return pieces
  }

  /// Counts characters that were read as unread.
  private mutating func leaveOut(_ count: Int, _ story: HeaderStory) {
    guard count > 0 else { return }
    builder.metCharacters -= count
    builder.skip(count, element: story.isHeader ? "w:hdr" : "w:ftr")
    builder.note(.repeatedFurniture, Story.headers.name)
  }
}
