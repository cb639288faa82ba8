internal import ArgumentParser
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
  }

  init(_ path: String) throws(FileFailure) {
    do {
      list = Monitor(Box(list: try PathList(path)))
    } catch {
      throw .input(error)
    }
  }

  /// The next path, or `nil` at the end.
  func next() -> String? { list.update { $0.list.next() } }
}
