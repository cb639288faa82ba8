/// What one file may cost a run: beyond it the file fails and the others go on.
package struct FileLimits: Hashable, Sendable {
  /// How long it may take, or `nil` for as long as it likes.
  package var seconds: Double?

  /// How much memory it may need, or `nil` for as much as there is.
  var memory: Int?

  /// Makes limits, by default none.
  package init(seconds: Double? = nil, memory: Int? = nil) {
    self.seconds = seconds
    self.memory = memory
  }

  /// Whether there is a limit at all.
  var isLimited: Bool { seconds != nil || memory != nil }
}

/// A process of this program that works on one file after another and can be ended at any moment.
///
/// A thread cannot be stopped from outside; a process can. So with limits each thread of a run sends its
/// files to a worker of its own, and replaces it when it had to be ended.
final class WorkerProcess {
  private let limits: FileLimits
  private let job: FileJob
  private var child: ChildProcess?
  private var requests: Int32 = -1
  private var answers: Int32 = -1
  private var wasEndedFromOutside = false

  /// Prepares a worker; it is started with the first file.
  init(job: FileJob, limits: FileLimits) {
    self.job = job
    self.limits = limits
  }

  deinit {
    stop()
  }

  /// The result for one file.
  func result(of bytes: [UInt8], input: Input) -> FileResult {
    let result = answer(to: bytes, input: input)
    // Somebody else, such as a system without memory, may have ended the worker: it is tried once more.
    return wasEndedFromOutside ? answer(to: bytes, input: input) : result
  }

  private func answer(to bytes: [UInt8], input: Input) -> FileResult {
    wasEndedFromOutside = false
    let clock = ContinuousClock()
    let start = clock.now
    do throws(FileFailure) {
      let worker = try started()
      let names = [input.path, input.sourcePath, input.archiveID ?? "", input.page ?? ""].map {
        Array($0.utf8)
      }
      guard WorkerMessage.write(names + [bytes], to: requests) else {
        throw failure(of: worker)
      }
      return try answer(of: worker, deadline: limits.seconds.map { start + .seconds($0) })
    } catch {
      stop()
      if case .crashed(let signal) = error {
        wasEndedFromOutside = [SIGKILL, SIGTERM, SIGINT, SIGHUP].contains(signal)
      }
      var result = FileResult()
      result.failure = Finding(error, in: job.languages)
      result.counts.bytes = bytes.count
      let (seconds, attoseconds) = (clock.now - start).components
      result.milliseconds = Double(seconds) * 1000 + Double(attoseconds / 1_000_000_000_000) / 1000
      return result
    }
  }

  private func started() throws(FileFailure) -> ChildProcess {
    if let child { return child }
    do {
      let (requestEnd, requestStart) = try Pipe.make()
      let (answerEnd, answerStart) = try Pipe.make()
      defer {
        _ = close(requestEnd)
        _ = close(answerStart)
      }
      requests = requestStart
      answers = answerEnd
      let child = try ChildProcess.start(
        Executable.path, Array(CommandLine.arguments.dropFirst()) + ["--worker"],
        input: requestEnd, output: answerStart, showsErrors: false)
      self.child = child
      return child
    } catch {
      throw .input(error)
    }
  }

  /// Waits for the answer, looking at time and memory meanwhile.
  private func answer(
    of worker: ChildProcess, deadline: ContinuousClock.Instant?
  ) throws(FileFailure) -> FileResult {
    let pause: Int32 = 20
    while true {
      switch Pipe.isReadable(answers, milliseconds: limits.isLimited ? pause : -1) {
      case true:
        guard let parts = WorkerMessage.read(from: answers, count: 2),
          let json = JSONReader.value(of: parts[0])
        else { throw failure(of: worker) }
        var result = FileResult(json: json)
        result.bytes = parts[1]
        return result
      case false:
        if let deadline, ContinuousClock().now >= deadline, let seconds = limits.seconds {
          throw .timeLimit(seconds: seconds)
        }
        if let memory = limits.memory, let used = Executable.memory(of: worker.process),
          used > memory
        {
          throw .memoryLimit(bytes: memory)
        }
      }
    }
  }

  /// Why a worker answers no more.
  private func failure(of worker: ChildProcess) -> FileFailure {
    // It may be on its way out, writing down where it crashed.
    let end = worker.end(within: 2)
    if end != nil { child = nil }
    switch end {
    case .signalled(let signal): return .crashed(signal: signal)
    case .exited, nil: return .crashed(signal: 0)
    }
  }

  private func stop() {
    child?.kill()
    child = nil
    if requests >= 0 { _ = close(requests) }
    if answers >= 0 { _ = close(answers) }
    requests = -1
    answers = -1
  }
}
