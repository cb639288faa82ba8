internal import ArgumentParser

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The command `mucluc`.
@main
struct MucLucCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mucluc",
    abstract: "Turn Vietnamese programme documents into task trees, JSON and CSV.",
    subcommands: [ConvertCommand.self, ShowCommand.self])

  /// Runs the command; wrong usage ends with 2, not with the parser's 64.
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if code == .success {
        try? ByteOutput.writeToStandardOutput(Array((message + "\n").utf8))
        endProcess(0)
      }
      if !message.isEmpty { ByteOutput.complain(message) }
      endProcess(code == .validationFailure ? 2 : code.rawValue)
    }
  }
}

/// Ends the process; `exit` alone would mean the parser's method.
private func endProcess(_ code: Int32) -> Never {
  exit(code)
}
