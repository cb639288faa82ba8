internal import ProgrammeModel

/// A part in another format that stands in the place of blocks (`w:altChunk`).
struct AlternativeChunk {
  /// The relationship of its part.
  var id: String
  /// The block before which it stands.
  var place: Int
}

extension BodyReader {
  /// Remembers where a chunk stands.
  mutating func readChunk(
    _ element: XMLElement, into flow: inout BlockFlow
  ) throws(ReadingError) {
    try finish(&flow)
    if flow.isBody, let id = xml.value(.id, of: element)?.string {
      chunks.append(AlternativeChunk(id: id, place: flow.blocks.count))
    }
    try xml.skip()
  }
}
