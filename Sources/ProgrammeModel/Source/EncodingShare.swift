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
    let rules = changes.rules
    let legacy = changes.mainRules(where: rules.map { LegacyEncoding(rawValue: $0) != nil })
    // What stands in no other encoding is in that of the file; it may be the name of a rule too.
    let usualName = document.encoding?.name ?? "unicode"
    let usual = rules.firstIndex(of: usualName) ?? rules.count
    var characters = [Int](repeating: 0, count: rules.count + 1)
    var next = 0
    var index = 0
    document.forEachParagraph { paragraph in
      var encoding = usual
      if next < legacy.count, legacy[next].paragraph == index {
        encoding = legacy[next].rule
        next += 1
      }
      characters[encoding] += paragraph.text.visibleCharacterCount
      index += 1
    }
    let names = rules + [usualName]
    let all = max(characters.reduce(0, +), 1)
    return characters.indices.filter { characters[$0] > 0 }
      .sorted { (characters[$1], names[$0]) < (characters[$0], names[$1]) }
      .map {
        EncodingShare(
          encoding: names[$0], characters: characters[$0],
          share: Double(characters[$0]) / Double(all))
      }
  }

  /// The part of the document that was in an encoding from before Unicode, 0 to 1.
  public var legacyShare: Double {
    encodingShares.filter(\.isLegacy).reduce(0) { $0 + $1.share }
  }
}
