internal import DocumentReading
internal import MucLuc
internal import ProgrammeModel

/// Reads files and works on them for one thread of a run, in this process or in a worker process.
///
/// Each thread has a worker of its own that no other thread touches, so it is safe to send it there.
package final class FileWorker: @unchecked Sendable {
  private let job: FileJob
  private let process: WorkerProcess?
  private let seconds: Double?
  private let words = WordCache()

  /// Makes a hand; with limits it works through a process.
  package init(job: FileJob, limits: FileLimits) {
    self.job = job
    seconds = limits.seconds
    // Where memory is short, what takes too much of it ends a process of its own.
    let isApart = limits.isLimited || Executable.addressSpace != nil
    process = isApart ? WorkerProcess(job: job, limits: limits) : nil
  }

  /// The bytes of an input, or why it cannot be read.
  package func bytes(of input: Input) -> Result<[UInt8], FileFailure> {
    Result { () throws(FileFailure) -> [UInt8] in
      try FileBytes.read(
        input.path, limit: job.pipeline.limits.totalBytes, seconds: seconds)
    }.mapError { failure in
      if failure.code == FileFailure.notFoundCode, let near = input.near {
        return .missing(near: near)
      }
      return failure
    }
  }

  /// The result for bytes that were read.
  package func result(of bytes: [UInt8], input: Input) -> FileResult {
    let limit = job.pipeline.limits.totalBytes
    guard bytes.count <= limit else {
      return failed(
        .document(.limit(file: input.name, part: nil, kind: .totalBytes, allowed: limit)))
    }
    if let process { return process.result(of: bytes, input: input) }
    return job.result(of: bytes, input: input, words: words)
  }

  /// The result for an input, read and worked on.
  package func result(of input: Input) -> FileResult {
    switch bytes(of: input) {
    case .success(let bytes): result(of: bytes, input: input)
    case .failure(let failure): failed(failure)
    }
  }

  /// The result for an input that failed.
  package func failed(_ failure: FileFailure) -> FileResult {
    var result = FileResult()
    result.failure = Finding(failure, in: job.languages)
    return result
  }
}
