internal import ArgumentParser
internal import ProgrammeModel

/// Which files a command works on.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files and folders; - is standard input.",
      discussion: """
        Folders are walked and their documents taken in the order of their names: .docx, .docm, .dotx, \
        .dotm, .txt, .doc, .dot, .rtf, .html, .htm, .mhtml, .mht, \
        .odt. Hidden files, lock files (~$…) and links are passed by.
        """),
    completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "Take the paths from this file, a line each or each ended by a zero byte; - is standard input.",
      valueName: "file"),
    completion: .file())
  var filesFrom: String?

  @Option(
    help: ArgumentHelp(
      "In folders take files of this pattern only, such as '*.docx' or '2023/**'; may be repeated.",
      valueName: "pattern"))
  var include: [GlobPattern] = []

  @Option(
    help: ArgumentHelp(
      "In folders leave out files of this pattern; may be repeated.", valueName: "pattern"))
  var exclude: [GlobPattern] = []

  /// Finds the files.
  func collect(outputFolder: String? = nil) throws(FileFailure) -> InputCollector {
    var collector = InputCollector(
      include: include, exclude: exclude,
      outputFolder: outputFolder.flatMap { FileSystem.identity(of: $0) },
      hasOnePath: paths.count == 1 && filesFrom == nil)
    for path in paths { collector.add(path) }
    if let filesFrom {
      var list = try PathList(filesFrom)
      while let path = try list.next() { collector.add(path) }
    }
    return collector
  }

  /// Whether exactly one file is meant, which need not be there.
  var isOneFile: Bool {
    paths.count == 1 && filesFrom == nil
      && (paths[0] == "-" || FileSystem.kind(of: paths[0]) != .folder)
  }

  /// Wrong usage where nothing is named.
  func validate(in language: MessageLanguage) throws {
    if paths.isEmpty && filesFrom == nil {
      throw ValidationError(Message.noPaths.text(in: language))
    }
  }
}

extension GlobPattern: ExpressibleByArgument {
  init?(argument: String) {
    self.init(argument)
  }
}
