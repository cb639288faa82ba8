internal import ArgumentParser
internal import ProgrammeModel

/// `mucluc scan`: what is in a folder, before anything is converted.
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Tell what is in a folder: formats, encodings, what would fail. Writes nothing.",
    discussion: """
      EXAMPLES:
        mucluc scan archive
        mucluc scan archive --lang vi
        mucluc scan archive | awk '$4 == "yes"'

      One line a file: format, encoding, share of text in a legacy encoding, whether it needs attention \
      (it would fail, or there are warnings), path. Documents that LibreOffice would \
      convert (.odt, .doc of Word 95 and before) are named, not converted; where it is installed they need \
      no attention.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var batch: JobsOption
  @OptionGroup(title: "Reading") var reading: ReadingOptions
  @OptionGroup(title: "Limits") var limit: LimitOptions
  @OptionGroup var messages: MessageOptions

  func validate() throws {
    try input.validate(in: messages.lang)
  }

  func run() throws {
    var job = reading.job(.findings, limits: limit.limits, in: messages.lang)
    // Looking must not start another program for every file.
    let hasOffice = job.office != nil
    job.office = nil
    if limit.isWorker { return WorkerLoop(job: job).run() }
    let collector = try Failing.orExit(messages.lang) { () throws(FileFailure) in
      try input.collect()
    }
    let run = InspectionRun(
      job: job, limits: limit.limits, jobs: batch.count, isQuiet: messages.quiet)
    var table = ScanTable(language: messages.lang, hasOffice: hasOffice)
    try Printing.orExit(messages.lang) { () throws(SystemError) in
      try ByteOutput.writeToStandardOutput(table.head)
      try run.run(collector) { input, result throws(SystemError) in
        try ByteOutput.writeToStandardOutput(table.line(for: SystemPath.shown(input.path), result))
      }
    }
    guard !messages.quiet else { return }
    for line in table.summary(skipped: collector.skipped) { ByteOutput.complain(line) }
  }
}
