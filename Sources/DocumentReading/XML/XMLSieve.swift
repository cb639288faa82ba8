/// Takes out of a part, before libxml2 parses it, what can be read without it and what says nothing.
///
/// Nearly all of a Word document is paragraphs, runs and cells in the plainest spelling. Those are read here onto
/// the tape as a whole (`XMLTagScan.readUnit`), and libxml2 sees an empty element in place of a group of them.
/// Of what is left to it a third is sizes, colours, marks of revision and outlines of shapes: empty elements
/// (`<w:sz w:val="28"/>`) and attributes (` w:rsidR="00AB12CD"`) whose local name is no `XMLName`, and then
/// the wrappers in which nothing is left (`<w:rPr></w:rPr>`). They hold no text, and are dropped here for a
/// small part of what parsing them costs.
///
/// Only what is beyond doubt goes: a tag or an attribute in the plainest spelling, without references, line breaks
/// or letters beyond ASCII, a text without references and line breaks. Everything else, mistakes too, is left to
/// libxml2. Nothing is taken out any more from a comment, a CDATA section, a document type or a processing
/// instruction on, where `<` may be text, and from a tag on in which another begins; and nothing in any encoding but
/// UTF-8. Elements are read here only where the first tag of the part says that `w` is the prefix of
/// WordprocessingML, and no other tag says anything of it. Lines keep their numbers. The one mistake that passes
/// unseen is an attribute that says nothing and stands twice.
@safe struct XMLSieve: ~Copyable {
  /// Whether there is nothing more to be read.
  private(set) var isFinished = false

  /// Whether anything is taken out.
  private var isOpen: Bool
  private var isAtStart = true
  private let names = XMLNameHashes.known
  /// What the prefix `w` is declared to be.
  private var prefix = XMLTagScan.Prefix.unknown
  /// What was inflated, and before it the tag that was not complete before.
  private let source: UnsafeMutableBufferPointer<UInt8>
  private let output: UnsafeMutableBufferPointer<UInt8>
  private let memory = XMLTagScan.Memory()
  private var rest = 0

  /// How much is inflated at once: so little that memory stays flat and the cache warm.
  private static let chunkSize = 1 << 14
  /// Longer tags, and longer elements, are given on as they are.
  private static let tagLimit = 1 << 14

  /// - Parameter isOpen: whether anything is taken out at all.
  init(isOpen: Bool) {
    self.isOpen = isOpen
    unsafe source = .allocate(capacity: Self.tagLimit + Self.chunkSize + XMLTagScan.padding)
    // The element that stands for a short one is longer.
    unsafe output = .allocate(capacity: 2 * (Self.tagLimit + Self.chunkSize))
  }

  deinit {
    unsafe source.deallocate()
    unsafe output.deallocate()
    memory.free()
  }

  /// Inflates the next bytes of a part, reads of them what can be read, and gives what is to be parsed, valid
  /// until the next call.
  mutating func read(
    from entry: inout ZIPEntry, onto tape: inout XMLTape
  ) throws(ReadingError) -> UnsafeBufferPointer<UInt8> {
    let added = try unsafe entry.read(
      into: UnsafeMutableBufferPointer(rebasing: source[rest..<rest + Self.chunkSize]))
    isFinished = added == 0
    unsafe source[(rest + added)...].prefix(XMLTagScan.padding).update(repeating: 0)
    return unsafe sift(UnsafeBufferPointer(rebasing: source[..<(rest + added)]), onto: &tape)
  }

  /// Takes nothing out any more.
  mutating func close() {
    isOpen = false
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

  private mutating func sift(
    _ bytes: UnsafeBufferPointer<UInt8>, onto tape: inout XMLTape
  ) -> UnsafeBufferPointer<UInt8> {
    guard let start = bytes.baseAddress, let first = unsafe output.baseAddress else {
      return unsafe bytes
    }
    var scan = unsafe XMLTagScan(
      bytes: start, count: bytes.count, output: first, names: names, memory: memory)
    if isAtStart {
      isAtStart = false
      if let end = unsafe Self.endOfDeclaration(in: bytes) {
        scan.begin(at: end)
      } else {
        isOpen = false
      }
    }
    var end = bytes.count
    while isOpen, var found = scan.findTag() {
      if found == .whole {
        let unit = prefix == .word && scan.isAtUnit ? scan.readUnit(onto: &tape) : .unplain
        if unit == .read { continue }
        found = unit == .cut && canWait(scan, end) ? .cut : scan.passTag()
      }
      if found == .cut, canWait(scan, end) {
        end = scan.tag
        break
      }
      isOpen = found == .whole && !scan.isMarkup
      prefix = scan.prefix(after: prefix)
    }
    let copied = scan.finish(at: end)
    rest = bytes.count - end
    if rest > 0 { unsafe source.baseAddress?.update(from: start + end, count: rest) }
    return unsafe UnsafeBufferPointer(start: first, count: copied)
  }

  /// Whether the tag that was found may be given on with what follows it.
  private func canWait(_ scan: XMLTagScan, _ end: Int) -> Bool {
    !isFinished && end - scan.tag < Self.tagLimit
  }
}
