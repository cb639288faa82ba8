internal import ArgumentParser
internal import BatchConversion
internal import ProgrammeModel

/// Failures before the first file: told in one line, and the command ends with 1.
enum Failing {
  /// The result of `body`, or the end of the command.
  static func orExit<Value: ~Copyable>(
    _ language: MessageLanguage, _ body: () throws(FileFailure) -> Value
  ) throws -> Value {
    do throws(FileFailure) {
      return try body()
    } catch {
      ByteOutput.complain("mucluc: error: \(error.message(in: language)) [\(error.code)]")
      throw ExitCode(ExitStatus.failure.rawValue)
    }
  }
}

/// A list of paths that several threads take from.
final class OpenPathList: Sendable {
  private let list: Monitor<Box>

  private struct Box: ~Copyable {
    var list: PathList
    var failure: FileFailure?
  }

  init(_ path: String) throws(FileFailure) {
    list = Monitor(Box(list: try PathList(path)))
  }

  /// The next path, or `nil` at the end and where the list cannot be read on.
  func next() -> String? {
    list.update { box in
      guard box.failure == nil else { return nil }
      do throws(FileFailure) {
        return try box.list.next()
      } catch {
        box.failure = error
        return nil
      }
    }
  }

  /// Why the list was not read to its end, or `nil`.
  var failure: FileFailure? { list.update { $0.failure } }
}
