internal import ProgrammeModel
internal import VietnameseText

extension WordReader {
  /// Reads the headers and footers that are on some page, each once.
  ///
  /// Word keeps a part for every section, most of them with the same text: what repeats is counted as
  /// unread, and so is what no page shows.
  func furniture(
    _ package: borrowing WordPackage, _ reader: inout BodyReader
  ) throws(ReadingError) -> [PageFurniture] {
    var furniture: [PageFurniture] = []
    var seen: Set<String> = []
    var said: Set<[String]> = []
    var showsEvenPages: Bool?
    for reference in reader.furniture {
      guard let part = package.relationships[reference.id]?.part, seen.insert(part).inserted
      else { continue }
      guard let xml = try package.open(part) else {
        reader.builder.note(.missingPart, part)
        continue
      }
      if reference.pages == "even", showsEvenPages == nil {
        showsEvenPages = try hasEvenPages(package)
      }
      let isShown =
        switch reference.pages {
        case "first": reader.hasTitlePage
        case "even": showsEvenPages ?? false
        default: true
        }
      let (met, unread) = (reader.builder.metCharacters, reader.builder.unreadCount)
      reader.turn(to: xml)
      let pieces = try pieces(of: reference, &reader)
      let words =
        [reference.isHeader ? "header" : "footer"] + pieces.map(\.paragraph.text.inCanonicalOrder)
      if isShown, said.insert(words).inserted {
        furniture += pieces
      } else {
        let left = reader.builder.unreadCount - unread
        leaveOut(reference, part, reader.builder.metCharacters - met - left, &reader)
      }
    }
    return furniture
  }

  /// The paragraphs of a header or footer, those of tables and text boxes included.
  private func pieces(
    of reference: FurnitureReference, _ reader: inout BodyReader
  ) throws(ReadingError) -> [PageFurniture] {
    var pieces: [PageFurniture] = []
    for block in try reader.readStory() {
      block.forEachParagraph { paragraph in
        let isNumber = paragraph.location.paragraph.map {
          reader.builder.pageNumberParagraphs.contains($0)
        }
        let kind: PageFurniture.Kind =
          isNumber ?? false ? .page : reference.isHeader ? .header : .footer
        pieces.append(PageFurniture(kind: kind, paragraph: paragraph))
      }
    }
    return pieces
  }

  /// Counts what was read in a part as unread.
  private func leaveOut(
    _ reference: FurnitureReference, _ part: String, _ count: Int, _ reader: inout BodyReader
  ) {
    guard count > 0 else { return }
    reader.builder.metCharacters -= count
    reader.builder.skip(count, element: reference.isHeader ? "w:hdr" : "w:ftr", in: part)
    reader.builder.note(.repeatedFurniture, part)
  }

  /// Whether even pages have headers of their own (`w:evenAndOddHeaders` in the settings).
  private func hasEvenPages(_ package: borrowing WordPackage) throws(ReadingError) -> Bool {
    guard let part = package.relationships.part(ofType: "settings"),
      var xml = try package.open(part)
    else { return false }
    while let element = try xml.nextStart() {
      if element.isWord, element.name == .evenAndOddHeaders { return xml.isOn(element) }
    }
    return false
  }
}
