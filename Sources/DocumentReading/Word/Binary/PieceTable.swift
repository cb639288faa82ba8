internal import VietnameseText

/// The pieces of which the text is put together ([MS-DOC] 2.4.1, 2.8.35, 2.9.38).
///
/// A document that was saved fast keeps changes at its end, so the order of pieces is not that of the file.
struct PieceTable {
  /// A stretch of text that lies together in the file.
  struct Piece {
    /// The character it starts with.
    var start: Int
    /// The character behind its last.
    var end: Int
    /// Where its first character lies in the stream, in bytes.
    var offset: Int
    /// Whether a character has one byte, else two.
    var isNarrow: Bool
    /// Its property modifier (2.9.215, 2.9.216), or 0.
    var modifier: Int

    /// How many bytes a character takes.
    var width: Int { isNarrow ? 1 : 2 }
  }

  /// What is wrong with a table.
  enum Damage: Error {
    /// There is none, or it has no end.
    case unreadable
    /// Pieces lie over one another so often that their text is larger than the file.
    case overlaps
  }

  /// The pieces, in the order of their characters.
  private(set) var pieces: [Piece] = []
  /// The lists of properties that modifiers of pieces name.
  private(set) var lists: [ByteView] = []
  /// The characters of all stories, one after the other, as UTF-16.
  private(set) var characters: [UInt16] = []
  /// How many pieces, or parts of them, lie outside the stream or out of order.
  private(set) var damaged = 0

  /// How many times the stream's bytes the pieces may have together; no program writes a byte into two.
  static let mostOverlap = 2

  /// Reads the table in `clx` and gathers the text from the stream `WordDocument`.
  init(_ clx: ByteView, text main: ByteView) throws(Damage) {
    guard let plc = readLists(clx) else { throw .unreadable }
    // Places of n + 1 characters and n descriptors of eight bytes.
    let count = max(0, (plc.count - 4) / 12)
    var bytes = 0
    for index in 0..<count {
      guard let piece = piece(index, of: count, plc, text: main) else { continue }
      bytes += (piece.end - piece.start) * piece.width
      guard bytes <= main.count * Self.mostOverlap else { throw .overlaps }
      append(piece, from: main)
    }
  }

  /// Reads the lists of properties in front of the table, and returns the table.
  private mutating func readLists(_ clx: ByteView) -> ByteView? {
    var offset = 0
    while let kind = clx.uint8(at: offset) {
      switch kind {
      case 1:
        guard let size = clx.uint16(at: offset + 1) else { return nil }
        lists.append(PropertyList.shortened(clx.clipped(at: offset + 3, count: size)))
        offset += 3 + size
      case 2:
        guard let size = clx.uint32(at: offset + 1) else { return nil }
        return clx.clipped(at: offset + 5, count: size)
      default: return nil
      }
    }
    return nil
  }

  /// A piece as far as it lies in the stream, or `nil` where it has no character there.
  private mutating func piece(
    _ index: Int, of count: Int, _ plc: ByteView, text main: ByteView
  ) -> Piece? {
    guard let start = plc.uint32(at: 4 * index), let end = plc.uint32(at: 4 * index + 4),
      let field = plc.uint32(at: 4 * (count + 1) + 8 * index + 2)
    else { return nil }
    let isNarrow = field & 0x4000_0000 != 0
    let offset = isNarrow ? (field & 0x3FFF_FFFF) / 2 : field & 0x3FFF_FFFF
    var piece = Piece(
      start: start, end: end, offset: offset, isNarrow: isNarrow,
      modifier: plc.uint16(at: 4 * (count + 1) + 8 * index + 6) ?? 0)
    let room = max(0, main.count - offset) / piece.width
    if start == end { return nil }
    guard start >= characters.count, end > start, room > 0 else {
      damaged += 1
      return nil
    }
    if end - start > room {
      damaged += 1
      piece.end = start + room
    }
    return piece
  }

  private mutating func append(_ piece: Piece, from main: ByteView) {
    var piece = piece
    // A gap has no text: what stands behind it moves up.
    let gap = piece.start - characters.count
    if gap > 0 {
      damaged += 1
      piece.start -= gap
      piece.end -= gap
    }
    let text = main.clipped(
      at: piece.offset, count: (piece.end - piece.start) * piece.width
    ).slice
    if piece.isNarrow {
      // Always Windows-1252, whatever the language: text of legacy fonts is its characters.
      for byte in text {
        characters.append(
          byte < 0x80 ? UInt16(byte) : UInt16(WindowsCodePage.scalar(of: byte)))
      }
    } else {
      var offset = text.startIndex
      while offset + 1 < text.endIndex {
        characters.append(UInt16(text[offset]) | UInt16(text[offset + 1]) << 8)
        offset += 2
      }
    }
    pieces.append(piece)
  }
}
