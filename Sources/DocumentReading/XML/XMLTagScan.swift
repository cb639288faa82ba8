/// One look over a chunk, eight bytes at a time: where its tags are, and what of them is copied.
@safe struct XMLTagScan {
  /// A start tag that says nothing if nothing is kept behind it.
  struct OpenTag: BitwiseCopyable {
    var start: Int
    /// Where it begins and ends in the output.
    var output: Int
    var outputEnd: Int
  }

  /// An element whose end tag has not come yet.
  struct OpenElement: BitwiseCopyable {
    /// Where its name lies, with its prefix.
    var name: Int
    var nameEnd: Int
    /// Its start tag on the tape.
    var record: Int
    var isWrapper: Bool
  }

  /// Memory that is used for every chunk anew.
  @safe struct Memory {
    let openTags = UnsafeMutablePointer<OpenTag>.allocate(capacity: mostOpenTags)
    let elements = UnsafeMutablePointer<OpenElement>.allocate(capacity: mostOpenTags)

    func free() {
      unsafe openTags.deallocate()
      unsafe elements.deallocate()
    }
  }

  /// What the prefix `w` is declared to be.
  enum Prefix {
    /// No tag has been passed yet.
    case unknown
    /// WordprocessingML, by the first tag and no other.
    case word
    case other
  }

  /// What of a tag is there.
  enum Tag {
    case whole
    /// It goes on behind the last byte.
    case cut
    /// Another one begins in it. That is a mistake, which would be mended if what begins there were taken out.
    case broken
  }

  /// What a tag declares the prefix `w` to be.
  private enum Declaration { case none, word, other }

  /// How many zero bytes must stand behind the last: no loop here has to look where it is.
  static let padding = 16
  /// How many elements in which nothing is left may stand in one another.
  static let mostOpenTags = 32

  /// `xmlns:w=` as it lies in memory.
  private static var declaration: UInt64 { 0x3D77_3A73_6E6C_6D78 }

  /// Where the tag begins that was found last.
  private(set) var tag = 0

  let bytes: UnsafePointer<UInt8>
  let count: Int
  let names: XMLNameHashes
  /// The letters of the name of the elements that stand for groups.
  private let groupName = GroupName.word
  private let output: UnsafeMutablePointer<UInt8>
  /// The start tags behind which nothing was kept so far, and where the last of them ends in the output, or -1.
  private let open: UnsafeMutablePointer<OpenTag>
  private var openCount = 0
  private var openEnd = -1
  /// The elements that are open in the one that is being read as a whole.
  let elements: UnsafeMutablePointer<OpenElement>
  /// How many bytes were looked at for units that were not read.
  var wasted = 0
  /// Where the last group ends in the output, or -1.
  private var groupEnd = -1
  private var declares = Declaration.none
  var position = 0
  /// How many bytes were copied, and where those begin that were not.
  private var copied = 0
  private var kept = 0

  /// - Parameters:
  ///   - bytes: the chunk, with `padding` zero bytes behind it.
  ///   - count: how many bytes the chunk has.
  ///   - output: memory for twice as many.
  ///   - names: what names mean.
  ///   - memory: memory that nothing else uses meanwhile.
  init(
    bytes: UnsafePointer<UInt8>, count: Int, output: UnsafeMutablePointer<UInt8>,
    names: XMLNameHashes, memory: Memory
  ) {
    unsafe self.bytes = unsafe bytes
    unsafe self.output = unsafe output
    unsafe open = unsafe memory.openTags
    unsafe elements = unsafe memory.elements
    self.count = count
    self.names = names
  }

  /// The byte at a place, up to the padding.
  @inline(__always)
  func at(_ index: Int) -> UInt8 { unsafe bytes[index] }

  /// Eight bytes from a place on.
  @inline(__always)
  func word(at index: Int) -> ByteWord {
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

  /// Goes on to the next tag that is no end tag, or is a cut or a broken one.
  @inline(__always)
  mutating func findTag() -> Tag? {
    while position < count {
      let skipped = word(at: position).count(before: UInt8(ascii: "<"))
      position &+= skipped
      guard skipped < 8 else { continue }
      tag = position
      guard at(tag &+ 1) == UInt8(ascii: "/") else { return .whole }
      position &+= 2
      if place(of: tag) == openEnd { passEndTag() }
      while position < count, at(position &- 1) != UInt8(ascii: ">") {
        if at(position) == UInt8(ascii: "<") { return .broken }
        position &+= 1
      }
      if at(position &- 1) != UInt8(ascii: ">") { return .cut }
    }
    return nil
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
  @inline(__always)
  mutating func passTag() -> Tag {
    let before = (copied, kept)
    let output = place(of: tag)
    position = tag &+ 1
    let name = passName()
    // Where there are no letters there is a mistake.
    let isKnown = name == 0 || names[name].isKnown
    let isTelling = name == 0 || names[name].kind == .telling
    while true {
      switch at(position) {
      case UInt8(ascii: ">"):
        position &+= 1
        if !isTelling { openTag(output: output) }
        return .whole
      case UInt8(ascii: "/") where at(position &+ 1) == UInt8(ascii: ">"):
        position &+= 2
        if !isTelling { leaveOut(from: tag, output: output) }
        return .whole
      case UInt8(ascii: " "):
        let start = position
        position &+= 1
        // Declarations of namespaces and what XML itself defines stay.
        let isXML = at(position) == UInt8(ascii: "x") && at(position &+ 1) == UInt8(ascii: "m")
        let declaresPrefix = isXML && word(at: position).first(8) == Self.declaration
        let attribute = passName()
        if position == start &+ 1 { continue }
        let value = position &+ 2
        guard passValue() else { return passUnplain(before) }
        if declaresPrefix { declare(value..<position &- 1) }
        if isKnown, !isXML, attribute != 0, !names[attribute].isKnown {
          leaveOut(from: start, output: place(of: start))
        }
      default:
        return passUnplain(before)
      }
    }
  }

  /// Passes over a tag that is not written plainly or is a mistake, of which libxml2 tells: nothing is left out of it.
  @inline(never)
  private mutating func passUnplain(_ before: (copied: Int, kept: Int)) -> Tag {
    (copied, kept) = before
    position = tag &+ 1
    var quote: UInt8 = 0
    while position < count {
      let byte = at(position)
      if byte == UInt8(ascii: "<") { return .broken }
      if word(at: position).first(7) == Self.declaration & (1 << 56 - 1) { declares = .other }
      position &+= 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return .whole
      }
    }
    return .cut
  }

  /// Takes what the prefix `w` is declared to be.
  @inline(never)
  private mutating func declare(_ value: Range<Int>) {
    let value = unsafe UnsafeBufferPointer(start: bytes + value.lowerBound, count: value.count)
    let isWord = XMLNamespace.uniformResourceIdentifiers.contains { identifier, namespace in
      unsafe namespace == .word && identifier.utf8.elementsEqual(value)
    }
    declares = isWord ? .word : .other
  }

  /// What the prefix `w` is declared to be when the tag that was passed last has been added.
  @inline(__always)
  mutating func prefix(after prefix: Prefix) -> Prefix {
    defer { declares = .none }
    switch (prefix, declares) {
    case (.unknown, .word): return .word
    case (.unknown, _): return .other
    case (_, .none): return prefix
    default: return .other
    }
  }

  /// Puts an element that stands for what was read from the tag on in its place.
  ///
  /// - Returns: whether it is the one that stands there already.
  mutating func leaveGroup() -> Bool {
    if groupEnd == place(of: tag) {
      leaveUnit()
      return true
    }
    keep(to: tag)
    let name = unsafe UnsafeMutableRawPointer(output + copied)
    unsafe name.storeBytes(of: UInt8(ascii: "<"), as: UInt8.self)
    unsafe name.storeBytes(of: groupName, toByteOffset: 1, as: UInt64.self)
    unsafe name.storeBytes(
      of: (UInt16(UInt8(ascii: ">")) << 8 | UInt16(UInt8(ascii: "/"))).littleEndian,
      toByteOffset: 1 + GroupName.length, as: UInt16.self)
    copied &+= GroupName.length + 3
    groupEnd = copied
    kept = position
    return false
  }

  /// Leaves out everything from the tag on.
  mutating func leaveUnit() {
    leaveOut(from: tag, output: place(of: tag))
  }

  /// Passes over a qualified name and gives the hash of its local part, or 0 where that is a mistake.
  @inline(__always)
  mutating func passName() -> UInt64 {
    // Mostly the prefix is one letter.
    let first = at(position) | 0x20
    var hasPrefix = false
    if at(position &+ 1) == UInt8(ascii: ":"), first >= UInt8(ascii: "a"),
      first <= UInt8(ascii: "z")
    {
      position &+= 2
      hasPrefix = true
    }
    var hash: UInt64 = 0
    while true {
      let word = word(at: position)
      let letters = word.nameCount
      hash = XMLNameHashes.hash(hash, word, letters)
      position &+= letters
      if letters == 8 { continue }
      guard at(position) == UInt8(ascii: ":") else { return hash }
      if hasPrefix || hash == 0 { return 0 }
      hasPrefix = true
      hash = 0
      position &+= 1
    }
  }

  /// Passes over `="…"` and says whether it is written plainly.
  @inline(__always)
  mutating func passValue() -> Bool {
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

  /// Copies what is left up to a place and says how many bytes were copied in all.
  @inline(__always)
  mutating func finish(at end: Int) -> Int {
    keep(to: end)
    return copied
  }
}
