internal import ArgumentParser
internal import BatchConversion
internal import ProgrammeModel

/// `mucluc config`: the settings that a folder has.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: said(
      "Show the settings that the file .mucluc.json of a folder makes.",
      "Cho xem cấu hình trong tệp .mucluc.json của một thư mục."),
    discussion: said(
      """
      EXAMPLES:
        mucluc config archive
        mucluc config --config settings.json

      The file is read where its folder is the one path that is named, or where --config names it, never from \
      folders below. What stands on the command line wins. Schemas/settings-1.schema.json describes it.
      """,
      """
      VÍ DỤ:
        mucluc config luu-tru
        mucluc config --config cau-hinh.json

      Tệp được đọc khi thư mục chứa nó là đường dẫn duy nhất được nêu, hoặc khi --config \
      nêu tên nó; không bao giờ đọc trong các thư mục con. Dòng lệnh được ưu tiên. Mô tả \
      ở Schemas/settings-1.schema.json.
      """))

  @Argument(
    help: ArgumentHelp(
      said(
        "The folder.",
        "Thư mục.")), completion: .directory)
  var folder: String?

  @OptionGroup var settings: SettingsOption
  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if folder == nil, settings.config == nil {
      throw ValidationError(Message.noSettingsNamed.text(in: messages.language))
    }
  }

  func run() throws {
    let path = settings.config ?? Path.joined(folder ?? ".", Settings.fileName)
    let isThere = settings.config != nil || FileSystem.kind(of: path) == .file
    let settings = try Failing.orExit(messages.language) { () throws(FileFailure) in
      isThere ? try Settings(path: path, in: messages.language) : Settings()
    }
    let json = JSONValue.object([
      ("file", isThere ? .string(SystemPath.escaped(path)) : .null), ("settings", settings.json),
    ])
    try Printing.orExit(messages.language) { () throws(SystemError) in
      try ByteOutput.writeToStandardOutput(Array((json.pretty + "\n").utf8))
    }
  }
}
