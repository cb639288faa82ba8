public import ProgrammeModel

/// Splits a document into its parts and its headings.
public struct Outliner: Sendable {
  /// Makes an outliner.
  public init() {}

  /// Finds zones, markers and levels, and puts every paragraph in its one place.
  public func outline(_ document: NormalisedDocument) -> Outcome<TaskTree> {
    Outcome(TaskTree())
  }
}
