internal import ArgumentParser
internal import BatchConversion
internal import ProgrammeModel

/// The command `mucluc`.
@main
struct MucLucCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mucluc",
    abstract: said(
      "Turn Vietnamese programme documents into task trees, JSON and CSV.",
      "Chuyển các văn bản chương trình, kế hoạch thành cây nhiệm vụ, JSON và CSV."),
    discussion: said(
      """
      EXAMPLES:
        mucluc show chuong-trinh.docx           the tree in the terminal
        mucluc convert chuong-trinh.docx        JSON on standard output
        mucluc convert archive --output out     a JSON file for every document
        mucluc check archive --format github    doubts about documents, for CI
        mucluc scan archive                     what is there; converts nothing
        mucluc index archive --output kho.db    one database of all, to search in
        mucluc search kho.db "nuoc sach"        who is to do what about clean water, by when
      """,
      """
      VÍ DỤ:
        mucluc show chuong-trinh.docx           xem cây nhiệm vụ
        mucluc convert chuong-trinh.docx        JSON ra đầu ra chuẩn
        mucluc convert luu-tru --output ra      mỗi văn bản một tệp JSON
        mucluc check luu-tru --format github    những chỗ cần xem lại, cho CI
        mucluc scan luu-tru                     có những gì; không chuyển gì
        mucluc index luu-tru --output kho.db    đưa tất cả vào một kho để tra cứu
        mucluc search kho.db "nuoc sach"        ai phải làm gì về nước sạch, hạn nào
      """),
    version: Generator.current.version,
    subcommands: [
      ConvertCommand.self, ShowCommand.self, CheckCommand.self, ScanCommand.self,
      IndexCommand.self, SearchCommand.self, SchemaCommand.self, ConfigCommand.self,
    ])

  /// Set while the arguments are looked through for a file of settings, which they may need to make sense.
  @TaskLocal static var isLooking = false

  /// Runs the command; wrong usage ends with 2, not with the parser's 64.
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    // A file that may not grow any more is a full disk, not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    Interruption.watch()
    endWhereAddressesAreShort()
    let arguments = SystemPath.arguments
    if let hint = hint(for: arguments) {
      ByteOutput.complain("mucluc: \(Message.error.text(in: HelpLanguage.current)): \(hint)")
      endProcess(.usage)
    }
    do {
      var command = try command(for: arguments)
      try command.run()
    } catch {
      let code = exitCode(for: error)
      let message = HelpLanguage.translated(
        HelpLanguage.withLimitsLast(fullMessage(for: error)))
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

extension MucLucCommand {
  /// The command that arguments name, with the settings of the file that they name or lead to.
  private static func command(for arguments: [String]) throws -> any ParsableCommand {
    let command: any ParsableCommand
    do {
      command = try parseAsRoot(arguments)
    } catch {
      // What is wrong without settings may be right with them.
      guard let looked = try? $isLooking.withValue(true, operation: { try parseAsRoot(arguments) }),
        let configured = try withSettings(looked, arguments)
      else { throw error }
      return configured
    }
    return try withSettings(command, arguments) ?? command
  }

  private static func withSettings(
    _ command: any ParsableCommand, _ arguments: [String]
  ) throws -> (any ParsableCommand)? {
    guard let configured = command as? any Configured, let path = configured.settingsFile,
      let name = arguments.first
    else { return nil }
    let messages = configured.messages
    let settings = try Failing.orExit(messages.language) { () throws(FileFailure) in
      try Settings(path: path, in: messages.language)
    }
    if !messages.quiet, !arguments.contains("--worker") {
      ByteOutput.complain("mucluc: \(Message.settingsUsed.text(in: messages.language, path))")
    }
    return try parseAsRoot([name] + settings.arguments(for: name) + arguments.dropFirst())
  }

  /// What was probably meant where the first argument is no command, or `nil` where it is one.
  private static func hint(for arguments: [String]) -> String? {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let word = arguments.first, !word.hasPrefix("-"), !(names + ["help"]).contains(word)
    else { return nil }
    let language = HelpLanguage.current
    switch FileSystem.kind(of: word) {
    case .folder: return Message.folderIsNoCommand.text(in: language, word)
    case .file, .link, .other: return Message.fileIsNoCommand.text(in: language, word)
    case nil: break
    }
    if let near = NearName.nearest(to: word, among: names) {
      return Message.commandNear.text(in: language, word, near)
    }
    if let near = NearName.path(like: word) {
      return Message.fileIsNoCommand.text(in: language, near)
    }
    return Message.noSuchCommand.text(in: language, word, names.joined(separator: ", "))
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
