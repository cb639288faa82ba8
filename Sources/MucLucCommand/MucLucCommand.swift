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
        mucluc index archive --output kho.db    one database of all, to search in
        mucluc search kho.db "nuoc sach"        who is to do what about clean water, by when
      """,
    version: Generator.current.version,
    subcommands: [
      ConvertCommand.self, ShowCommand.self, CheckCommand.self, ScanCommand.self,
      IndexCommand.self, SearchCommand.self, SchemaCommand.self,
    ])

  /// Runs the command; wrong usage ends with 2, not with the parser's 64.
  static func main() {
    signal(SIGPIPE, SIG_IGN)
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
      if !message.isEmpty { ByteOutput.complain(message) }
      endProcess(ExitStatus(rawValue: code.rawValue) ?? .usage)
    }
  }
}

/// Ends the process; `exit` alone would mean the parser's method.
private func endProcess(_ status: ExitStatus) -> Never {
  exit(status.rawValue)
}
