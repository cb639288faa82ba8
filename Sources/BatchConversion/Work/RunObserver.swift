/// Who is told how far a run is, to show it to people.
///
/// `begins` is called by the threads of the run, everything else by the one that started it, in the order of the inputs.
package protocol RunProgress: Sendable {
  /// A thread takes up an input.
  func begins(_ input: Input)

  /// An input is done.
  func ends(_ input: Input)

  /// The run waits for its threads.
  func waits()
}

/// Who is told what became of the inputs of a run.
package protocol RunObserver: RunProgress {
  /// Receives the line of the report about an input that is done.
  func takes(_ entry: ReportEntry)

  /// The run as a whole cannot do what was asked for.
  func fails(_ failure: FileFailure)

  /// There is something to say that is about no input of the run.
  func says(_ lines: [String])
}
