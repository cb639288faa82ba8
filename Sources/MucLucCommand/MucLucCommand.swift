internal import ArgumentParser
internal import ProgrammeModel

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
    discussion: """
      EXAMPLES:
        mucluc show chuong-trinh.docx           the tree in the terminal
        mucluc convert chuong-trinh.docx        JSON on standard output
        mucluc convert archive --output out     a JSON file for every document
        mucluc check archive --format github    doubts about documents, for CI
        mucluc scan archive                     what is there; converts nothing
      """,
    version: Generator.current.version,
    subcommands: [
      ConvertCommand.self, ShowCommand.self, CheckCommand.self, ScanCommand.self,
      SchemaCommand.self,
    ])

  /// Runs the command; wrong usage ends with 2, not with the parser's 64.
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    Interruption.watch()
    endWhereAddressesAreShort()
    do {
      var command = try parseAsRoot(SystemPath.arguments)
      try command.run()
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if code == .success {
        if !message.isEmpty {
          try? ByteOutput.writeToStandardOutput(Array((message + "\n").utf8))
        }
        endProcess(.success)
      }
      for line in message.split(separator: "\n", omittingEmptySubsequences: false)
      where !message.isEmpty {
        ByteOutput.complain(String(line))
      }
      endProcess(ExitStatus(rawValue: code.rawValue) ?? .usage)
    }
  }
}

/// Ends the process with a message where it may not have the addresses that it needs: without them it would end
/// in the middle of a document, without a word.
private func endWhereAddressesAreShort() {
  guard let bytes = Executable.addressSpace, bytes >> 20 < Executable.leastMegabytes else { return }
  let message = Message.smallAddressSpace.text(
    in: .english, "\(bytes >> 20)", "\(Executable.leastMegabytes)")
  ByteOutput.complain("mucluc: error: \(message) [limit.address-space]")
  endProcess(.failure)
}

/// Ends the process; `exit` alone would mean the parser's method.
private func endProcess(_ status: ExitStatus) -> Never {
  exit(status.rawValue)
}
