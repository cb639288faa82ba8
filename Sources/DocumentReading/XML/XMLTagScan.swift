/// One look over a chunk, eight bytes at a time: where its tags are, and what of them is copied.
@safe struct XMLTagScan {
  /// A start tag that says nothing if nothing is kept behind it.
  struct OpenTag: BitwiseCopyable {
    var start: Int
    /// Where it begins and ends in the output.
    var output: Int
    var outputEnd: Int
  }

  /// A numbered block whose tags are being passed.
  private struct OpenBlock: BitwiseCopyable {
    var index: Int
    var end: Int
    /// Where the element around it begins in the output.
    var output: Int
  }

  /// How many zero bytes must stand behind the last: no loop here has to look where it is.
  static let padding = 16
  /// How many elements in which nothing is left may stand in one another.
  static let mostOpenTags = 32

  /// `<w:pPr>`, `<w:rPr>` and `<w:tcPr>`, and the attribute that declares their prefix, as they lie in memory:
  /// they are asked for at every tag.
  private static var paragraphProperties: UInt64 { 0x003E_7250_703A_773C }
  private static var runProperties: UInt64 { 0x003E_7250_723A_773C }
  private static var cellProperties: UInt64 { 0x3E72_5063_743A_773C }
  private static var declaration: UInt64 { 0x3D77_3A73_6E6C_6D78 }

  /// Where the tag begins that was found last.
  private(set) var tag = 0

  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  private let output: UnsafeMutablePointer<UInt8>
  /// The start tags behind which nothing was kept so far, and where the last of them ends in the output, or -1.
  private let open: UnsafeMutablePointer<OpenTag>
  private var openCount = 0
  private var openEnd = -1
  private var block = OpenBlock(index: 0, end: .max, output: 0)
  private var declaresPrefix = false
  private var position = 0
  /// How many bytes were copied, and where those begin that were not.
  private var copied = 0
  private var kept = 0

  /// - Parameters:
  ///   - bytes: the chunk, with `padding` zero bytes behind it.
  ///   - count: how many bytes the chunk has.
  ///   - output: memory for three times as many.
  ///   - open: memory for `mostOpenTags` start tags.
  init(
    bytes: UnsafePointer<UInt8>, count: Int, output: UnsafeMutablePointer<UInt8>,
    open: UnsafeMutablePointer<OpenTag>
  ) {
    unsafe self.bytes = unsafe bytes
    unsafe self.output = unsafe output
    unsafe self.open = unsafe open
    self.count = count
  }

  /// The byte at a place, up to the padding.
  @inline(__always)
  private func at(_ index: Int) -> UInt8 { unsafe bytes[index] }

  /// Eight bytes from a place on.
  @inline(__always)
  private func word(at index: Int) -> ByteWord {
    unsafe ByteWord(UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self))
  }

  /// Begins to look at a place; everything before it is kept.
  @inline(__always)
  mutating func begin(at start: Int) {
    position = start
  }

  /// Where a byte that is kept stands in the output.
  @inline(__always)
  private func place(of index: Int) -> Int { copied &+ index &- kept }

  /// Goes on to the next tag that is no end tag.
  @inline(__always)
  mutating func findTag() -> Bool {
    while position < count {
      let skipped = word(at: position).count(before: UInt8(ascii: "<"))
      position &+= skipped
      guard skipped < 8 else { continue }
      tag = position
      guard at(tag &+ 1) == UInt8(ascii: "/") else { return true }
      position &+= 2
      if place(of: tag) == openEnd { passEndTag() }
    }
    return false
  }

  /// Passes over the end tag of an element in which nothing is left, and leaves both its tags out.
  @inline(__always)
  private mutating func passEndTag() {
    let last = unsafe open[openCount &- 1]
    var name = last.start &+ 1
    while at(position) != UInt8(ascii: ">") {
      // Another name is a mistake, of which libxml2 tells.
      guard at(position) == at(name), at(position) != 0 else { return }
      position &+= 1
      name &+= 1
    }
    guard at(name) == UInt8(ascii: ">") || at(name) == UInt8(ascii: " ") else { return }
    position &+= 1
    leaveOut(from: last.start, output: last.output)
    openCount &-= 1
    openEnd = unsafe openCount == 0 ? -1 : open[openCount &- 1].outputEnd
  }

  /// Remembers a start tag that says nothing if nothing is kept behind it.
  @inline(__always)
  private mutating func openTag(output start: Int) {
    // Those before it say something as soon as anything is kept between.
    if start != openEnd || openCount == Self.mostOpenTags { openCount = 0 }
    openEnd = place(of: position)
    unsafe open[openCount] = OpenTag(start: tag, output: start, outputEnd: openEnd)
    openCount &+= 1
  }

  /// Whether the tag is none, but a comment, a CDATA section or the like.
  @inline(__always)
  var isMarkup: Bool {
    at(tag &+ 1) == UInt8(ascii: "!") || at(tag &+ 1) == UInt8(ascii: "?")
  }

  /// Passes over the tag, and leaves out of it what says nothing.
  ///
  /// - Returns: false where the tag goes on behind the last byte; nothing is left out of it then.
  @inline(__always)
  mutating func passTag(_ names: XMLNameHashes) -> Bool {
    let before = (copied, kept)
    let output = place(of: tag)
    position = tag &+ 1
    let kind = names.kind(of: passName())
    while true {
      switch at(position) {
      case UInt8(ascii: ">"):
        position &+= 1
        if kind != .telling { openTag(output: output) }
        return true
      case UInt8(ascii: "/") where at(position &+ 1) == UInt8(ascii: ">"):
        position &+= 2
        if kind != .telling { leaveOut(from: tag, output: output) }
        return true
      case UInt8(ascii: " "):
        let start = position
        position &+= 1
        // Declarations of namespaces and what XML itself defines stay.
        let isXML = at(position) == UInt8(ascii: "x") && at(position &+ 1) == UInt8(ascii: "m")
        if isXML, word(at: position).first(8) == Self.declaration { declaresPrefix = true }
        let name = passName()
        if position == start &+ 1 { continue }
        guard passValue() else { return isWhole(before) }
        if kind != .unknown, !isXML, names.kind(of: name) == .unknown {
          leaveOut(from: start, output: place(of: start))
        }
      default:
        return isWhole(before)
      }
    }
  }

  /// Whether all of a tag is there that goes on with what is not written plainly or is a mistake, of which
  /// libxml2 tells.
  @inline(never)
  private mutating func isWhole(_ before: (copied: Int, kept: Int)) -> Bool {
    var index = tag &+ 1
    while index < count {
      if at(index) == UInt8(ascii: "<") { return true }
      if word(at: index).first(7) == Self.declaration & (1 << 56 - 1) { declaresPrefix = true }
      index &+= 1
    }
    (copied, kept) = before
    return false
  }

  /// Whether the tag declares the prefix `w`.
  @inline(__always)
  mutating func takeDeclaration() -> Bool {
    defer { declaresPrefix = false }
    return declaresPrefix
  }

  /// Passes over a block of properties that is not to be parsed again, or begins to number one that is.
  ///
  /// - Returns: false where the tags of the block are to be passed one by one.
  @inline(__always)
  mutating func passBlock(_ blocks: inout RepeatedBlocks) -> Bool {
    let word = word(at: tag)
    let isCell = word.first(8) == Self.cellProperties
    guard
      isCell || word.first(7) == Self.paragraphProperties || word.first(7) == Self.runProperties,
      block.end == .max
    else { return false }
    let part = unsafe UnsafeBufferPointer(start: bytes + tag, count: count &- tag)
    guard let found = unsafe blocks.block(at: part) else { return false }
    switch found.fate {
    case .drop:
      position = tag &+ found.count
      leaveOut(from: tag, output: place(of: tag))
    case .replace(let number):
      keep(to: tag)
      copied &+= addTag(of: number, at: copied, isEmpty: true)
      position = tag &+ found.count
      kept = position
    case .sift:
      // Its number is written when it is known.
      keep(to: tag)
      block = OpenBlock(index: found.index, end: tag &+ found.count, output: copied)
      copied &+= BlockName.length &+ 2
      return false
    }
    return true
  }

  /// Ends the element around a numbered block that was passed.
  @inline(__always)
  mutating func leaveBlock(_ blocks: inout RepeatedBlocks) {
    if tag >= block.end { endBlock(&blocks) }
  }

  @inline(never)
  private mutating func endBlock(_ blocks: inout RepeatedBlocks) {
    if kept < block.end { keep(to: block.end) }
    let start = block.output
    let inside = start &+ BlockName.length &+ 2
    let left = unsafe UnsafeBufferPointer(start: output + inside, count: copied &- inside)
    switch unsafe blocks.settle(block.index, left: left) {
    case (.drop, _): copied = start
    case (.replace(let number), _): copied = start &+ addTag(of: number, at: start, isEmpty: true)
    case (.sift, let number?):
      _ = addTag(of: number, at: start)
      copied &+= addTag(of: number, at: copied, isEnd: true)
    case (.sift, nil):
      unsafe (output + start).update(from: output + inside, count: left.count)
      copied = start &+ left.count
    }
    block.end = .max
  }

  /// Passes over a qualified name and gives the hash of its local part.
  @inline(__always)
  private mutating func passName() -> UInt64 {
    // Mostly the prefix is one letter.
    let first = at(position) | 0x20
    if at(position &+ 1) == UInt8(ascii: ":"), first >= UInt8(ascii: "a"),
      first <= UInt8(ascii: "z")
    {
      position &+= 2
    }
    var hash: UInt64 = 0
    while true {
      let word = word(at: position)
      let letters = word.nameCount
      hash = XMLNameHashes.hash(hash, word, letters)
      position &+= letters
      if letters == 8 { continue }
      guard at(position) == UInt8(ascii: ":") else { return hash }
      hash = 0
      position &+= 1
    }
  }

  /// Passes over `="…"` and says whether it is written plainly.
  @inline(__always)
  private mutating func passValue() -> Bool {
    let quote = at(position &+ 1)
    guard at(position) == UInt8(ascii: "="),
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else { return false }
    position &+= 2
    while true {
      let word = word(at: position)
      let length = word.count(before: quote)
      guard word.plainCount >= length else { return false }
      position &+= length
      if length < 8 {
        position &+= 1
        return true
      }
    }
  }

  /// Leaves out everything from a place, which stands in the output or would, up to where the scan is.
  @inline(__always)
  private mutating func leaveOut(from start: Int, output: Int) {
    if kept <= start { keep(to: start) } else { copied = output }
    kept = position
  }

  /// Copies what is kept up to a place.
  @inline(__always)
  private mutating func keep(to end: Int) {
    unsafe (output + copied).update(from: bytes + kept, count: end &- kept)
    copied &+= end &- kept
    kept = end
  }

  /// Writes a tag of the element that stands for a number, and says how long it is.
  private func addTag(
    of number: Int, at start: Int, isEnd: Bool = false, isEmpty: Bool = false
  ) -> Int {
    var place = start
    func add(_ letter: Unicode.Scalar) {
      unsafe output[place] = UInt8(ascii: letter)
      place &+= 1
    }
    add("<")
    if isEnd { add("/") }
    unsafe BlockName.write(number, to: output + place)
    place &+= BlockName.length
    if isEmpty { add("/") }
    add(">")
    return place &- start
  }

  /// Copies what is left up to a place and says how many bytes were copied in all.
  @inline(__always)
  mutating func finish(at end: Int, _ blocks: inout RepeatedBlocks) -> Int {
    if block.end <= end { endBlock(&blocks) }
    keep(to: end)
    return copied
  }
}
