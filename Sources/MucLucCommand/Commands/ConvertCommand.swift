internal import ArgumentParser
internal import BatchConversion
internal import ProgrammeModel

/// `mucluc convert`: documents in, results out.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: said(
      "Convert documents to JSON, CSV and other formats.",
      "Chuyển văn bản sang JSON, CSV và các định dạng khác."),
    discussion: said(
      """
      EXAMPLES:
        mucluc convert ke-hoach.docx                  JSON on standard output
        mucluc convert ke-hoach.docx --to csv --output tasks.csv
        mucluc convert archive --output out           a JSON file for each
        mucluc convert archive --to jsonl > archive.jsonl
        mucluc convert archive --to xlsx --output archive.xlsx
        mucluc convert archive --output out --report out.jsonl --skip-unchanged
        find . -name '*.docx' -print0 | mucluc convert --files-from - --to csv

      Exit codes: 0 all done; 1 an input failed or --fail-on was met; 2 wrong usage.
      """,
      """
      VÍ DỤ:
        mucluc convert ke-hoach.docx                  JSON ra đầu ra chuẩn
        mucluc convert ke-hoach.docx --to csv --output nhiem-vu.csv
        mucluc convert luu-tru --output ra            mỗi văn bản một tệp JSON
        mucluc convert luu-tru --to jsonl > luu-tru.jsonl
        mucluc convert luu-tru --to xlsx --output luu-tru.xlsx
        mucluc convert luu-tru --output ra --report ra.jsonl --skip-unchanged
        find . -name '*.docx' -print0 | mucluc convert --files-from - --to csv

      Mã thoát: 0 xong tất cả; 1 có tệp lỗi hoặc gặp điều kiện --fail-on; 2 gọi lệnh sai.
      """))

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var batch: BatchOptions
  @OptionGroup(title: "Reading") var reading: ReadingOptions
  @OptionGroup(title: "Limits") var limit: LimitOptions
  @OptionGroup(title: "Limits") var documentLimit: DocumentLimitOptions
  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if MucLucCommand.isLooking { return }
    try input.validate(in: messages.language)
    try output.validate(for: input, in: messages.language)
    try batch.validate(destination: output.destination(for: input), in: messages.language)
  }

  func run() throws {
    var format = output.format
    format.language = messages.language
    format.workbookLanguage = messages.lang ?? .vietnamese
    var job = reading.job(
      .result(format), documentLimit, limits: limit.limits, in: messages.languages)
    job.marksFindings = batch.findings != nil
    job.countsContent = batch.report != nil || !(input.isOneFile || messages.quiet)
    if limit.isWorker { return WorkerLoop(job: job).run() }
    let destination = output.destination(for: input)
    var run = ConvertRun(job: job, format: format, destination: destination)
    run.limits = limit.limits
    run.answersFailures = input.filesFrom != nil && format.name == .jsonl
    try batch.apply(to: &run)
    try start(run)
  }

  private func start(_ run: ConvertRun) throws {
    if case .standardOutput = run.destination, let list = input.filesFrom, input.paths.isEmpty {
      // The paths come one by one from a program that waits for each answer.
      let paths = try Failing.orExit(messages.language) { () throws(FileFailure) in
        try OpenPathList(list)
      }
      let status = try status(of: run, ConvertPlan()) { paths.next() }
      try Failing.orExit(messages.language) { () throws(FileFailure) in
        if let failure = paths.failure { throw failure }
      }
      throw ExitCode(status.rawValue)
    }
    let collector = try Failing.orExit(messages.language) { () throws(FileFailure) in
      var folder: String?
      if case .folder(let path) = run.destination { folder = path }
      return try input.collect(outputFolder: folder)
    }
    try input.tellEmptyFolders(collector, messages)
    let plan = ConvertPlan(collector, destination: run.destination, format: run.format.name)
    throw ExitCode(try status(of: run, plan) { nil }.rawValue)
  }

  /// Performs the run, prints its progress, and returns the exit status of the command.
  private func status(
    of run: ConvertRun, _ plan: ConvertPlan, next: @escaping @Sendable () -> String?
  ) throws -> ExitStatus {
    let findings = try Failing.orExit(messages.language) { () throws(FileFailure) in
      try batch.startFindings()
    }
    let reporter = ConvertReporter(
      plan, of: run, failOn: batch.failOn, findings: findings, isQuiet: messages.quiet)
    do throws(FileFailure) {
      try run.run(plan, next: next, observer: reporter)
      return reporter.finish()
    } catch {
      return reporter.refuse(error)
    }
  }
}
