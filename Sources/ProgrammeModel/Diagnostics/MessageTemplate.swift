/// The languages that messages are printed in.
public enum MessageLanguage: String, Hashable, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// Vietnamese (tiếng Việt).
  case vietnamese = "vi"
}

/// A sentence with places for what differs, `{0}` to `{9}`.
///
/// ```swift
/// let template: MessageTemplate = "{0} follows {1}"
/// template.filled(with: ["3.", "1."])  // "3. follows 1."
/// ```
public struct MessageTemplate: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The sentence with its places.
  public var text: String

  /// Makes a template from its sentence.
  public init(stringLiteral text: String) {
    self.text = text
  }

  /// The numbers of its places in the order of the sentence.
  public var places: [Int] { pieces.compactMap(\.place) }

  /// The sentence with the arguments in their places; a place without argument stays as it is.
  public func filled(with arguments: [String]) -> String {
    pieces.reduce(into: "") { sentence, piece in
      sentence += piece.literal
      guard let place = piece.place else { return }
      sentence += arguments.indices.contains(place) ? arguments[place] : "{\(place)}"
    }
  }

  /// A stretch of plain words and the place after it, or `nil` after the last.
  private struct Piece {
    var literal: String
    var place: Int?
  }

  /// The sentence split behind each place, such as `{0}`; the last piece has no place.
  private var pieces: [Piece] {
    // Bytes, not characters: a text of bad numbers makes a sentence for each of its lines.
    let bytes = Array(text.utf8)
    var pieces: [Piece] = []
    var start = 0
    var index = 0
    while index + 2 < bytes.count {
      let digit = bytes[index + 1] &- UInt8(ascii: "0")
      guard bytes[index] == UInt8(ascii: "{"), digit < 10, bytes[index + 2] == UInt8(ascii: "}")
      else {
        index += 1
        continue
      }
      let literal = String(decoding: bytes[start..<index], as: UTF8.self)
      pieces.append(Piece(literal: literal, place: Int(digit)))
      index += 3
      start = index
    }
    pieces.append(Piece(literal: String(decoding: bytes[start...], as: UTF8.self), place: nil))
    return pieces
  }
}
