internal import ArgumentParser
internal import BatchConversion
internal import ProgrammeExport
internal import ProgrammeModel

/// What results look like and where they go.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      said(
        "The format of results.",
        "Định dạng của kết quả."),
      discussion: said(
        """
        json, jsonl (a document a line), csv (a task a row), text (normalised, with printed numbers), \
        markdown, html (of a folder a site), xlsx (a workbook), archive-csv (a document a row, for \
        records of the archive).
        """,
        """
        json, jsonl (mỗi văn bản một dòng), csv (mỗi nhiệm vụ một hàng), text (đã chuẩn \
        hóa, có số thứ tự như khi in), markdown, html (cả thư mục thì thành trang tra cứu), xlsx (bảng \
        tính), archive-csv (mỗi văn bản một hàng, cho hồ sơ lưu trữ).
        """)))
  var to: FormatName = .json

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      said(
        "The file to write, or the folder for several inputs; - is standard output.",
        "Tệp để ghi, hoặc thư mục khi có nhiều tệp đầu vào; - là đầu ra chuẩn."),
      valueName: "path"),
    completion: .file())
  var output: String?

  @Flag(
    exclusivity: .exclusive,
    help: ArgumentHelp(
      said(
        "JSON over several lines (the default) or on one. jsonl is always on one.",
        "JSON nhiều dòng (mặc định) hoặc một dòng. jsonl luôn là một dòng.")))
  var layout: Layout = .pretty

  @Option(
    help: ArgumentHelp(
      said(
        "What stands between the cells of a table: comma, semicolon or tab.",
        "Dấu ngăn cách các ô: comma (phẩy), semicolon (chấm phẩy) hoặc tab.")))
  var delimiter: CSVOptions.Delimiter = .comma

  @Flag(
    help: ArgumentHelp(
      said(
        "Begin tables with a byte order mark, for spreadsheet programs.",
        "Bắt đầu bảng bằng dấu thứ tự byte (BOM), cho phần mềm bảng tính.")))
  var bom = false

  @Flag(
    help: ArgumentHelp(
      said(
        "Put an apostrophe before cells that a spreadsheet would take for a formula.",
        "Thêm dấu nháy trước những ô mà bảng tính sẽ hiểu là công thức.")))
  var safeCells = false

  @Option(
    help: ArgumentHelp(
      said(
        "The value of a field of archive-csv that documents leave empty, such as maintenance=01; may be repeated.",
        """
        Giá trị của trường archive-csv mà văn bản không nêu, chẳng hạn maintenance=01; có \
        thể nêu nhiều lần.
        """),
      valueName: "field=value"))
  var archiveDefault: [ArchiveDefault] = []

  @Option(
    help: ArgumentHelp(
      said(
        "The roles of the entries in csv, in counts and on pages: task, target, result, statement, or all.",
        """
        Loại mục đưa vào csv, số đếm và trang: task (nhiệm vụ), target (chỉ tiêu), result \
        (kết quả), statement (nhận định), all (tất cả).
        """),
      valueName: "roles"))
  var roles = RoleList.usual

  /// How JSON is set.
  enum Layout: String, EnumerableFlag {
    case pretty, compact
  }

  /// The format with its options.
  var format: ResultFormat {
    var format = ResultFormat(name: to, isPretty: layout == .pretty && to == .json)
    format.table = CSVOptions(
      delimiter: delimiter, hasByteOrderMark: bom, guardsFormulas: safeCells, roles: roles.roles)
    for setting in archiveDefault { format.archiveDefaults[setting.field] = setting.value }
    return format
  }

  /// Where results go.
  func destination(for input: InputOptions) -> Destination {
    guard let output, output != "-" else { return .standardOutput }
    // A link that was named is followed: the file it leads to is replaced, not the link.
    let path = output.hasPrefix("/dev/") ? output : FileSystem.target(of: output)
    if to == .xlsx { return .oneFile(path) }
    if input.isOneFile {
      let isFolder = path.hasSuffix("/") || FileSystem.kind(of: path) == .folder
      return isFolder ? .folder(output) : .ownFile(path)
    }
    return to.isOneFile ? .oneFile(path) : .folder(output)
  }

  /// Wrong usage: results that have no place.
  func validate(for input: InputOptions, in language: MessageLanguage) throws {
    switch destination(for: input) {
    case .standardOutput:
      guard input.isOneFile || to.isStream else {
        throw ValidationError(Message.severalNeedFolder.text(in: language, to.rawValue))
      }
    case .oneFile(let path):
      guard FileSystem.kind(of: path) != .folder else {
        throw ValidationError(Message.outputIsFolder.text(in: language, path, to.rawValue))
      }
    case .folder(let path):
      switch FileSystem.kind(of: path) {
      case .folder, nil: break
      default: throw ValidationError(Message.outputIsNoFolder.text(in: language, path))
      }
    case .ownFile: break
    }
  }
}
