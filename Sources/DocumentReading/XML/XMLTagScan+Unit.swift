internal import VietnameseText

/// Elements of WordprocessingML that are read without libxml2, as a whole.
///
/// Such a unit is one element with all that is in it. All its tags have the prefix `w` and the plainest spelling,
/// its texts neither references nor line breaks, and everything in it is known to reading or says nothing. What
/// is more, or a mistake, is left to libxml2, and nothing of the unit is read here.
extension XMLTagScan {
  /// What came of reading a unit.
  enum Unit {
    /// It is on the tape.
    case read
    /// It is not plain.
    case unplain
    /// It goes on behind the last byte, as far as can be seen.
    case cut
  }

  /// A unit that is being read.
  private struct OpenUnit {
    /// How many elements are open, and how many were at once.
    var depth = 0
    var deepest = 0
    /// The depth of an element that says nothing, or 0.
    var ignored = 0
    /// The depth of a block of properties that is read for the first time, or 0.
    var block = 0
    /// Its number, or -1 where it cannot be repeated.
    var number = -1
    var blockEnd = 0
    var blockStart = XMLTape.Extent()
  }

  /// `<w:pPr>`, `<w:rPr>` and `<w:tcPr>` as they lie in memory.
  private static var paragraphProperties: UInt64 { 0x003E_7250_703A_773C }
  private static var runProperties: UInt64 { 0x003E_7250_723A_773C }
  private static var cellProperties: UInt64 { 0x3E72_5063_743A_773C }
  /// `<w:` and `xmlns`.
  private static var startTag: UInt64 { 0x3A_773C }
  private static var declaration: UInt64 { 0x73_6E6C_6D78 }

  /// Whether the tag is one of those that units begin with, and trying is worth it: in what is nested to that end
  /// every byte would be looked at again and again.
  @inline(__always)
  var isAtUnit: Bool {
    guard word(at: tag).first(3) == Self.startTag, wasted < 4 &* count else { return false }
    let name = word(at: tag &+ 3)
    return names[XMLNameHashes.hash(0, name, name.nameCount)].isUnit
  }

  /// Reads the unit that begins at the tag, if it is plain, and puts an element in its place.
  mutating func readUnit(onto tape: inout XMLTape) -> Unit {
    let start = tape.extent
    var unit = OpenUnit()
    position = tag
    repeat {
      let isPlain =
        at(position &+ 1) == UInt8(ascii: "/")
        ? readEndTag(&unit, &tape)
        : readBlock(&unit, &tape) || readStartTag(&unit, &tape)
      let isAtTag = at(position) == UInt8(ascii: "<") || unit.depth == 0
      guard isPlain, isAtTag || readText(unit, &tape) else {
        tape.takeBack(to: start)
        wasted &+= position &- tag
        return isCut ? .cut : .unplain
      }
    } while unit.depth > 0
    if tape.records.count == start.records {
      leaveUnit()
    } else {
      tape.group(from: start, depth: unit.deepest, joins: leaveGroup())
    }
    return .read
  }

  /// Whether the tag or the text at which the scan is goes on behind the last byte.
  private var isCut: Bool {
    var index = position
    while index < count {
      let skipped = word(at: index).count(before: UInt8(ascii: ">"))
      if skipped < 8 { return index &+ skipped >= count }
      index &+= 8
    }
    return true
  }

  /// Repeats a block of properties that was read already.
  ///
  /// - Returns: false where there is none; if a new one begins, it is remembered.
  @inline(__always)
  private mutating func readBlock(_ unit: inout OpenUnit, _ tape: inout XMLTape) -> Bool {
    let word = word(at: position)
    guard
      word.first(7) == Self.runProperties || word.first(7) == Self.paragraphProperties
        || word.first(8) == Self.cellProperties,
      unit.block == 0, unit.ignored == 0
    else { return false }
    let part = unsafe UnsafeBufferPointer(start: bytes + position, count: count &- position)
    guard let block = unsafe tape.blocks.block(at: part) else { return false }
    switch block.state {
    case .new:
      unit.block = unit.depth &+ 1
      unit.number = block.number
      unit.blockEnd = position &+ block.count
      unit.blockStart = tape.extent
      return false
    case .kept: tape.repeat(block.number)
    case .empty: break
    }
    position &+= block.count
    return true
  }

  /// Reads a start tag, or an empty element.
  @inline(__always)
  private mutating func readStartTag(_ unit: inout OpenUnit, _ tape: inout XMLTape) -> Bool {
    guard word(at: position).first(3) == Self.startTag else { return false }
    let start = position &+ 1
    position &+= 1
    let hash = passName()
    guard hash != 0 else { return false }
    let name = names[hash]
    let nameEnd = position
    let first = tape.attributes.count
    let isKept = name.isKnown && unit.ignored == 0
    var isEmpty = false
    attributes: while true {
      switch at(position) {
      case UInt8(ascii: ">"):
        position &+= 1
        break attributes
      case UInt8(ascii: "/") where at(position &+ 1) == UInt8(ascii: ">"):
        position &+= 2
        isEmpty = true
        break attributes
      case UInt8(ascii: " "):
        position &+= 1
        guard readAttribute(isKept: isKept, from: first, &tape) else { return false }
      default: return false
      }
    }
    guard isKept || isEmpty || name.kind == .ignored || unit.ignored > 0 else { return false }
    unit.deepest = max(unit.deepest, unit.depth &+ 1)
    guard !isEmpty else {
      if isKept, name.kind == .telling {
        unsafe tape.start(name.name, .word, attributesFrom: first)
        tape.endTag()
      }
      return true
    }
    guard unit.depth < Self.mostOpenTags else { return false }
    unsafe elements[unit.depth] = OpenElement(
      name: start, nameEnd: nameEnd, record: tape.records.count, isWrapper: name.kind == .wrapper)
    unit.depth &+= 1
    if isKept {
      unsafe tape.start(name.name, .word, attributesFrom: first)
      // Paragraphs are counted wherever they stand.
      if name.name == .p { unit.number = -1 }
    } else if unit.ignored == 0 {
      unit.ignored = unit.depth
    }
    return true
  }

  /// Reads an attribute, or passes over a blank before the end of the tag.
  @inline(__always)
  private mutating func readAttribute(
    isKept: Bool, from first: Int, _ tape: inout XMLTape
  ) -> Bool {
    let start = position
    guard word(at: position).first(5) != Self.declaration else { return false }
    let hash = passName()
    if position == start { return true }
    let value = position &+ 2
    guard hash != 0, passValue() else { return false }
    let name = names[hash]
    guard isKept, name.isKnown else { return true }
    for index in first..<tape.attributes.count where tape.attributes[index].name == name.name {
      return false
    }
    unsafe tape.attribute(
      name.name, UnsafeBufferPointer(start: bytes + value, count: position &- 1 &- value))
    return true
  }

  /// Reads the end tag of the innermost open element.
  @inline(__always)
  private mutating func readEndTag(_ unit: inout OpenUnit, _ tape: inout XMLTape) -> Bool {
    let element = unsafe elements[unit.depth &- 1]
    var name = element.name
    position &+= 2
    while name < element.nameEnd {
      let letters = min(8, element.nameEnd &- name)
      guard word(at: name).first(letters) == word(at: position).first(letters) else { return false }
      name &+= letters
      position &+= letters
    }
    guard at(position) == UInt8(ascii: ">") else { return false }
    position &+= 1
    if unit.ignored == 0 {
      if element.isWrapper, tape.records.count == element.record &+ 1 {
        tape.records.removeAll(from: element.record)
      } else {
        tape.endTag()
      }
    } else if unit.ignored == unit.depth {
      unit.ignored = 0
    }
    if unit.block == unit.depth {
      unit.block = 0
      if unit.number >= 0, position == unit.blockEnd {
        tape.remember(unit.number, from: unit.blockStart)
      }
    }
    unit.depth &-= 1
    return true
  }

  /// Reads text up to the next tag.
  @inline(__always)
  private mutating func readText(_ unit: OpenUnit, _ tape: inout XMLTape) -> Bool {
    let start = position
    guard passText(), position &- start <= tape.limits.textBytes else { return false }
    if unit.ignored == 0 {
      unsafe tape.text(UnsafeBufferPointer(start: bytes + start, count: position &- start))
    }
    return true
  }

  /// Passes over text without references and line breaks and says whether a tag follows it.
  @inline(__always)
  private mutating func passText() -> Bool {
    while true {
      let plain = word(at: position).textCount
      position &+= plain
      if plain == 8 { continue }
      let byte = at(position)
      if byte == UInt8(ascii: "<") { return true }
      let length = scalarLength
      if length == 0 { return false }
      position &+= length
    }
  }

  /// How many bytes the scalar beyond ASCII has that begins where the scan is; 0 where none begins that XML allows
  /// (Unicode, table 3-7; XML 1.0, 2.2).
  @inline(__always)
  private var scalarLength: Int {
    let (first, second) = (at(position), at(position &+ 1))
    func follows(_ index: Int) -> Bool { at(position &+ index) & 0xC0 == 0x80 }
    switch first {
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0...0xEF:
      guard follows(1), follows(2), first != 0xE0 || second >= 0xA0, first != 0xED || second < 0xA0,
        first != 0xEF || second != 0xBF || at(position &+ 2) < 0xBE
      else { return 0 }
      return 3
    case 0xF0...0xF4:
      return follows(1) && follows(2) && follows(3) && (first != 0xF0 || second >= 0x90)
        && (first != 0xF4 || second < 0x90) ? 4 : 0
    default: return 0
    }
  }
}
