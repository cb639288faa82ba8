/// Writes HTML; every text of a document goes through `text`, which escapes it.
struct HTMLWriter {
  /// What is written so far.
  private(set) var bytes: [UInt8] = []

  /// Writes markup of the program's own.
  mutating func raw(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }

  /// Writes what another writer wrote.
  mutating func append(_ other: HTMLWriter) {
    bytes += other.bytes
  }

  /// Writes markup that another writer wrote.
  mutating func append(_ markup: [UInt8]) {
    bytes += markup
  }

  /// Writes a text, also inside the quotation marks of an attribute: nothing in it is markup.
  mutating func text(_ text: some Sequence<Unicode.Scalar>) {
    for scalar in text {
      switch scalar {
      case "&": raw("&amp;")
      case "<": raw("&lt;")
      case ">": raw("&gt;")
      case "\"": raw("&quot;")
      case "'": raw("&#39;")
      // Controls that HTML has no place for (HTML Standard, 13.2.5): they show as what they are.
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{7F}": raw("\u{FFFD}")
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
  }

  /// Writes a text.
  mutating func text(_ text: String) {
    self.text(text.unicodeScalars)
  }

  /// Writes a start tag with attributes, whose values are escaped; those that are `nil` are left out.
  mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    raw("<" + name)
    for case (let name, .some(let value)) in attributes {
      raw(" \(name)=\"")
      text(value)
      raw("\"")
    }
    raw(">")
  }

  /// Writes an end tag.
  mutating func close(_ name: String) {
    raw("</\(name)>")
  }

  /// Writes an element with a text.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: String
  ) {
    open(name, attributes)
    text(content)
    close(name)
  }

  /// Writes a word of the page itself in both languages; the style sheet shows one.
  mutating func word(_ word: ReviewWord) {
    raw("<span class=\"w\" lang=\"vi\">\(word.vietnamese)</span>")
    raw("<span class=\"w\" lang=\"en\">\(word.english)</span>")
  }
}

extension HTMLWriter {
  /// Writes words that a document may have a part in, in both languages where they differ.
  mutating func text(_ word: ReviewWord) {
    guard word.vietnamese != word.english else { return text(word.vietnamese) }
    for (language, words) in [("vi", word.vietnamese), ("en", word.english)] {
      element("span", ["class": "w", "lang": language], words)
    }
  }
}

/// A word of the review page in both of its languages; it is markup of the program's own.
struct ReviewWord: Hashable, Sendable {
  var vietnamese: String
  var english: String

  init(_ vietnamese: String, _ english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }
}
