internal import VietnameseText

/// Letters of a name or of a label's pattern, gathered before it is known what their bytes stand for.
///
/// The font of a list level is named behind its pattern, and the charset of a font may be too.
struct RTFLetters {
  /// A letter as the file writes it.
  enum Letter: Hashable {
    /// A byte of a code page.
    case byte(UInt8)
    /// A code unit of UTF-16 (`\u`).
    case unit(UInt16)
  }

  /// The letters so far.
  private(set) var letters: [Letter] = []

  /// How many characters stand in the place of a `\u` for programs that do not know it.
  private var fallback = 1
  private var skipped = 0

  /// Takes letters of a token; other tokens say nothing.
  mutating func take(_ token: RTFToken) {
    switch token {
    case .hexadecimal(let byte): append(byte: byte)
    case .word(.u, let number):
      letters.append(.unit(UInt16(truncatingIfNeeded: number ?? 0)))
      skipped = fallback
    case .word(.uc, let number): fallback = max(number ?? 1, 0)
    default:
      guard let character = token.character else { break }
      for unit in String(character).utf16 { letters.append(.unit(unit)) }
    }
  }

  /// Takes a byte, unless it stands in the place of a `\u` before it.
  mutating func append(byte: UInt8) {
    if skipped > 0 {
      skipped -= 1
    } else {
      letters.append(.byte(byte))
    }
  }

  /// Takes a letter as it is.
  mutating func append(_ letter: Letter) {
    letters.append(letter)
  }

  /// Forgets all letters.
  mutating func removeAll() {
    letters.removeAll(keepingCapacity: true)
    skipped = 0
  }

  /// What the letters say where their bytes are of a page.
  func text(in page: CodePage) -> String {
    var text: [UInt8] = []
    var bytes: [UInt8] = []
    var units: [UInt16] = []
    func flush() {
      page.decode(bytes, into: &text)
      text.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
      bytes.removeAll(keepingCapacity: true)
      units.removeAll(keepingCapacity: true)
    }
    for letter in letters {
      switch letter {
      case .byte(let byte):
        if !units.isEmpty { flush() }
        bytes.append(byte)
      case .unit(let unit):
        if !bytes.isEmpty { flush() }
        units.append(unit)
      }
    }
    flush()
    return String(decoding: text, as: UTF8.self).inCanonicalOrder
  }
}

/// A destination that is read as a whole.
struct RTFNestedGroup {
  /// How many braces are open, that of the destination included.
  var depth = 1
  fileprivate var isStarred = false
}

extension RTFTokenizer {
  /// The next piece of a destination that is read as a whole, or `nil` at its end.
  ///
  /// Braces in it are passed over, and so are groups that say nothing of what it defines.
  mutating func next(in group: inout RTFNestedGroup) -> RTFToken? {
    while group.depth > 0, let token = next() {
      let isStarred = group.isStarred
      group.isStarred = false
      switch token {
      case .open: group.depth += 1
      case .close: group.depth -= 1
      case .symbol(UInt8(ascii: "*")): group.isStarred = true
      case .word(let word, _) where word.beginsSkippedGroup || word == .other && isStarred:
        skipGroup()
        group.depth -= 1
      default: return token
      }
    }
    return nil
  }
}
