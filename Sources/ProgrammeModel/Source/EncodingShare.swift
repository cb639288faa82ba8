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
    var rules: [(name: String, isLegacy: Bool, letters: Int)] = []
    var rule = 0
    var next = 0
    var index = 0
    document.forEachParagraph { paragraph in
      while next < changes.count, changes[next].paragraph == index {
        // Mostly the rule of the change before it.
        if !rules.indices.contains(rule) || rules[rule].name != changes[next].rule {
          rule = rules.firstIndex { $0.name == changes[next].rule } ?? rules.count
        }
        if rule == rules.count {
          let name = changes[next].rule
          rules.append((name, LegacyEncoding(rawValue: name) != nil, 0))
        }
        if rules[rule].isLegacy { rules[rule].letters += changes[next].after.utf8.count }
        next += 1
      }
      index += 1
      var name = usual
      var most = 0
      for rule in rules.indices where rules[rule].letters > 0 {
        let letters = rules[rule].letters
        rules[rule].letters = 0
        if letters > most || letters == most && rules[rule].name < name {
          name = rules[rule].name
          most = letters
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
