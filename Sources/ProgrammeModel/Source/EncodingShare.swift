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
    let rules = Array(Set(changes.substitutions.map(\.rule))).sorted()
    let ruleNumbers = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
    let ruleOfSubstitution = changes.substitutions.map { ruleNumbers[$0.rule] ?? 0 }
    let isLegacy = rules.map { LegacyEncoding(rawValue: $0) != nil }
    // What stands in no other encoding is in that of the file; it may be the name of a rule too.
    let usualName = document.encoding?.name ?? "unicode"
    let usual = ruleNumbers[usualName] ?? rules.count
    var encodings: [Int: Int] = [:]
    for paragraph in changes.paragraphs {
      var bytes = [Int](repeating: 0, count: rules.count)
      for entry in changes.entries[paragraph.entries] {
        bytes[ruleOfSubstitution[entry.substitution]] +=
          changes.substitutions[entry.substitution].after.utf8.count
      }
      // Of two that wrote as much, the first by name.
      let legacy = rules.indices.filter { isLegacy[$0] && bytes[$0] > 0 }
      encodings[paragraph.number] = legacy.max { (bytes[$0], $1) < (bytes[$1], $0) }
    }
    var characters = [Int](repeating: 0, count: rules.count + 1)
    var index = 0
    document.forEachParagraph { paragraph in
      characters[encodings[index] ?? usual] += paragraph.text.visibleCharacterCount
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
