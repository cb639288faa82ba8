internal import ArgumentParser
internal import BatchConversion
internal import ProgrammeModel

/// Which files a command works on.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      said(
        "Files and folders; - is standard input.",
        "Tệp và thư mục; - là đầu vào chuẩn."),
      discussion: said(
        """
        Folders are walked and their documents taken in the order of their names: .docx, .docm, .dotx, \
        .dotm, .txt, .doc, .dot, .rtf, .html, .htm, .mhtml, .mht, \
        .odt. Hidden files, lock files (~$…) and links are passed by.
        """,
        """
        Thư mục được duyệt theo thứ tự tên, lấy các tệp .docx, .docm, .dotx, .dotm, .txt, \
        .doc, .dot, .rtf, .html, .htm, .mhtml, .mht, .odt. Bỏ qua tệp ẩn, tệp tạm của Word \
        (~$…) và liên kết.
        """)),
    completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      said(
        "Take the paths from this file, a line each or each ended by a zero byte; - is standard input.",
        """
        Lấy đường dẫn từ tệp này, mỗi dòng một đường dẫn hoặc kết thúc bằng một byte 0; - \
        là đầu vào chuẩn.
        """),
      valueName: "file"),
    completion: .file())
  var filesFrom: String?

  @Option(
    help: ArgumentHelp(
      said(
        "In folders take files of this pattern only, such as '*.docx' or '2023/**'; may be repeated.",
        """
        Trong thư mục chỉ lấy tệp theo mẫu này, chẳng hạn '*.docx' hoặc '2023/**'; có thể \
        nêu nhiều lần.
        """),
      valueName: "pattern"))
  var include: [GlobPattern] = []

  @Option(
    help: ArgumentHelp(
      said(
        "In folders leave out files of this pattern; may be repeated.",
        "Trong thư mục không lấy tệp theo mẫu này; có thể nêu nhiều lần."), valueName: "pattern"))
  var exclude: [GlobPattern] = []

  @Flag(
    help: ArgumentHelp(
      said(
        "Exit with 1 where no document was found.",
        "Thoát với mã 1 khi không tìm thấy tài liệu nào.")))
  var failOnEmpty = false

  @OptionGroup var settings: SettingsOption

  /// Finds the files.
  func collect(outputFolder: String? = nil) throws(FileFailure) -> InputCollector {
    var collector = InputCollector(
      include: include, exclude: exclude,
      outputFolder: outputFolder.flatMap { FileSystem.identity(of: $0) },
      hasOnePath: paths.count == 1 && filesFrom == nil)
    for path in paths { collector.add(path, near: NearName.path(like: path)) }
    if let filesFrom {
      var list = try PathList(filesFrom)
      while let path = try list.next() { collector.add(path) }
    }
    return collector
  }

  /// Says which of several folders hold no documents; ends the command where there are none and
  /// `--fail-on-empty` asks for some.
  func tellEmptyFolders(_ collector: InputCollector, _ messages: MessageOptions) throws {
    if !messages.quiet, paths.count > 1 || filesFrom != nil {
      for folder in collector.emptyFolders {
        ByteOutput.complain("\(folder): \(FileMessage.noDocuments.text(in: messages.language))")
      }
    }
    guard failOnEmpty, collector.inputs.isEmpty, collector.failures.isEmpty else { return }
    let failure = FileFailure.noDocuments
    for path in paths + (filesFrom.map { [$0] } ?? []) {
      ByteOutput.complain(Finding(failure, in: messages.languages).line(file: path))
    }
    throw ExitCode(ExitStatus.failure.rawValue)
  }

  /// Whether exactly one file is meant, which need not be there.
  var isOneFile: Bool {
    paths.count == 1 && filesFrom == nil
      && (paths[0] == "-" || FileSystem.kind(of: paths[0]) != .folder)
  }

  /// The file of settings: that of `--config`, or the one in the only folder that is named.
  var settingsFile: String? {
    if let file = settings.config { return file }
    guard paths.count == 1, filesFrom == nil, FileSystem.kind(of: paths[0]) == .folder else {
      return nil
    }
    let file = Path.joined(paths[0], Settings.fileName)
    return FileSystem.kind(of: file) == .file ? file : nil
  }

  /// Wrong usage where nothing is named.
  func validate(in language: MessageLanguage) throws {
    if paths.isEmpty && filesFrom == nil {
      throw ValidationError(Message.noPaths.text(in: language))
    }
  }
}

/// The option that names a file of settings.
struct SettingsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      said(
        "Take settings from this file; otherwise from .mucluc.json in the one folder that is named.",
        """
        Lấy cấu hình từ tệp này; nếu không nêu thì từ .mucluc.json trong thư mục duy nhất \
        được nêu.
        """),
      valueName: "file"),
    completion: .file())
  var config: String?
}

extension GlobPattern: ExpressibleByArgument {
  init?(argument: String) {
    self.init(argument)
  }
}
