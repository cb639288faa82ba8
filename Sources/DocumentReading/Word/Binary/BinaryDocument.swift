internal import ProgrammeModel

/// A document of Word 97-2003 with its tables read: what each character is and which properties it has.
struct BinaryDocument {
  /// From a character on, up to the next run, some properties hold.
  struct PropertyRun {
    /// The first character.
    var start: Int
    /// Where the properties stand in the stream `WordDocument`, or 0 where there are none.
    var offset = 0
    /// How many bytes they have.
    var count = 0
    /// The modifier of the piece (2.9.215, 2.9.216), which goes over them, or 0.
    var modifier = 0
    /// Whether the characters had one byte each.
    var isNarrow = true
  }

  /// The head.
  let information: FileInformation
  /// The text.
  let pieces: PieceTable
  /// The fonts by their numbers.
  let fonts: FontList
  /// The style sheet.
  let sheet: StyleSheet
  /// The lists.
  let numbering: Numbering
  /// The names of the fonts.
  private(set) var fontNames = FontTable()
  /// Which properties characters have.
  let characterRuns: [PropertyRun]
  /// Which properties paragraphs have; those at its mark are a paragraph's own.
  let paragraphRuns: [PropertyRun]
  /// The stream `Data`, where long lists of properties stand.
  let data: ByteView
  /// What is wrong with the document.
  private(set) var diagnostics: [Diagnostic] = []

  private let table: ByteView

  /// Reads the tables of a document.
  init(_ container: CompoundFile, named name: String, limits: ReadingLimits) throws(ReadingError) {
    guard let main = try container.stream(Self.mainStream) else {
      throw .missingMainPart(file: name, tried: Self.mainStream)
    }
    information = try Self.information(main, file: name)
    var table = try container.stream(information.tableStream)
    if table == nil {
      // The other one is better than nothing.
      let other = information.tableStream == "1Table" ? "0Table" : "1Table"
      table = try container.stream(other)
      diagnostics.append(Diagnostic(.missingPart, information.tableStream))
    }
    self.table = table ?? .empty
    data = Self.usesData(main) ? try container.stream("Data") ?? .empty : .empty
    pieces = try Self.pieces(self.table, information, file: name)
    if pieces.damaged > 0 {
      diagnostics.append(Diagnostic(.damagedText, String(pieces.damaged)))
    }
    fonts = FontList(Self.structure(.fonts, self.table, information), names: &fontNames)
    sheet = StyleSheet(Self.structure(.styles, self.table, information), fonts: fonts)
    numbering = Self.numbering(self.table, information, fonts, limits)
    let characterPages = FormattedPages(
      Self.structure(.characterPages, self.table, information), in: main, isParagraphs: false)
    characterRuns = Self.runs(of: pieces, characterPages)
    let paragraphPages = FormattedPages(
      Self.structure(.paragraphPages, self.table, information), in: main, isParagraphs: true)
    paragraphRuns = Self.runs(of: pieces, paragraphPages)
  }

  /// The stream with the head and the text.
  static let mainStream = "WordDocument"

  /// The bytes of a structure of the table stream, none where there is none or it lies outside.
  func structure(_ structure: FileInformation.Structure) -> ByteView {
    Self.structure(structure, table, information)
  }

  /// Where a story stands among the characters, as far as there are so many.
  func range(of story: Story) -> Range<Int> {
    var start = 0
    for earlier in Story.allCases.prefix(while: { $0 != story }) {
      start += information.length(of: earlier)
    }
    let end = min(start + information.length(of: story), pieces.characters.count)
    return min(start, end)..<end
  }

  /// The lists of properties that hold for a run, in the order in which they are applied.
  func lists(of run: PropertyRun) -> [ByteView] {
    var lists: [ByteView] = []
    if run.offset > 0 {
      lists.append(information.main.clipped(at: run.offset, count: run.count))
    }
    if run.modifier & 1 != 0 {
      let index = run.modifier >> 1
      if pieces.lists.indices.contains(index) { lists.append(pieces.lists[index]) }
    } else if let property = PieceModifier.property(run.modifier) {
      lists.append(property)
    }
    return lists
  }

  /// The index of the run that a character is in.
  static func index(of character: Int, in runs: [PropertyRun]) -> Int? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start <= character { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}

extension BinaryDocument {
  /// Whether a container holds a document of a version of Word before 97.
  static func isOld(_ container: CompoundFile) throws(ReadingError) -> Bool {
    guard let main = try container.stream(mainStream) else { return false }
    do throws(FileInformation.Refusal) {
      _ = try FileInformation(main)
      return false
    } catch {
      if case .old = error { return true }
      return false
    }
  }

  private static func information(
    _ main: ByteView, file: String
  ) throws(ReadingError) -> FileInformation {
    do throws(FileInformation.Refusal) {
      return try FileInformation(main)
    } catch {
      switch error {
      case .unknown:
        throw .damagedPart(file: file, part: mainStream, reason: "its head is damaged")
      case .old(let version): throw .oldWordFormat(file: file, version: version)
      case .encrypted: throw .encrypted(file: file)
      }
    }
  }

  private static func structure(
    _ structure: FileInformation.Structure, _ table: ByteView, _ information: FileInformation
  ) -> ByteView {
    guard let stretch = information.stretch(of: structure) else { return .empty }
    return table.clipped(at: stretch.offset, count: stretch.size)
  }

  private static func pieces(
    _ table: ByteView, _ information: FileInformation, file: String
  ) throws(ReadingError) -> PieceTable {
    do throws(PieceTable.Damage) {
      return try PieceTable(
        structure(.pieces, table, information), text: information.main)
    } catch {
      switch error {
      case .unreadable:
        throw .damagedPart(
          file: file, part: information.tableStream, reason: "it has no table of pieces")
      case .overlaps:
        throw .limit(
          file: file, part: mainStream, kind: .ratio, allowed: PieceTable.mostOverlap)
      }
    }
  }

  private static func numbering(
    _ table: ByteView, _ information: FileInformation, _ fonts: FontList, _ limits: ReadingLimits
  ) -> Numbering {
    guard let stretch = information.stretch(of: .lists) else {
      return Numbering([], [], largestNumber: limits.listNumber)
    }
    return ListTables(
      lists: table.clipped(at: stretch.offset, count: table.count), listSize: stretch.size,
      uses: structure(.listUses, table, information, toEnd: true),
      names: structure(.listNames, table, information), fonts: fonts,
      largestNumber: limits.listNumber
    ).numbering
  }

  /// A structure whose rest may stand behind its own end.
  private static func structure(
    _ structure: FileInformation.Structure, _ table: ByteView, _ information: FileInformation,
    toEnd: Bool
  ) -> ByteView {
    guard let stretch = information.stretch(of: structure) else { return .empty }
    return table.clipped(at: stretch.offset, count: table.count)
  }

  /// Whether a document has anything to read in the stream `Data`, which may be large with pictures.
  private static func usesData(_ main: ByteView) -> Bool {
    // The codes of the modifiers that name offsets there; other bytes may look like them.
    let codes = [Sprm.hugeList, Sprm.olderHugeList, Sprm.isData]
    var last = 0
    for byte in main.slice {
      let code = last | Int(byte) << 8
      if byte == 0x66 || byte == 0x08, codes.contains(code) { return true }
      last = Int(byte)
    }
    return false
  }

  /// Cuts the runs of properties with the pieces: a run may reach over several, which lie anywhere.
  private static func runs(of pieces: PieceTable, _ pages: FormattedPages) -> [PropertyRun] {
    var runs: [PropertyRun] = []
    func add(_ run: PropertyRun) {
      if runs.last?.start == run.start { runs.removeLast() }
      runs.append(run)
    }
    for piece in pieces.pieces {
      let bytes = (piece.end - piece.start) * piece.width
      let none = PropertyRun(
        start: piece.start, modifier: piece.modifier, isNarrow: piece.isNarrow)
      /// The first character at or behind a byte of the stream.
      func character(at byte: Int) -> Int {
        piece.start + (byte - piece.offset + piece.width - 1) / piece.width
      }
      var next = piece.start
      for run in pages.runs[pages.firstRun(endingAfter: piece.offset)...] {
        guard run.start < piece.offset + bytes, next < piece.end else { break }
        let start = max(next, character(at: max(run.start, piece.offset)))
        var properties = none
        if start > next {
          properties.start = next
          add(properties)
        }
        properties.start = start
        properties.offset = run.offset
        properties.count = run.count
        add(properties)
        next = min(piece.end, max(start, character(at: min(run.end, piece.offset + bytes))))
      }
      if next < piece.end {
        var properties = none
        properties.start = next
        add(properties)
      }
    }
    return runs
  }
}

/// The one property that a piece can have without a list ([MS-DOC] 2.9.215, Prm0).
enum PieceModifier {
  /// The codes of the properties by their numbers there; only those that are read.
  private static let codes: [Int: Int] = [
    0x05: Sprm.alignment, 0x09: Sprm.startsPage, 0x0C: Sprm.listLevel, 0x18: Sprm.inTable,
    0x19: Sprm.endsRow, 0x41: Sprm.isDeleted, 0x42: Sprm.isInserted, 0x55: Sprm.bold,
    0x56: Sprm.italic, 0x5B: Sprm.capitals, 0x5C: Sprm.hidden, 0x5E: Sprm.underline,
  ]

  /// A modifier as a list of one property, or `nil` where it says nothing that is read.
  static func property(_ modifier: Int) -> ByteView? {
    guard let code = codes[modifier >> 1 & 0x7F] else { return nil }
    return ByteView([
      UInt8(code & 0xFF), UInt8(code >> 8 & 0xFF), UInt8(modifier >> 8 & 0xFF),
    ])
  }
}
