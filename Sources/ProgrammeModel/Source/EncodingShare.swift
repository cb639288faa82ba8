internal import VietnameseText

/// How much of a document was in an encoding.
public struct EncodingShare: Hashable, Sendable {
  /// The encoding's name, `unicode` for the text of a Word document that is in none.
  public var encoding: String

  /// How many characters stand in paragraphs of that encoding, in scalars that are not white space.
  public var characters: Int

  /// The part of the document, 0 to 1.
  public var share: Double

  /// Whether it is an encoding from before Unicode.
  public var isLegacy: Bool { LegacyEncoding(rawValue: encoding) != nil }
}

extension NormalisedDocument {
  /// The encodings that were met, the largest first; made anew on every call.
  ///
  /// A paragraph counts as a whole for the encoding that most of its changes name.
  public var encodingShares: [EncodingShare] {
    let usual = document.encoding?.name ?? "unicode"
    var counts: [(encoding: String, characters: Int)] = []
    var next = 0
    var index = 0
    document.forEachParagraph { paragraph in
      var letters: [String: Int] = [:]
      while next < changes.count, changes[next].paragraph == index {
        let change = changes[next]
        if LegacyEncoding(rawValue: change.rule) != nil {
          letters[change.rule, default: 0] += change.after.utf8.count
        }
        next += 1
      }
      index += 1
      let count = paragraph.text.visibleCharacterCount
      guard count > 0 else { return }
      let name = letters.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? usual
      if let place = counts.firstIndex(where: { $0.encoding == name }) {
        counts[place].characters += count
      } else {
        counts.append((name, count))
      }
    }
    let all = max(counts.reduce(0) { $0 + $1.characters }, 1)
    return counts.sorted { $0.characters > $1.characters }.map {
      EncodingShare(
        encoding: $0.encoding, characters: $0.characters,
        share: Double($0.characters) / Double(all))
    }
  }

  /// The part of the document that was in an encoding from before Unicode, 0 to 1.
  public var legacyShare: Double {
    encodingShares.filter(\.isLegacy).reduce(0) { $0 + $1.share }
  }
}
