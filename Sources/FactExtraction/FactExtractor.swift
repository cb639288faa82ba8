public import ProgrammeModel
public import VietnameseLanguage

/// Finds what a programme says: who, what, when, by which document.
///
/// ```swift
/// let extraction = FactExtractor().extract(from: tree)
/// extraction.value.tree.outline.first?.content  // paragraphs with facts and tasks
/// ```
public struct FactExtractor: Sendable {
  /// The vocabulary.
  private let lexicon: Lexicon

  /// Makes an extractor that looks words up in a lexicon.
  public init(lexicon: Lexicon = .standard) { self.lexicon = lexicon }

  /// Reads metadata from the lines, and fills facts and tasks into the tree.
  public func extract(from tree: consuming TaskTree) -> Outcome<Extraction> {
    let letterhead = Letterhead.read(tree.lines)
    for index in tree.appendices.indices {
      tree.appendices[index].signature = Letterhead.signature(in: tree.appendices[index].lines)
    }
    var reader = TreeReader(lexicon: lexicon)
    reader.read(&tree)
    return Outcome(
      Extraction(metadata: letterhead.value, tree: tree),
      diagnostics: letterhead.diagnostics + reader.diagnostics)
  }
}

/// What extracting hands on: the metadata, and the tree with its facts.
public struct Extraction: Hashable, Sendable {
  /// What letterhead, title and signature say.
  public var metadata: Metadata

  /// The tree with facts, tasks and the signatures of appendices.
  public var tree: TaskTree

  /// Joins metadata and tree.
  public init(metadata: Metadata, tree: TaskTree) {
    self.metadata = metadata
    self.tree = tree
  }
}
