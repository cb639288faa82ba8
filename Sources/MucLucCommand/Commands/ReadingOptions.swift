internal import ArgumentParser
internal import BatchConversion
internal import DocumentReading
internal import MucLuc
internal import ProgrammeModel

/// How documents are read.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      said(
        "The encoding of text files; told from the content otherwise.",
        "Bảng mã của tệp văn bản; nếu không nêu thì nhận biết từ nội dung."), valueName: "name"))
  var encoding: TextEncoding?

  @Option(
    help: ArgumentHelp(
      said(
        "Convert older documents by LibreOffice: never, fallback (where they are not read), always.",
        """
        Chuyển văn bản cũ bằng LibreOffice: never (không), fallback (khi không tự đọc \
        được), always (luôn luôn).
        """),
      valueName: "when"))
  var libreoffice: OfficeUse = .fallback

  /// What is done with every file.
  func job(
    _ goal: FileJob.Goal, _ documents: DocumentLimitOptions, limits: FileLimits = FileLimits(),
    in languages: Languages
  ) -> FileJob {
    var job = FileJob(
      goal: goal, pipeline: Pipeline(limits: documents.limits, encoding: encoding),
      languages: languages, officeUse: libreoffice)
    // LibreOffice has to be done before its worker is ended, or it would go on alone.
    let seconds = min(limits.seconds.map { max(1, Int($0 * 0.9)) } ?? 120, 120)
    if libreoffice != .never, let office = LibreOffice.find(seconds: seconds) {
      job.office = OfficeQueue(office, limits: job.pipeline.limits, use: libreoffice)
    }
    return job
  }
}
