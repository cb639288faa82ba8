internal import ArgumentParser
internal import BatchConversion
internal import ProgrammeModel

/// How many files are worked on.
struct BatchOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      said(
        "Files worked on at the same time; all cores by default.",
        "Số tệp xử lý cùng lúc; mặc định bằng số nhân của máy."), valueName: "count"))
  var jobs: Count?

  @Option(
    help: ArgumentHelp(
      said(
        "Write a line of JSON for every input to this file.",
        "Ghi vào tệp này mỗi tệp đầu vào một dòng JSON."),
      discussion: said(
        """
        Status, error, warnings, counts, milliseconds, digests of input and output, version. With a \
        report of an earlier run, outputs that were edited since are kept.
        """,
        """
        Tình trạng, lỗi, cảnh báo, số lượng, mili giây, mã băm của tệp đầu vào và kết quả, \
        phiên bản. Khi có báo cáo của lần chạy trước, kết quả đã được sửa tay sẽ được giữ lại.
        """), valueName: "file"), completion: .file())
  var report: String?

  @Flag(
    help: ArgumentHelp(
      said(
        "Skip inputs that are, with their outputs, as the report says.",
        "Bỏ qua những tệp mà chính tệp và kết quả vẫn đúng như báo cáo đã ghi.")))
  var skipUnchanged = false

  @Flag(
    help: ArgumentHelp(
      said(
        "Take away outputs that the report names and whose inputs are gone or renamed.",
        "Xóa những kết quả có tên trong báo cáo mà tệp đầu vào không còn hoặc đã đổi tên.")))
  var prune = false

  @Option(
    help: ArgumentHelp(
      said(
        "Write what is found to this file as well: NAME.sarif, or NAME.xml for JUnit.",
        "Ghi thêm những gì tìm thấy vào tệp này: TÊN.sarif, hoặc TÊN.xml theo JUnit."),
      valueName: "file"),
    completion: .file())
  var findings: String?

  @Flag(
    help: ArgumentHelp(
      said(
        "Overwrite outputs that were edited since the report.",
        "Ghi đè cả những kết quả đã được sửa tay sau báo cáo.")))
  var force = false

  @Option(
    help: ArgumentHelp(
      said(
        "Exit with 1 on a failure, on any warning, or never.",
        """
        Thoát với mã 1 khi có lỗi (failure), khi có cảnh báo (warning), hoặc không bao giờ \
        (never).
        """)))
  var failOn: FailureThreshold = .failure

  @Flag(
    help: ArgumentHelp(
      said(
        "End the run with the first failure.",
        "Dừng ngay ở lỗi đầu tiên.")))
  var failFast = false

  /// Wrong usage: skipping what cannot be told apart.
  func validate(destination: Destination, in language: MessageLanguage) throws {
    if let findings, CheckFormat(ofFile: findings) == nil {
      throw ValidationError(Message.findingsName.text(in: language, findings))
    }
    if prune {
      guard report != nil, case .folder = destination else {
        throw ValidationError(Message.pruneNeedsReport.text(in: language))
      }
    }
    guard skipUnchanged else { return }
    guard report != nil else { throw ValidationError(Message.skipNeedsReport.text(in: language)) }
    switch destination {
    case .standardOutput, .oneFile:
      throw ValidationError(Message.skipNeedsFolder.text(in: language))
    case .ownFile, .folder: break
    }
  }

  /// Starts the file of what is found, if one is asked for.
  func startFindings() throws(FileFailure) -> FindingsFile? {
    guard let findings else { return nil }
    return try FindingsFile(path: findings, failOn: failOn)
  }

  /// Decides the run.
  func apply(to run: inout ConvertRun) throws {
    run.jobs = jobs?.value ?? Executable.processors
    run.skipsUnchanged = skipUnchanged
    run.overwritesEdited = force
    run.failsFast = failFast
    run.prunes = prune
    run.keepsFindings = findings != nil
    if let report {
      run.report = try Failing.orExit(run.job.language) { () throws(FileFailure) in
        try Report(path: report)
      }
    }
  }
}
