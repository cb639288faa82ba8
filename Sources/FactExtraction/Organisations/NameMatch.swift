internal import ProgrammeModel
internal import VietnameseLanguage

/// A name in the tokens of a text.
struct NameMatch {
  /// The token behind it.
  var end: Int

  /// The token behind the word that tells its kind.
  var kindEnd: Int

  /// The name that begins at a token, with its kind.
  func name(from index: Int, in text: TokenisedText) -> Name {
    Name(name: text.squeezed(index..<end), kind: text.squeezed(index..<kindEnd))
  }
}
