internal import ArgumentParser
internal import BatchConversion
internal import ProgrammeModel

/// `mucluc check`: what is doubtful about documents, for people and for CI.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: said(
      "Print what is doubtful about documents, and whether every character is accounted for.",
      "Nêu những chỗ cần người xem lại trong văn bản, và đối soát từng ký tự."),
    discussion: said(
      """
      EXAMPLES:
        mucluc check archive
        mucluc check archive --fail-on warning --format github
        mucluc check archive --format sarif > mucluc.sarif
        mucluc check archive --format junit > mucluc.xml
        mucluc check archive --write-baseline known.json    accept what there is now
        mucluc check archive --baseline known.json --summary summary.md

      Exit codes: 0 nothing to fail on; 1 an input failed or --fail-on was met; 2 wrong usage.
      """,
      """
      VÍ DỤ:
        mucluc check luu-tru
        mucluc check luu-tru --fail-on warning --format github
        mucluc check luu-tru --format sarif > mucluc.sarif
        mucluc check luu-tru --format junit > mucluc.xml
        mucluc check luu-tru --write-baseline da-biet.json  ghi nhận những gì đang có
        mucluc check luu-tru --baseline da-biet.json --summary tom-tat.md

      Mã thoát: 0 không có gì phải báo; 1 có tệp lỗi hoặc gặp điều kiện --fail-on; 2 gọi \
      lệnh sai.
      """))

  @OptionGroup var input: InputOptions
  @OptionGroup var finding: FindingOptions

  @Option(
    help: ArgumentHelp(
      said(
        "How findings are printed: text, github (annotations), sarif (2.1.0), junit, json.",
        "Cách in: text (văn bản), github (chú thích), sarif (2.1.0), junit, json.")))
  var format: CheckFormat = .text

  @Option(
    help: ArgumentHelp(
      said(
        "Exit with 1 on a failure, on any warning, or never.",
        """
        Thoát với mã 1 khi có lỗi (failure), khi có cảnh báo (warning), hoặc không bao giờ \
        (never).
        """)))
  var failOn: FailureThreshold = .failure

  @OptionGroup var batch: JobsOption
  @OptionGroup(title: "Reading") var reading: ReadingOptions
  @OptionGroup(title: "Limits") var limit: LimitOptions
  @OptionGroup(title: "Limits") var documentLimit: DocumentLimitOptions
  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if MucLucCommand.isLooking { return }
    try input.validate(in: messages.language)
    try finding.validate(in: messages.language)
  }

  func run() throws {
    var job = reading.job(
      .findings, documentLimit, limits: limit.limits, in: messages.languages)
    job.marksFindings = true
    if limit.isWorker { return WorkerLoop(job: job).run() }
    let collector = try Failing.orExit(messages.language) { () throws(FileFailure) in
      try input.collect()
    }
    try input.tellEmptyFolders(collector, messages)
    var run = InspectionRun(
      job: job, limits: limit.limits, jobs: batch.count, skipsUnchanged: finding.skipUnchanged)
    var baseline: Baseline?
    try Failing.orExit(messages.language) { () throws(FileFailure) in
      run.report = try finding.report.map { path throws(FileFailure) in try Report(path: path) }
      baseline = try finding.baseline.map { path throws(FileFailure) in try Baseline(path: path) }
    }
    var printer = format.printer(failOn: failOn)
    var tally = CheckTally()
    var summary = CheckSummary(language: messages.language)
    var accepted = Baseline()
    let ignored = Set(finding.ignore.map(\.code))
    try Printing.orExit(messages.language) { () throws(SystemError) in
      try ByteOutput.writeToStandardOutput(Array(printer.head.utf8))
      let progress = Progress(of: collector, messages)
      let interruption = Interruption.before { progress.clear() }
      defer { Interruption.forget(interruption) }
      try run.run(collector, progress: progress) { input, result throws(SystemError) in
        var findings = result.allFindings.filter { $0.isFailure || !ignored.contains($0.code) }
        var isClean = findings.isEmpty
        if finding.writeBaseline != nil {
          // A path that leads to nothing may be misspelt: it is told, and not accepted.
          let missing = findings.filter { $0.code == FileFailure.notFoundCode }
          if missing.isEmpty { accepted.add(findings, in: input.path) }
          findings = missing
        } else if baseline != nil {
          findings = baseline?.unknown(findings, in: input.path, ignoring: ignored) ?? findings
          isClean = findings.isEmpty
        }
        tally.add(
          findings, isClean: isClean, isUnchanged: result.isUnchanged, failOn: failOn)
        let file = CheckedFile(
          path: SystemPath.shown(input.path), findings: findings, result)
        summary.add(file)
        try ByteOutput.writeToStandardOutput(Array(printer.text(for: file).utf8))
      }
      try ByteOutput.writeToStandardOutput(Array(printer.foot.utf8))
    }
    try Failing.orExit(messages.language) { () throws(FileFailure) in
      try run.finishReport(collector)
      if let path = finding.writeBaseline { try Self.write(accepted.bytes, to: path) }
      if let path = finding.summary {
        try Self.write(Array(summary.text(tally, baseline: baseline).utf8), to: path)
      }
    }
    if !messages.quiet {
      for line in tally.lines(in: messages.language, baseline: baseline) {
        ByteOutput.complain(line)
      }
      if finding.writeBaseline != nil {
        ByteOutput.complain(Message.accepted.text(in: messages.language, "\(accepted.count)"))
      }
    }
    throw ExitCode(tally.status.rawValue)
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    do throws(SystemError) {
      try AtomicFile.write(bytes, to: path)
    } catch {
      throw .output(error, path: path)
    }
  }
}

/// Which findings are told, and where they are noted.
struct FindingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      said(
        "Pass over this kind of finding, such as outline.first-number-missing; may be repeated.",
        "Bỏ qua loại này, chẳng hạn outline.first-number-missing; có thể nêu nhiều lần."),
      valueName: "code"))
  var ignore: [DoubtCode] = []

  @Option(
    help: ArgumentHelp(
      said(
        "Tell only what is not in this file, which --write-baseline wrote.",
        "Chỉ nêu những gì chưa có trong tệp này (do --write-baseline ghi)."), valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      said(
        "Write everything that is found to this file, to accept it as known; tell nothing.",
        "Ghi tất cả những gì tìm thấy vào tệp này để coi là đã biết; không nêu ra."),
      valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  @Option(
    help: ArgumentHelp(
      said(
        "Write a summary in Markdown to this file, for a pull request.",
        "Ghi bản tóm tắt bằng Markdown vào tệp này."), valueName: "file"),
    completion: .file())
  var summary: String?

  @Option(
    help: ArgumentHelp(
      said(
        "Write a line of JSON for every input, with its findings, to this file.",
        "Ghi vào tệp này mỗi tệp đầu vào một dòng JSON, kèm những gì tìm thấy."),
      valueName: "file"),
    completion: .file())
  var report: String?

  @Flag(
    help: ArgumentHelp(
      said(
        "Take the findings of files that are as the report says from there.",
        "Với những tệp vẫn đúng như báo cáo đã ghi, lấy lại kết quả từ báo cáo.")))
  var skipUnchanged = false

  /// Wrong usage: skipping what cannot be told apart, and accepting what is accepted.
  func validate(in language: MessageLanguage) throws {
    if skipUnchanged, report == nil {
      throw ValidationError(Message.skipNeedsReport.text(in: language))
    }
    if baseline != nil, writeBaseline != nil {
      throw ValidationError(Message.oneBaseline.text(in: language))
    }
  }
}

/// The code of a doubt that may be passed over.
struct DoubtCode: ExpressibleByArgument, Hashable, Sendable {
  /// The code.
  var code: String

  init?(argument: String) {
    guard argument != Diagnostic.Kind.charactersLost.code,
      Diagnostic.Kind.all.contains(where: { $0.code == argument })
    else { return nil }
    code = argument
  }
}
