/// Takes out of a part, before libxml2 parses it, what reading does not know and what says nothing.
///
/// A third of a Word document is sizes, colours, marks of revision and outlines of shapes: empty elements
/// (`<w:sz w:val="28"/>`) and attributes (` w:rsidR="00AB12CD"`) whose local name is no `XMLName`, and then
/// the wrappers in which nothing is left (`<w:rPr></w:rPr>`). They hold no text, and are dropped here for a
/// small part of what parsing them costs. Blocks of properties that stood before go too, and leave their
/// number (`RepeatedBlocks`).
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
  /// The blocks that stood in the part already.
  private var blocks = RepeatedBlocks()
  /// What was inflated, and before it the tag that was not complete before.
  private let source: UnsafeMutableBufferPointer<UInt8>
  private let output: UnsafeMutableBufferPointer<UInt8>
  private let openTags: UnsafeMutablePointer<XMLTagScan.OpenTag>
  private var rest = 0

  /// How much is inflated at once: so little that memory stays flat, the cache warm, and a block is known
  /// soon after it was met.
  private static let chunkSize = 1 << 13
  /// Longer tags are given on as they are.
  private static let tagLimit = 1 << 14

  /// - Parameter isOpen: whether anything is taken out at all.
  init(isOpen: Bool) {
    self.isOpen = isOpen
    unsafe source = .allocate(capacity: Self.tagLimit + Self.chunkSize + XMLTagScan.padding)
    unsafe openTags = .allocate(capacity: XMLTagScan.mostOpenTags)
    // The names that stand around a short block are longer than the block.
    unsafe output = .allocate(capacity: 3 * (Self.tagLimit + Self.chunkSize))
  }

  deinit {
    unsafe source.deallocate()
    unsafe output.deallocate()
    unsafe openTags.deallocate()
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

  /// Remembers that a block was parsed and kept: where it stands again, its number will do.
  mutating func keep(_ block: Int) {
    blocks.keep(block)
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
    var scan = unsafe XMLTagScan(
      bytes: start, count: bytes.count, output: first, open: openTags)
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
      scan.leaveBlock(&blocks)
      if scan.isMarkup {
        isOpen = false
      } else if !scan.passBlock(&blocks), !scan.passTag(names) {
        if !isFinished, end - scan.tag < Self.tagLimit {
          end = scan.tag
          break
        }
        isOpen = false
      }
      if scan.takeDeclaration() { blocks.declarePrefix() }
    }
    let copied = scan.finish(at: end, &blocks)
    rest = bytes.count - end
    if rest > 0 { unsafe source.baseAddress?.update(from: start + end, count: rest) }
    return unsafe UnsafeBufferPointer(start: first, count: copied)
  }
}
