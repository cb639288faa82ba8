extension DocBuilder {
  /// A run of one set of properties: its text's end in characters, and the properties.
  fileprivate typealias PropertyRun = (end: Int, properties: [UInt8])

  /// The streams `WordDocument` and the table.
  func streams() -> (main: [UInt8], table: [UInt8]) {
    let layout = TextLayout(self)
    var main = [UInt8](repeating: 0, count: Self.firstText)
    main += layout.bytes
    main = main.padded(to: 512)
    var table = Table()
    let characterPages = Self.pages(layout.places(of: characterRuns), isParagraphs: false, &main)
    let paragraphPages = Self.pages(layout.places(of: paragraphRuns), isParagraphs: true, &main)
    table.add(styleSheet, at: 1)
    table.add(characterPages, at: 12)
    table.add(paragraphPages, at: 13)
    table.add(fontTable, at: 15)
    table.add(layout.pieceTable(self), at: 33)
    if !lists.isEmpty {
      let heads = UInt16(lists.count).littleEndian16 + lists.flatMap(\.head)
      table.add(heads, behind: lists.flatMap(\.levelBytes), at: 73)
      table.add(
        UInt32(listUses.count).littleEndian32 + listUses.flatMap(\.head)
          + listUses.flatMap(\.overrideBytes), at: 74)
    }
    for (number, bytes) in structures.sorted(by: { $0.key < $1.key }) {
      table.add(bytes, at: number)
    }
    writeHead(into: &main, table)
    return (main, table.bytes)
  }

  /// The table stream as it grows, with the places of what is in it.
  private struct Table {
    var bytes: [UInt8] = []
    var places: [Int: (offset: Int, size: Int)] = [:]

    mutating func add(_ structure: [UInt8], behind rest: [UInt8] = [], at number: Int) {
      places[number] = (bytes.count, structure.count)
      bytes += structure + rest
    }
  }

  private func writeHead(into main: inout [UInt8], _ table: Table) {
    var head = identifier.littleEndian16 + version.littleEndian16 + [0, 0, 0, 0, 0, 0]
    head += flags.littleEndian16
    head = head + [UInt8](repeating: 0, count: 0x20 - head.count)
    head += UInt16(14).littleEndian16 + [UInt8](repeating: 0, count: 28)
    head += UInt16(22).littleEndian16
    var longs = [UInt32](repeating: 0, count: 22)
    longs[0] = UInt32(main.count)
    for story in Story.allCases { longs[3 + story.rawValue] = UInt32(length(of: story)) }
    head += longs.flatMap(\.littleEndian32)
    head += UInt16(Self.placeCount).littleEndian16
    for number in 0..<Self.placeCount {
      let place = table.places[number]
      head += UInt32(place?.offset ?? 0).littleEndian32 + UInt32(place?.size ?? 0).littleEndian32
    }
    head += UInt16(0).littleEndian16
    main.replaceSubrange(0..<head.count, with: head)
  }

  /// The paragraphs of all stories in the order of the text; each story but the body, and the whole, has a
  /// closing paragraph.
  fileprivate var allParagraphs: [DocParagraph] {
    let others = Story.allCases.dropFirst().flatMap { paragraphs[$0] ?? [] }
    return (paragraphs[.main] ?? []) + others + (others.isEmpty ? [] : [DocParagraph("")])
  }

  private func length(of story: Story) -> Int {
    (paragraphs[story] ?? []).reduce(0) { $0 + $1.length }
  }

  private var characterRuns: [PropertyRun] {
    var end = 0
    var runs: [PropertyRun] = []
    for paragraph in allParagraphs {
      for run in paragraph.runs where !run.text.isEmpty {
        end += run.text.count
        runs.append((end, run.properties))
      }
      end += 1
      runs.append((end, paragraph.markProperties))
    }
    return runs
  }

  private var paragraphRuns: [PropertyRun] {
    var end = 0
    return allParagraphs.map { paragraph in
      end += paragraph.length
      return (end, paragraph.style.littleEndian16 + paragraph.properties)
    }
  }

  /// Where the text lies in the stream, piece by piece.
  fileprivate struct TextLayout {
    var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var offsets: [Int] = []
    private var widths: [Int] = []

    init(_ doc: DocBuilder) {
      let text = doc.allParagraphs.flatMap { $0.runs.flatMap(\.text) + [$0.mark] }
      var lengths = doc.pieceLengths
      lengths.append(text.count - lengths.reduce(0, +))
      for length in lengths { ends.append((ends.last ?? 0) + length) }
      widths = lengths.indices.map { doc.narrowPieces.contains($0) ? 1 : 2 }
      offsets = lengths.map { _ in 0 }
      for piece in doc.pieceOrder.isEmpty ? Array(lengths.indices) : doc.pieceOrder {
        if bytes.count % 2 == 1 { bytes.append(0) }
        offsets[piece] = DocBuilder.firstText + bytes.count
        let letters = text[(ends[piece] - lengths[piece])..<ends[piece]]
        bytes +=
          widths[piece] == 1
          ? letters.map { UInt8(truncatingIfNeeded: $0) } : letters.flatMap(\.littleEndian16)
      }
    }

    /// Runs by their places in the stream, cut with the pieces and in the order of the file.
    func places(of runs: [PropertyRun]) -> [(start: Int, end: Int, properties: [UInt8])] {
      var places: [(start: Int, end: Int, properties: [UInt8])] = []
      var start = 0
      for run in runs {
        var piece = ends.firstIndex { $0 > start } ?? 0
        while start < run.end {
          let end = min(run.end, ends[piece])
          let first = piece > 0 ? ends[piece - 1] : 0
          places.append(
            (
              offsets[piece] + (start - first) * widths[piece],
              offsets[piece] + (end - first) * widths[piece], run.properties
            ))
          start = end
          piece += 1
        }
      }
      return places.sorted { $0.start < $1.start }
    }

    /// The table of pieces (Clx).
    func pieceTable(_ doc: DocBuilder) -> [UInt8] {
      var plc = UInt32(0).littleEndian32 + ends.flatMap { UInt32($0).littleEndian32 }
      for piece in ends.indices {
        let place =
          widths[piece] == 1 ? UInt32(offsets[piece] * 2) | 0x4000_0000 : UInt32(offsets[piece])
        plc += [0, 0] + place.littleEndian32
        plc += (doc.pieceModifiers[piece] ?? 0).littleEndian16
      }
      let lists: [UInt8] = doc.modifierLists.flatMap { list -> [UInt8] in
        [1] + UInt16(list.count).littleEndian16 + list
      }
      return lists + [2] + UInt32(plc.count).littleEndian32 + plc
    }
  }

  /// Writes pages of properties and gives the table that finds them.
  private static func pages(
    _ runs: [(start: Int, end: Int, properties: [UInt8])], isParagraphs: Bool,
    _ main: inout [UInt8]
  ) -> [UInt8] {
    var starts: [UInt32] = []
    var numbers: [UInt32] = []
    var rest = runs[...]
    while !rest.isEmpty {
      let entry = isParagraphs ? 13 : 1
      var page = [UInt8](repeating: 0, count: 512)
      var bottom = 510
      var taken: [(start: Int, end: Int, place: UInt8)] = []
      while let run = rest.first {
        // A paragraph's list has half its size in front, with a zero before that where it is even.
        let list: [UInt8] =
          !isParagraphs
          ? run.properties.isEmpty ? [] : [UInt8(run.properties.count)] + run.properties
          : run.properties.count % 2 == 1
            ? [UInt8((run.properties.count + 1) / 2)] + run.properties
            : [0, UInt8(run.properties.count / 2)] + run.properties
        let place = (bottom - list.count) & ~1
        guard place > 4 * (taken.count + 2) + entry * (taken.count + 1) else { break }
        if !list.isEmpty {
          page.replaceSubrange(place..<(place + list.count), with: list)
          bottom = place
        }
        taken.append((run.start, run.end, list.isEmpty ? 0 : UInt8(place / 2)))
        rest.removeFirst()
      }
      for (index, run) in taken.enumerated() {
        page.replaceSubrange((4 * index)..<(4 * index + 4), with: UInt32(run.start).littleEndian32)
        page[4 * (taken.count + 1) + entry * index] = run.place
      }
      let last = 4 * taken.count
      page.replaceSubrange(
        last..<(last + 4), with: UInt32(taken.last?.end ?? 0).littleEndian32)
      page[511] = UInt8(taken.count)
      starts.append(UInt32(taken.first?.start ?? 0))
      numbers.append(UInt32(main.count / 512))
      main += page
    }
    starts.append(UInt32(runs.last?.end ?? 0))
    return starts.flatMap(\.littleEndian32) + numbers.flatMap(\.littleEndian32)
  }

  private var styleSheet: [UInt8] {
    var head = UInt16(styles.count).littleEndian16 + UInt16(10).littleEndian16
    head += [1, 0, 0, 0, 0, 0, 0, 0] + [0, 0, 0, 0, 0, 0]
    var bytes = UInt16(head.count).littleEndian16 + head
    for (number, style) in styles.enumerated() {
      let style = style?.bytes(number: number) ?? []
      bytes += UInt16(style.count).littleEndian16 + style.padded(to: 2)
    }
    return bytes
  }

  private var fontTable: [UInt8] {
    var bytes = UInt16(fonts.count).littleEndian16 + [0, 0]
    for font in fonts {
      let name = font.name.utf16.flatMap(\.littleEndian16) + [0, 0]
      bytes.append(UInt8(39 + name.count))
      bytes += [0, 0x90, 0x01, font.charset] + [UInt8](repeating: 0, count: 35) + name
    }
    return bytes
  }
}
