internal import ArgumentParser

/// What one file may cost.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("End a file that takes longer; none by default.", valueName: "seconds"))
  var timeLimit: PositiveSeconds?

  @Option(
    help: ArgumentHelp(
      "End a file that needs more memory, such as 512M; none by default.", valueName: "size"))
  var memoryLimit: ByteSize?

  @Flag(name: .customLong("worker"), help: .hidden)
  var isWorker = false

  /// The limits.
  var limits: FileLimits {
    FileLimits(seconds: timeLimit?.seconds, memory: memoryLimit?.bytes)
  }
}
