internal import VietnameseText

/// The words of the entries of a site: for every search key the words with that key as written, and the entries that
/// each of them stands in.
///
/// Whoever searches without tone marks looks up all words of a key; whoever types the marks finds those first that
/// are written so.
struct SiteWords {
  /// A word as written in small letters.
  private struct Word {
    var text: String
    var key: String
    /// The entries that it stands in, as `append(_:to:)` writes their distances.
    var entries: [UInt8] = []
    /// The last of them.
    var last = -1
  }

  private var words: [Word] = []
  /// The place in `words` of every word as it was met.
  private var places: [String: Int] = [:]

  /// Notes the words of a text that belongs to an entry; entries come in the order of their numbers.
  mutating func add(_ text: String, to entry: Int) {
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if Self.isPart(scalar) {
        word.append(scalar)
      } else if !word.isEmpty {
        note(String(word), entry)
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { note(String(word), entry) }
  }

  /// Whether a scalar is part of a word: letters, numbers and marks, as the script of the index takes them.
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return scalar.properties.isAlphabetic
    }
  }

  private mutating func note(_ met: String, _ entry: Int) {
    let place = places[met] ?? place(of: met)
    guard words[place].last != entry else { return }
    Self.append(entry - words[place].last - 1, to: &words[place].entries)
    words[place].last = entry
  }

  private mutating func place(of met: String) -> Int {
    let text = met.lowercased()
    if let place = places[text] {
      places[met] = place
      return place
    }
    words.append(Word(text: text, key: SearchKey.of(text)))
    places[text] = words.count - 1
    places[met] = words.count - 1
    return words.count - 1
  }

  /// Adds a number in digits of base 32, the lowest first: all but the last digit are from `#` on, the last from `]` on.
  static func append(_ number: Int, to digits: inout [UInt8]) {
    var rest = number
    while rest >= 32 {
      digits.append(0x23 + UInt8(rest % 32))
      rest /= 32
    }
    digits.append(0x5D + UInt8(rest))
  }

  /// The size, in bytes, at which a piece of words is full and another begins.
  static let pieceSize = 24_000

  /// The words by their keys, cut into pieces, and the first key of each piece.
  func pieces() -> [(first: String, piece: SitePiece)] {
    let keys = Dictionary(grouping: words, by: \.key)
    let order = keys.keys.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
    var pieces: [(String, SitePiece)] = []
    var rows: [ScriptValue] = []
    var first = ""
    var size = 0
    func close() {
      if !rows.isEmpty { pieces.append((first, SitePiece("words-\(pieces.count)", .list(rows)))) }
      rows = []
      size = 0
    }
    for key in order {
      let forms = (keys[key] ?? []).sorted {
        $0.text.utf16.lexicographicallyPrecedes($1.text.utf16)
      }
      let own = forms.reduce(key.utf8.count) { $0 + $1.text.utf8.count + $1.entries.count + 8 }
      // A word that stands in most entries has a piece of its own.
      if size + own > Self.pieceSize { close() }
      if rows.isEmpty { first = key }
      let written = forms.map { ScriptValue.list([.text($0.text), .bytes($0.entries)]) }
      rows.append(.list([.text(key), .list(written)]))
      size += own
    }
    close()
    return pieces
  }
}
