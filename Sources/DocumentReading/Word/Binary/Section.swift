/// A section of the body ([MS-DOC] 2.8.26, 2.9.244): how it begins and which headers it has.
struct Section {
  /// The character behind its last.
  var end: Int
  /// Whether it goes on where the section before ends, on the same page.
  var isContinuous: Bool
  /// Whether its first page has headers of its own.
  var hasTitlePage: Bool

  private static let descriptorSize = 12
  /// How many bytes of properties are read; real sections have some hundred.
  private static let mostBytes = 1024
  private static let noProperties = 0xFFFF_FFFF

  /// The sections of a document, in order.
  static func all(in document: BinaryDocument) -> [Section] {
    let list = PositionList(document.structure(.sections), entrySize: descriptorSize)
    return (0..<list.count).map { index in
      var section = Section(
        end: list.positions[index + 1], isContinuous: false, hasTitlePage: false)
      let main = document.information.main
      guard let offset = list.entry(index).uint32(at: 2), offset != noProperties,
        let size = main.uint16(at: offset)
      else { return section }
      let list = main.clipped(at: offset + 2, count: min(size, mostBytes))
      for property in PropertyList(list) {
        switch property.code {
        case Sprm.sectionBreak: section.isContinuous = property.byte == 0
        case Sprm.hasTitlePage: section.hasTitlePage = property.byte != 0
        default: break
        }
      }
      return section
    }
  }
}

extension BinaryReader {
  /// The section whose last character is at a position of the body, or `nil`: other page breaks stand in
  /// paragraphs.
  func sectionEnding(behind position: Int) -> Int? {
    var low = 0
    var high = sections.count
    while low < high {
      let middle = (low + high) / 2
      if sections[middle].end > position { high = middle } else { low = middle + 1 }
    }
    return low < sections.count && sections[low].end == position + 1 ? low : nil
  }
}
