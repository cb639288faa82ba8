/// Takes out of a part, before libxml2 parses it, what reading does not know and what says nothing.
///
/// A third of a Word document is sizes, colours, marks of revision and outlines of shapes: empty elements
/// (`<w:sz w:val="28"/>`) and attributes (` w:rsidR="00AB12CD"`) whose local name is no `XMLName`, and then
/// the wrappers in which nothing is left (`<w:rPr></w:rPr>`). They hold no text, and are dropped here for a
/// small part of what parsing them costs.
///
/// Only what is beyond doubt goes: a tag or an attribute in the plainest spelling, without references,
/// line breaks or letters beyond ASCII. Everything else, mistakes too, is left to libxml2; and from a
/// comment, a CDATA section, a document type or a processing instruction on, where `<` may be text, and in
/// every encoding but UTF-8, nothing is taken out any more. Lines keep their numbers. The one mistake that
/// passes unseen is an attribute that stands twice in what is taken out.
@safe struct XMLSieve: ~Copyable {
  /// Whether there is nothing more to be read.
  private(set) var isFinished = false

  /// Whether anything is taken out.
  private var isOpen: Bool
  private var isAtStart = true
  private let names = XMLNameHashes.known
  /// What was inflated, and before it the tag that was not complete before.
  private let source: UnsafeMutableBufferPointer<UInt8>
  private let output: UnsafeMutableBufferPointer<UInt8>
  private var rest = 0

  /// How much is inflated at once: a page of text, so that memory stays flat and the cache warm.
  private static let chunkSize = 1 << 14
  /// Longer tags are given on as they are.
  private static let tagLimit = 1 << 14

  /// - Parameter isOpen: whether anything is taken out at all.
  init(isOpen: Bool) {
    self.isOpen = isOpen
    unsafe source = .allocate(capacity: Self.tagLimit + Self.chunkSize + XMLTagScan.padding)
    unsafe output = .allocate(capacity: Self.tagLimit + Self.chunkSize)
  }

  deinit {
    unsafe source.deallocate()
    unsafe output.deallocate()
  }

  /// Inflates the next bytes of a part and gives what of them is to be parsed, valid until the next call.
  mutating func read(
    from entry: inout ZIPEntry
  ) throws(ReadingError) -> UnsafeBufferPointer<UInt8> {
    let added = try unsafe entry.read(
      into: UnsafeMutableBufferPointer(rebasing: source[rest..<rest + Self.chunkSize]))
    isFinished = added == 0
    unsafe source[(rest + added)...].prefix(XMLTagScan.padding).update(repeating: 0)
    return unsafe sift(UnsafeBufferPointer(rebasing: source[..<(rest + added)]))
  }

  /// Where a part in UTF-8 begins behind its declaration, or `nil` where it is in another encoding (XML 1.0, 4.3.3
  /// and appendix F).
  private static func endOfDeclaration(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let start = unsafe bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = unsafe bytes[start...].prefix(256)
    guard unsafe head.starts(with: "<?xml ".utf8) else {
      // A tag whose name begins with a letter; in UTF-16 a zero stands between.
      return unsafe head.first == UInt8(ascii: "<")
        && head.dropFirst().first.map { $0 > 0x40 } ?? false
        ? start : nil
    }
    guard let end = unsafe head.firstIndex(of: UInt8(ascii: ">")),
      unsafe bytes[end - 1] == UInt8(ascii: "?")
    else { return nil }
    let declaration = unsafe bytes[start..<end]
    // Before its value stands the name, an equals sign and a quotation mark; without it the part is in UTF-8.
    guard
      let name = unsafe declaration.indices.first(where: {
        unsafe declaration[$0...].starts(with: "encoding".utf8)
      })
    else { return end + 1 }
    let value = unsafe declaration[name...].dropFirst("encoding=\"".utf8.count).prefix(6)
    let isUTF8 = unsafe value.dropLast().elementsEqual("UTF-8".utf8) { $0 & ~0x20 == $1 & ~0x20 }
    return unsafe isUTF8 && (value.last == UInt8(ascii: "\"") || value.last == UInt8(ascii: "'"))
      ? end + 1 : nil
  }

  private mutating func sift(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let start = bytes.baseAddress, let first = unsafe output.baseAddress else {
      return unsafe bytes
    }
    var scan = unsafe XMLTagScan(bytes: start, count: bytes.count, output: first)
    if isAtStart {
      isAtStart = false
      if let end = unsafe Self.endOfDeclaration(in: bytes) {
        scan.begin(at: end)
      } else {
        isOpen = false
      }
    }
    var end = bytes.count
    while isOpen, scan.findTag() {
      if scan.isMarkup {
        isOpen = false
      } else if !scan.passTag(names) {
        if !isFinished, end - scan.tag < Self.tagLimit {
          end = scan.tag
          break
        }
        isOpen = false
      }
    }
    let copied = scan.finish(at: end)
    rest = bytes.count - end
    if rest > 0 { unsafe source.baseAddress?.update(from: start + end, count: rest) }
    return unsafe UnsafeBufferPointer(start: first, count: copied)
  }
}

/// One look over a chunk, eight bytes at a time: where its tags are, and what of them is copied.
@safe private struct XMLTagScan {
  /// The start tag that was kept last of those that say nothing if nothing is kept behind them.
  private struct OpenTag: BitwiseCopyable {
    var start: Int
    /// Where it begins and ends in the output.
    var output: Int
    var outputEnd: Int
  }

  /// How many zero bytes must stand behind the last: no loop here has to look where it is.
  static let padding = 16

  /// Where the tag begins that was found last.
  private(set) var tag = 0

  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  private let output: UnsafeMutablePointer<UInt8>
  private var open = OpenTag(start: 0, output: 0, outputEnd: -1)
  private var position = 0
  /// How many bytes were copied, and where those begin that were not.
  private var copied = 0
  private var kept = 0

  init(bytes: UnsafePointer<UInt8>, count: Int, output: UnsafeMutablePointer<UInt8>) {
    unsafe self.bytes = unsafe bytes
    unsafe self.output = unsafe output
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
      if place(of: tag) == open.outputEnd { passEndTag() }
    }
    return false
  }

  /// Passes over the end tag of an element in which nothing is left, and leaves both its tags out.
  @inline(__always)
  private mutating func passEndTag() {
    var name = open.start &+ 1
    while at(position) != UInt8(ascii: ">") {
      // Another name is a mistake, of which libxml2 tells.
      guard at(position) == at(name), at(position) != 0 else { return }
      position &+= 1
      name &+= 1
    }
    guard at(name) == UInt8(ascii: ">") || at(name) == UInt8(ascii: " ") else { return }
    position &+= 1
    leaveOut(from: open.start, output: open.output)
    open.outputEnd = -1
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
        if kind != .telling {
          open = OpenTag(start: tag, output: output, outputEnd: place(of: position))
        }
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

  /// Whether the tag, which goes on with what is not written plainly or is a mistake, has not just come to the
  /// end of the chunk; libxml2 tells of mistakes.
  @inline(__always)
  private mutating func isWhole(_ before: (copied: Int, kept: Int)) -> Bool {
    if position &+ 8 < count { return true }
    (copied, kept) = before
    return false
  }

  /// Passes over a qualified name and gives the hash of its local part.
  @inline(__always)
  private mutating func passName() -> UInt64 {
    if at(position &+ 1) == UInt8(ascii: ":") { position &+= 2 }
    var hash: UInt64 = 0
    while true {
      let word = word(at: position)
      let letters = word.letterCount
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

  /// Copies what is left up to a place and says how many bytes were copied in all.
  @inline(__always)
  mutating func finish(at end: Int) -> Int {
    keep(to: end)
    return copied
  }
}

/// The hashes of all local names that reading knows.
///
/// A name that is not known but has the hash of one that is would be kept: hashes are enough.
@safe struct XMLNameHashes: Sendable {
  /// What an element of a name is to reading.
  enum Kind: UInt64 {
    /// Nothing; what stands in it may be something.
    case unknown
    /// Nothing where it is empty.
    case wrapper
    /// Something, also where it is empty.
    case telling
  }

  /// The set; it lives as long as the process.
  static let known = XMLNameHashes(XMLName.allCases)

  private nonisolated(unsafe) let slots: UnsafeMutablePointer<UInt64>

  /// A power of two, some times the number of names.
  private static let slotBits = 10
  /// The bits of a slot that hold the kind.
  private static let kindMask: UInt64 = 3

  private init(_ names: [XMLName]) {
    unsafe slots = .allocate(capacity: 1 << Self.slotBits)
    unsafe slots.initialize(repeating: 0, count: 1 << Self.slotBits)
    for name in names {
      var hash: UInt64 = 0
      var letters = Array(name.rawValue.utf8)
      repeat {
        let word = ByteWord(letters.prefix(8))
        hash = Self.hash(hash, word, min(letters.count, 8))
        if letters.count < 8 { break }
        letters.removeFirst(8)
      } while true
      let kind: Kind = XMLName.wrappers.contains(name) ? .wrapper : .telling
      unsafe slots[slot(of: hash)] = hash & ~Self.kindMask | kind.rawValue
    }
  }

  /// Adds up to eight letters, the first of a word, to a hash.
  @inline(__always)
  static func hash(_ hash: UInt64, _ word: ByteWord, _ letters: Int) -> UInt64 {
    (hash ^ word.first(letters)) &* 0x9E37_79B9_7F4A_7C15
  }

  /// What elements are whose name has this hash.
  @inline(__always)
  func kind(of hash: UInt64) -> Kind {
    // Where there are no letters there is a mistake.
    hash == 0 ? .telling : Kind(rawValue: unsafe slots[slot(of: hash)] & Self.kindMask) ?? .telling
  }

  /// Where a hash lies, or the empty place where it would.
  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    var index = Int(hash >> UInt64(64 - Self.slotBits))
    while unsafe (slots[index] ^ hash) & ~Self.kindMask != 0, unsafe slots[index] != 0 {
      index = (index + 1) & (1 << Self.slotBits - 1)
    }
    return index
  }
}
