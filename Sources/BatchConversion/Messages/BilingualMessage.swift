package import ProgrammeModel

/// A message in both languages side by side.
///
/// The sentences of the stages stand with the stages (`Diagnostic.Kind`, `ReadingError`). Places for what
/// differs are `{0}`, `{1}` …; the tests hold the tables to be complete.
package protocol BilingualMessage: CaseIterable, Sendable {
  /// The English and the Vietnamese sentence.
  var sentences: (english: MessageTemplate, vietnamese: MessageTemplate) { get }
}

extension BilingualMessage {
  /// The sentence in a language, with what differs.
  package func text(in language: MessageLanguage, _ arguments: String...) -> String {
    template(in: language).filled(with: arguments)
  }

  /// The sentence with its places.
  package func template(in language: MessageLanguage) -> MessageTemplate {
    switch language {
    case .english: sentences.english
    case .vietnamese: sentences.vietnamese
    }
  }
}
