internal import ArgumentParser
internal import BatchConversion
internal import ProgrammeModel

/// `mucluc scan`: what is in a folder, before anything is converted.
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: said(
      "Tell what is in a folder: formats, encodings, what would fail. Writes nothing.",
      "Cho biết trong thư mục có gì: định dạng, bảng mã, tệp nào sẽ lỗi. Không ghi gì."),
    discussion: said(
      """
      EXAMPLES:
        mucluc scan archive
        mucluc scan archive --lang vi
        mucluc scan archive --format csv > archive.csv

      One line a file: format, encoding (of text files, and legacy ones of Word documents), share of text in a \
      legacy encoding, whether it needs attention (it would fail, or there are warnings), path. Documents that \
      LibreOffice would convert (.odt, .doc of Word 95 and before) are named, not converted; where it is installed \
      they need no attention.
      """,
      """
      VÍ DỤ:
        mucluc scan luu-tru
        mucluc scan luu-tru --lang vi
        mucluc scan luu-tru --format csv > luu-tru.csv

      Mỗi tệp một dòng: định dạng, bảng mã (của tệp văn bản, và bảng mã cũ trong tệp \
      Word), tỷ lệ chữ ở bảng mã cũ, có cần xem lại không (sẽ lỗi hoặc có cảnh báo), \
      đường dẫn. Tài liệu cần LibreOffice (.odt, .doc của Word 95 trở về trước) được nêu \
      tên, không chuyển; nếu đã cài LibreOffice thì không cần xem lại.
      """))

  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp(
      said(
        "How files are listed: text (a table), csv or json, with digests and warnings.",
        "Cách in: text (bảng), csv, json, kèm mã băm và cảnh báo.")))
  var format: ScanFormat = .text

  @OptionGroup var batch: JobsOption
  @OptionGroup(title: "Reading") var reading: ReadingOptions
  @OptionGroup(title: "Limits") var limit: LimitOptions
  @OptionGroup(title: "Limits") var documentLimit: DocumentLimitOptions
  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if MucLucCommand.isLooking { return }
    try input.validate(in: messages.language)
  }

  func run() throws {
    var job = reading.job(
      .findings, documentLimit, limits: limit.limits, in: messages.languages)
    // Looking must not start another program for every file.
    let hasOffice = job.office != nil
    job.office = nil
    if limit.isWorker { return WorkerLoop(job: job).run() }
    let collector = try Failing.orExit(messages.language) { () throws(FileFailure) in
      try input.collect()
    }
    try input.tellEmptyFolders(collector, messages)
    let run = InspectionRun(job: job, limits: limit.limits, jobs: batch.count)
    var summary = ScanSummary(language: messages.language)
    var list = format.list(in: messages.language)
    try Printing.orExit(messages.language) { () throws(SystemError) in
      try ByteOutput.writeToStandardOutput(list.head)
      let progress = Progress(of: collector, messages)
      let interruption = Interruption.before { progress.clear() }
      defer { Interruption.forget(interruption) }
      try run.run(collector, progress: progress) { input, result throws(SystemError) in
        let file = ScannedFile(input, result, hasOffice: hasOffice)
        summary.add(file)
        try ByteOutput.writeToStandardOutput(list.line(for: file))
      }
      try ByteOutput.writeToStandardOutput(list.foot)
    }
    guard !messages.quiet else { return }
    for line in summary.lines(skipped: collector.skipped) { ByteOutput.complain(line) }
  }
}

extension ScanFormat: ExpressibleByArgument {}
