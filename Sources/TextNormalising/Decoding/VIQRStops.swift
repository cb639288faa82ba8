internal import ProgrammeModel
internal import VietnameseText

/// Tells the full stops and question marks of a text in VIQR from its tones, which are written alike.
///
/// ```text
/// nhie^.m vu. tro.ng ta^m     nhiệm vụ trọng tâm: a small letter follows
/// tha'ng ba. Ca'c so+?        tháng ba. Các sở: a capital follows, and "ba" stands elsewhere without a mark
/// to^'i thu+' hai.            tối thứ hai.: hại would be written ha.i
/// www.so.gov.vn, a@b.vn       addresses have no tones
/// ```
struct VIQRStops {
  /// Words that stand without a mark behind them, and words that surely have a tone there.
  private var plain: Set<[UInt8]> = []
  private var toned: Set<[UInt8]> = []

  /// How many words are learned from.
  private static let mostWords = 1 << 16
  /// Longer words are no syllables.
  private static let longestWord = 40

  /// Learns from the words of a document.
  init(_ document: SourceDocument) {
    document.forEachParagraph { paragraph in
      guard plain.count + toned.count < VIQRStops.mostWords else { return }
      paragraph.text.withBytes { bytes in
        var start = 0
        while start < bytes.count {
          let end = VIQRStops.wordEnd(bytes, from: start, upTo: bytes.count)
          learn(bytes, start..<end)
          start = max(end, start + 1)
        }
      }
    }
  }

  private mutating func learn(_ bytes: Span<UInt8>, _ word: Range<Int>) {
    guard word.count > 1, word.count <= VIQRStops.longestWord else { return }
    let core = VIQRStops.folded(VIQRStops.core(bytes, word, upTo: word.upperBound))
    guard let last = core.last, VIQRStops.isMark(last) else {
      plain.insert(core)
      return
    }
    if VIQRStops.isFollowedBySmallLetter(bytes, word.upperBound) { toned.insert(core.dropLast()) }
  }

  /// Where the piece of text ends that starts at a place and is decoded as one: before a mark that is
  /// punctuation, else at the next blank; `addressEnd` is changed where an address begins.
  func end(
    _ bytes: Span<UInt8>, from start: Int, upTo limit: Int, _ addressEnd: inout Int
  ) -> Int {
    if start < addressEnd {
      var end = start + 1
      while end < addressEnd, !VIQRStops.isAnyMark(bytes[end]) { end += 1 }
      return end
    }
    let end = VIQRStops.wordEnd(bytes, from: start, upTo: limit)
    if VIQRStops.isAddress(bytes, start..<end) {
      addressEnd = end
      return self.end(bytes, from: start, upTo: limit, &addressEnd)
    }
    var last = end
    while last > start + 1, VIQRStops.isCloser(bytes[last - 1]) { last -= 1 }
    guard last > start + 1, end - start <= VIQRStops.longestWord, VIQRStops.isMark(bytes[last - 1]),
      isPunctuation(bytes, start..<last)
    else { return end }
    return last - 1
  }

  /// Whether the mark that ends a word is punctuation rather than a tone.
  private func isPunctuation(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    let core = VIQRStops.core(bytes, word, upTo: word.upperBound - 1)
    let without = LegacyEncoding.viqr.decode(core)
    let with = LegacyEncoding.viqr.decode(core + [bytes[word.upperBound - 1]])
    guard with.unicodeScalars.count == without.unicodeScalars.count else { return false }
    if !Syllable.isValid(with) || TonePlacement.corrected(with) != nil { return true }
    // Few lines of such documents ask; the mark is a tone wherever it can be one.
    if bytes[word.upperBound - 1] == UInt8(ascii: "?") { return false }
    let isFirst = word.lowerBound == 0 || bytes[word.lowerBound - 1] == 0x0A
    if core.count == 1, isFirst { return true }
    if VIQRStops.isFollowedBySmallLetter(bytes, word.upperBound) { return false }
    // Headings in capitals have no full stops.
    if core.count > 1, core.allSatisfy({ !(0x61...0x7A).contains($0) }) { return false }
    let folded = VIQRStops.folded(core)
    return !toned.contains(folded) || plain.contains(folded)
  }

  /// The letters and marks of the last word in a stretch.
  private static func core(_ bytes: Span<UInt8>, _ word: Range<Int>, upTo end: Int) -> [UInt8] {
    var start = end
    while start > word.lowerBound, isPart(bytes[start - 1]) { start -= 1 }
    while start < end, !isLetter(bytes[start]) { start += 1 }
    return (start..<end).map { bytes[$0] }
  }

  private static func folded(_ letters: [UInt8]) -> [UInt8] {
    letters.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func wordEnd(_ bytes: Span<UInt8>, from start: Int, upTo limit: Int) -> Int {
    var end = start
    while end < limit, bytes[end] > 0x20 { end += 1 }
    return end
  }

  private static func isFollowedBySmallLetter(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    var next = end
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    return next > end && next < bytes.count && (0x61...0x7A).contains(bytes[next])
  }

  /// Whether a word is an address of a page or of a mailbox.
  private static func isAddress(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    for place in word {
      if bytes[place] == UInt8(ascii: "@") { return true }
      if place + 2 < word.upperBound {
        let three = [bytes[place], bytes[place + 1], bytes[place + 2]]
        if three == Array("://".utf8) { return true }
        if place == word.lowerBound, three.map({ $0 | 0x20 }) == Array("www".utf8) { return true }
      }
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?")
  }
  private static func isAnyMark(_ byte: UInt8) -> Bool { ".?'`~^+(".utf8.contains(byte) }
  private static func isPart(_ byte: UInt8) -> Bool { isLetter(byte) || isAnyMark(byte) }
  private static func isCloser(_ byte: UInt8) -> Bool { ")]\"".utf8.contains(byte) }
}
