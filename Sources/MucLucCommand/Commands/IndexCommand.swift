internal import ArgumentParser
internal import BatchConversion
internal import ProgrammeArchive
internal import ProgrammeModel

/// `mucluc index`: many documents into one database to search in.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: said(
      "Bring documents into one SQLite database, for mucluc search and any program of SQL.",
      "Đưa văn bản vào một cơ sở dữ liệu SQLite, cho mucluc search và mọi chương trình dùng SQL."),
    discussion: said(
      """
      EXAMPLES:
        mucluc index archive --output kho.db
        mucluc index 2023 2024 --output kho.db --datasette
        mucluc index --output kho.db             the paths of earlier runs again

      What is below the paths that are named is made to stand in the database as it stands on the disk: new and \
      changed files are read, files that are gone are taken out. What came from other paths stays. A run \
      that was stopped goes on where it was; two runs at once wait for one another.

      Exit codes: 0 all done; 1 an input failed; 2 wrong usage.
      """,
      """
      VÍ DỤ:
        mucluc index luu-tru --output kho.db
        mucluc index 2023 2024 --output kho.db --datasette
        mucluc index --output kho.db             lại các đường dẫn của lần trước

      Những gì ở dưới các đường dẫn được nêu sẽ có trong kho đúng như trên đĩa: tệp mới và tệp đã sửa được đọc, \
      tệp không còn được bỏ ra. Những gì từ đường dẫn khác giữ nguyên. Lần chạy bị ngắt thì lần sau làm tiếp; hai \
      lần chạy cùng lúc chờ nhau.

      Mã thoát: 0 xong tất cả; 1 có tệp lỗi; 2 gọi lệnh sai.
      """))

  @OptionGroup var input: InputOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      said(
        "The database to make or bring up to date.",
        "Kho (cơ sở dữ liệu) cần tạo hoặc cập nhật."), valueName: "file"),
    completion: .file())
  var output: String

  @Flag(
    help: ArgumentHelp(
      said(
        "Write a metadata file for Datasette beside the database.",
        "Ghi thêm tệp mô tả cho Datasette bên cạnh kho."),
      discussion: said(
        "kho.db gets kho.metadata.json beside it: datasette kho.db -m kho.metadata.json",
        "Bên cạnh kho.db có kho.metadata.json: datasette kho.db -m kho.metadata.json")))
  var datasette = false

  @OptionGroup var batch: JobsOption
  @OptionGroup(title: "Reading") var reading: ReadingOptions
  @OptionGroup(title: "Limits") var limit: LimitOptions
  @OptionGroup(title: "Limits") var documentLimit: DocumentLimitOptions
  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if MucLucCommand.isLooking { return }
    if input.paths.contains("-") {
      throw ValidationError(Message.indexNeedsFiles.text(in: messages.language))
    }
    if input.paths.isEmpty, input.filesFrom == nil, FileSystem.kind(of: output) == nil {
      throw ValidationError(Message.noPaths.text(in: messages.language))
    }
  }

  func run() throws {
    var job = reading.job(
      .archiveRows, documentLimit, limits: limit.limits, in: messages.languages)
    job.countsContent = false
    if limit.isWorker { return WorkerLoop(job: job).run() }
    let (archive, paths) = try ArchiveError.orExit(output, messages.language) {
      () throws(ArchiveError) in
      let archive = try Archive.writing(output)
      return (archive, try archive.roots().map(SystemPath.unescaped))
    }
    let given = try Failing.orExit(messages.language) { () throws(FileFailure) in
      try input.allPaths()
    }
    let plan = IndexPlan(
      given.isEmpty ? paths : given, include: input.include, exclude: input.exclude)
    if input.failOnEmpty, plan.inputs.isEmpty, plan.failures.isEmpty {
      ByteOutput.complain(FileMessage.noDocuments.text(in: messages.language))
      throw ExitCode(ExitStatus.failure.rawValue)
    }
    let run = IndexRun(
      job: job, limits: limit.limits, jobs: batch.count, isQuiet: messages.quiet)
    let status = try ArchiveError.orExit(output, messages.language) { () throws(ArchiveError) in
      try run.run(plan, into: archive)
    }
    if datasette { try writeMetadata() }
    throw ExitCode(status.rawValue)
  }

  private func writeMetadata() throws {
    let stem = Path.withoutExtension(output)
    let bytes = DatasetteMetadata(database: Path.name(of: stem)).bytes
    try Failing.orExit(messages.language) { () throws(FileFailure) in
      do throws(SystemError) {
        try AtomicFile.write(bytes, to: "\(stem).metadata.json")
      } catch {
        throw .output(error, path: "\(stem).metadata.json")
      }
    }
  }
}

extension InputOptions {
  /// The paths named and those of the list.
  fileprivate func allPaths() throws(FileFailure) -> [String] {
    var all = paths
    guard let filesFrom else { return all }
    var list = try PathList(filesFrom)
    while let path = try list.next() { all.append(path) }
    return all
  }
}
