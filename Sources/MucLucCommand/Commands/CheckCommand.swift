internal import ArgumentParser
internal import ProgrammeModel

/// `mucluc check`: what is doubtful about documents, for people and for CI.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Print what is doubtful about documents, and whether every character is accounted for.",
    discussion: """
      EXAMPLES:
        mucluc check archive
        mucluc check archive --fail-on warning --format github
        mucluc check archive --format sarif > mucluc.sarif
        mucluc check archive --format junit > mucluc.xml

      Exit codes: 0 nothing to fail on; 1 an input failed or --fail-on was met; 2 wrong usage.
      """)

  @OptionGroup var input: InputOptions

  @Option(help: "How findings are printed: text, github (annotations), sarif (2.1.0), junit, json.")
  var format: CheckFormat = .text

  @Option(help: "Exit with 1 on a failure, on any warning, or never.")
  var failOn: FailureThreshold = .failure

  @OptionGroup var batch: JobsOption
  @OptionGroup(title: "Reading") var reading: ReadingOptions
  @OptionGroup(title: "Limits") var limit: LimitOptions
  @OptionGroup var messages: MessageOptions

  func validate() throws {
    try input.validate(in: messages.lang)
  }

  func run() throws {
    let job = reading.job(.findings, limits: limit.limits, in: messages.lang)
    if limit.isWorker { return WorkerLoop(job: job).run() }
    let collector = try Failing.orExit(messages.lang) { () throws(FileFailure) in
      try input.collect()
    }
    let run = InspectionRun(
      job: job, limits: limit.limits, jobs: batch.count, isQuiet: messages.quiet)
    var printer = format.printer(failOn: failOn)
    var tally = CheckTally()
    try Printing.orExit(messages.lang) { () throws(SystemError) in
      try ByteOutput.writeToStandardOutput(Array(printer.head.utf8))
      try run.run(collector) { input, result throws(SystemError) in
        let findings = result.allFindings
        tally.add(findings, failOn: failOn)
        let text = printer.text(
          for: CheckedFile(path: SystemPath.shown(input.path), findings: findings, result))
        try ByteOutput.writeToStandardOutput(Array(text.utf8))
      }
      try ByteOutput.writeToStandardOutput(Array(printer.foot.utf8))
    }
    if !messages.quiet {
      for line in tally.lines(in: messages.lang) { ByteOutput.complain(line) }
    }
    throw ExitCode(tally.status.rawValue)
  }
}
