public import ProgrammeModel
public import VietnameseLanguage

/// Finds what a programme says: who, what, when, by which document.
///
/// ```swift
/// let tree = FactExtractor().extract(from: tree).value
/// tree.outline.first?.content  // paragraphs with facts and tasks
/// ```
public struct FactExtractor: Sendable {
  /// The vocabulary.
  private let lexicon: Lexicon

  /// Makes an extractor that looks words up in a lexicon.
  public init(lexicon: Lexicon = .standard) { self.lexicon = lexicon }

  /// Fills facts and tasks into the tree.
  public func extract(from tree: consuming TaskTree) -> Outcome<TaskTree> {
    var reader = TreeReader(lexicon: lexicon)
    reader.read(&tree)
    return Outcome(tree, diagnostics: reader.diagnostics)
  }
}
