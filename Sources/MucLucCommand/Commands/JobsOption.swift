internal import ArgumentParser
internal import BatchConversion
internal import ProgrammeModel

/// How many files are worked on at the same time.
struct JobsOption: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      said(
        "Files worked on at the same time; all cores by default.",
        "Số tệp xử lý cùng lúc; mặc định bằng số nhân của máy."), valueName: "count"))
  var jobs: Count?

  /// The number of threads.
  var count: Int { jobs?.value ?? Executable.processors }
}

/// Output that does not get out: told in one line, and the command ends with 1.
enum Printing {
  /// Runs `body`, or ends the command.
  static func orExit(
    _ language: MessageLanguage, _ body: () throws(SystemError) -> Void
  ) throws {
    try Failing.orExit(language) { () throws(FileFailure) in
      do throws(SystemError) {
        try body()
      } catch {
        throw FileFailure.output(error, path: "stdout")
      }
    }
  }
}
