internal import ProgrammeModel

/// The lists of a document ([MS-DOC] 2.4.6.3): PlfLst defines them, PlfLfo says how they are used.
///
/// A use of a list (LFO) is what `w:num` is in later versions, a list (LSTF) what `w:abstractNum` is.
struct ListTables {
  /// The lists and their uses.
  private(set) var numbering = Numbering.none

  private let fonts: FontList
  private var abstracts: [Numbering.Abstract] = []
  private var instances: [Numbering.Instance] = []

  private static let listSize = 28
  private static let useSize = 16

  /// Reads both tables.
  ///
  /// `lists` is the table stream from where the lists start, of which the table itself has `listSize` bytes:
  /// the levels stand behind its end.
  init(
    lists: ByteView, listSize: Int, uses: ByteView, names: ByteView, fonts: FontList,
    largestNumber: Int
  ) {
    self.fonts = fonts
    readLists(lists, size: listSize, names: Self.names(names))
    readUses(uses)
    numbering = Numbering(abstracts, instances, largestNumber: largestNumber)
  }

  /// Reads the lists (2.9.131, 2.9.147); the levels of all follow behind them in the same order.
  private mutating func readLists(_ table: ByteView, size: Int, names: [String]) {
    let count = min(table.uint16(at: 0) ?? 0, max(0, min(size, table.count) - 2) / Self.listSize)
    var offset = size
    for index in 0..<count {
      let list = table.clipped(at: 2 + Self.listSize * index, count: Self.listSize)
      var abstract = Numbering.Abstract()
      abstract.id = list.int32(at: 0) ?? 0
      abstract.name = names.indices.contains(index) ? names[index] : nil
      let isSimple = (list.uint8(at: 26) ?? 0) & 1 != 0
      for level in 0..<(isSimple ? 1 : Numbering.levelCount) {
        guard var read = readLevel(table, &offset) else { break }
        // The style that stands for the level (2.9.147, rgistdPara); FFF for none.
        let style = list.uint16(at: 8 + 2 * level) ?? 0xFFF
        if style != 0xFFF { read.paragraphStyle = String(style) }
        abstract.levels[level] = read
      }
      abstracts.append(abstract)
    }
  }

  /// Reads the uses of lists (2.9.132, 2.9.133), then the levels that each replaces.
  private mutating func readUses(_ table: ByteView) {
    let count = min(table.uint32(at: 0) ?? 0, max(0, table.count - 4) / Self.useSize)
    var offset = 4 + Self.useSize * count
    for index in 0..<count {
      let use = table.clipped(at: 4 + Self.useSize * index, count: Self.useSize)
      var instance = Numbering.Instance()
      instance.id = index + 1
      instance.abstractID = use.int32(at: 0) ?? 0
      offset += 4
      for _ in 0..<(use.uint8(at: 12) ?? 0) {
        guard readOverride(table, &offset, into: &instance) else { break }
      }
      instances.append(instance)
    }
  }

  /// Reads one level that a use replaces, wholly or in its start alone (LFOLVL).
  private func readOverride(
    _ table: ByteView, _ offset: inout Int, into instance: inout Numbering.Instance
  ) -> Bool {
    guard let start = table.int32(at: offset), let flags = table.uint32(at: offset + 4) else {
      return false
    }
    offset += 8
    let index = flags & 0xF
    let replacesStart = flags & 0x10 != 0
    let replacesLevel = flags & 0x20 != 0
    var replacement: ListLevel?
    if replacesLevel {
      replacement = readLevel(table, &offset)
      if replacement == nil { return false }
    }
    guard index < Numbering.levelCount, replacesStart || replacesLevel else { return true }
    instance.hasOverrides = true
    if let replacement { instance.levels[index] = replacement }
    // With a level of its own, that one's start counts (2.9.133).
    if replacesStart { instance.starts[index] = replacement?.start ?? max(0, start) }
    return true
  }

  /// Reads a level (2.9.149, 2.9.150) and moves on behind it.
  private func readLevel(_ table: ByteView, _ offset: inout Int) -> ListLevel? {
    guard let head = table.view(at: offset, count: 28) else { return nil }
    let paragraphSize = head.uint8(at: 25) ?? 0
    let characterSize = head.uint8(at: 24) ?? 0
    let paragraphs = offset + 28
    let characters = paragraphs + paragraphSize
    let text = characters + characterSize
    guard let length = table.uint16(at: text) else { return nil }
    var level = ListLevel()
    level.start = max(0, head.int32(at: 0) ?? 0)
    let format = head.uint8(at: 4) ?? 0
    level.format = NumberFormat(code: format)
    level.unknownFormat = level.format == .unknown ? String(format) : nil
    let flags = head.uint8(at: 5) ?? 0
    level.isLegal = flags & 0x04 != 0
    level.restart = flags & 0x08 != 0 ? head.uint8(at: 26) : nil
    level.pieces = Self.pieces(
      table.clipped(at: text + 2, count: 2 * length),
      positions: (0..<Numbering.levelCount).compactMap { head.uint8(at: 6 + $0) })
    var look = CharacterLook()
    look.apply(
      table.clipped(at: characters, count: characterSize), over: .none, fonts: fonts)
    level.run = look.run
    var paragraph = ParagraphRecord()
    paragraph.apply(table.clipped(at: paragraphs, count: paragraphSize))
    level.paragraph.left = paragraph.properties.left
    level.paragraph.firstLine = paragraph.properties.firstLine
    offset = text + 2 + 2 * length
    return level
  }

  /// The pattern of a label: `positions` says, from one, where its text has the number of a level.
  private static func pieces(_ text: ByteView, positions: [Int]) -> [ListLevel.Piece] {
    var pieces: [ListLevel.Piece] = []
    var start = 0
    for position in positions.prefix(while: { $0 != 0 }) {
      // Places ascend; one that does not, or lies behind the text, is none.
      guard position > start, let level = text.uint16(at: 2 * (position - 1)) else { continue }
      if position - 1 > start {
        pieces.append(.literal(text.utf16(at: 2 * start, units: position - 1 - start)))
      }
      if level < Numbering.levelCount { pieces.append(.counter(level)) }
      start = position
    }
    let rest = text.count / 2 - start
    if rest > 0 { pieces.append(.literal(text.utf16(at: 2 * start, units: rest))) }
    return pieces
  }

  /// The names of the lists, for `LISTNUM` fields (2.9.281): a table of strings behind its own head.
  private static func names(_ table: ByteView) -> [String] {
    guard table.uint16(at: 0) == 0xFFFF, let count = table.uint16(at: 2),
      let extra = table.uint16(at: 4)
    else { return [] }
    var names: [String] = []
    var offset = 6
    while names.count < count, let length = table.uint16(at: offset) {
      names.append(table.utf16(at: offset + 2, units: length))
      offset += 2 + 2 * length + extra
    }
    return names
  }
}
