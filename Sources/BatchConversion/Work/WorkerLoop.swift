internal import MucLuc

/// The other side of `WorkerProcess`: reads a path, what results call it, an id, an address and the bytes, answers with the result, until
/// there are no more.
package struct WorkerLoop {
  /// What is done with every file.
  package var job: FileJob

  /// Makes the loop of a worker.
  package init(job: FileJob) { self.job = job }

  /// Works until the other side is gone.
  package func run() {
    Self.endWithParent()
    let words = WordCache()
    while let parts = WorkerMessage.read(from: STDIN_FILENO, count: 5) {
      var input = Input(file: String(decoding: parts[0], as: UTF8.self))
      input.sourcePath = String(decoding: parts[1], as: UTF8.self)
      input.archiveID = parts[2].isEmpty ? nil : String(decoding: parts[2], as: UTF8.self)
      input.page = parts[3].isEmpty ? nil : String(decoding: parts[3], as: UTF8.self)
      let result = job.result(of: parts[4], input: input, words: words)
      let answer = [Array(result.json.line.utf8), result.bytes]
      guard WorkerMessage.write(answer, to: STDOUT_FILENO) else { return }
    }
  }

  /// Ends this process soon after the run that started it, even in the middle of a file.
  private static func endWithParent() {
    let parent = getppid()
    _ = WorkThread.start {
      while getppid() == parent { usleep(500_000) }
      _exit(0)
    }
  }
}
