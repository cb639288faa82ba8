/// Where a text of the output stands in the source.
///
/// Most texts are one piece of one paragraph. A text that was wrapped has a piece for each of its lines, the
/// text of a table one for each paragraph in its cells:
///
/// ```text
/// line 4  "1. Giải ngân 12,5 tỷ"     Giải ngân 12,5 tỷ đồng trong năm.
/// line 5  "đồng trong năm."          └──── line 4 ────┘ └─ line 5 ───┘
/// ```
///
/// What was put between the pieces, and the label that Word prints in a cell, stands nowhere in the source.
public struct SourceSpans: Hashable, Sendable {
  /// A piece of the text that stands in one paragraph.
  public struct Piece: Hashable, Sendable {
    /// Where it starts in the text, in UTF-8 bytes.
    public var start: Int

    /// Where it stands.
    public var span: SourceSpan

    /// Where it ends in the text.
    public var end: Int { start + span.range.count }

    /// Makes a piece.
    public init(start: Int, span: SourceSpan) {
      self.start = start
      self.span = span
    }
  }

  /// The pieces in the order of the text; none of a text that is not known to stand in a source.
  public private(set) var pieces: [Piece] = []

  /// The place of a text that stands nowhere.
  public init() {}

  /// The place of a text of one piece.
  public init(_ span: SourceSpan) {
    pieces = [Piece(start: 0, span: span)]
  }

  /// The place of a text of pieces, which are in the order of the text.
  public init(_ pieces: [Piece]) {
    self.pieces = pieces
  }

  /// The first stretch, or `nil` where none is known.
  public var first: SourceSpan? { pieces.first?.span }

  /// The place in front of the text.
  public var start: SourceSpans {
    first.map { SourceSpans($0.slice(0..<0)) } ?? SourceSpans()
  }

  /// Goes on with another text, which starts at a byte of the joined one.
  public mutating func append(_ other: SourceSpans, at start: Int) {
    for piece in other.pieces {
      pieces.append(Piece(start: start + piece.start, span: piece.span))
    }
  }

  /// The place of a slice of the text, in bytes; where nothing of the slice stands in the source, the place
  /// that the text in front of it ends at.
  public func slice(_ range: Range<Int>) -> SourceSpans {
    // The first piece that does not end in front of the slice.
    var index = 0
    var high = pieces.count
    while index < high {
      let middle = (index + high) / 2
      if pieces[middle].end <= range.lowerBound { index = middle + 1 } else { high = middle }
    }
    let near = max(index, 1) - 1
    var slice = SourceSpans()
    while index < pieces.count, pieces[index].start < range.upperBound {
      let piece = pieces[index]
      let start = max(piece.start, range.lowerBound)
      let end = min(piece.end, range.upperBound)
      slice.pieces.append(
        Piece(
          start: start - range.lowerBound,
          span: piece.span.slice(start - piece.start..<end - piece.start)))
      index += 1
    }
    guard slice.pieces.isEmpty, near < pieces.count else { return slice }
    let end = min(max(range.lowerBound - pieces[near].start, 0), pieces[near].span.range.count)
    return SourceSpans(pieces[near].span.slice(end..<end))
  }
}

extension String {
  /// The UTF-8 bytes that slices of the text stand in; slices that follow one another are told in one walk.
  public func byteRanges(of slices: [TextRange]) -> [Range<Int>] {
    var (scalars, bytes, index) = (0, 0, utf8.startIndex)
    /// Where a scalar starts, or the length where there are fewer.
    func byte(ofScalar scalar: Int) -> Int {
      if scalar < scalars { (scalars, bytes, index) = (0, 0, utf8.startIndex) }
      while index < utf8.endIndex {
        if utf8[index] & 0xC0 != 0x80 {
          if scalars == scalar { break }
          scalars += 1
        }
        bytes += 1
        utf8.formIndex(after: &index)
      }
      return bytes
    }
    return slices.map { slice in
      let start = byte(ofScalar: slice.start)
      return start..<max(start, byte(ofScalar: slice.end))
    }
  }
}
