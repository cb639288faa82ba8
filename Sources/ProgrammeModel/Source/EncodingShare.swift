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
    let rules = changes.rules
    let isLegacy = rules.map { LegacyEncoding(rawValue: $0) != nil }
    var bytes = [Int](repeating: 0, count: rules.count)
    var next = 0
    var index = 0
    document.forEachParagraph { paragraph in
      next = changes.addBytes(into: index, from: next, to: &bytes)
      index += 1
      var name = usual
      var most = 0
      for rule in rules.indices where bytes[rule] > 0 {
        let written = bytes[rule]
        bytes[rule] = 0
        guard isLegacy[rule] else { continue }
        if written > most || written == most && rules[rule] < name {
          name = rules[rule]
          most = written
        }
      }
      let count = paragraph.text.visibleCharacterCount
      guard count > 0 else { return }
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
