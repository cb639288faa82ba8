public import ProgrammeModel

/// Finds what a programme says: who, what, when, by which document.
///
/// ```swift
/// let tree = FactExtractor().extract(from: tree).value
/// tree.outline.first?.content  // paragraphs with facts and tasks
/// ```
public struct FactExtractor: Sendable {
  /// Makes an extractor.
  public init() {}

  /// Fills facts and tasks into the tree.
  public func extract(from tree: consuming TaskTree) -> Outcome<TaskTree> {
    var reader = TreeReader()
    reader.read(&tree)
    return Outcome(tree, diagnostics: reader.diagnostics)
  }
}
