internal import ArgumentParser
internal import BatchConversion
internal import DocumentReading
internal import MucLuc
internal import ProgrammeModel

/// `mucluc show`: the tree in the terminal.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: said(
      "Show the tree of one document.",
      "Cho xem cây nhiệm vụ của một văn bản."),
    discussion: said(
      """
      EXAMPLES:
        mucluc show chuong-trinh.docx
        mucluc show chuong-trinh.docx | less
        mucluc show - < van-ban.txt

      On a terminal lines are cut to its width and colours tell kinds apart; NO_COLOR turns colours off.
      """,
      """
      VÍ DỤ:
        mucluc show chuong-trinh.docx
        mucluc show chuong-trinh.docx | less
        mucluc show - < van-ban.txt

      Trên màn hình dòng lệnh, dòng được cắt theo bề rộng và màu phân biệt các loại; đặt \
      NO_COLOR để tắt màu.
      """))

  @Argument(
    help: ArgumentHelp(
      said(
        "The file; - is standard input.",
        "Tệp; - là đầu vào chuẩn.")), completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      said(
        "The roles of the entries that are counted and told: task, target, result, statement, or all.",
        """
        Loại mục được đếm và nêu ra: task (nhiệm vụ), target (chỉ tiêu), result (kết quả), \
        statement (nhận định), hoặc all (tất cả).
        """),
      valueName: "roles"))
  var roles = RoleList.usual

  @OptionGroup(title: "Reading") var reading: ReadingOptions
  @OptionGroup(title: "Limits") var documentLimit: DocumentLimitOptions
  @OptionGroup var settings: SettingsOption
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let job = reading.job(.findings, documentLimit, in: messages.languages)
    let input = Input(file: file)
    do throws(FileFailure) {
      if FileSystem.kind(of: file) == nil, let near = NearName.path(like: file) {
        throw FileFailure.missing(near: near)
      }
      let bytes = try FileBytes.read(file, limit: job.pipeline.limits.totalBytes)
      let conversion = try job.convert(bytes, named: input.name)
      let rendering = TreeRendering(
        width: Terminal.width(of: .standardOutput),
        isColoured: Terminal.hasColours(.standardOutput), language: messages.language,
        roles: roles.roles)
      let text = rendering.text(of: conversion.programme)
      do throws(SystemError) {
        try ByteOutput.writeToStandardOutput(Array(text.utf8))
      } catch {
        throw FileFailure.output(error, path: "stdout")
      }
    } catch {
      ByteOutput.complain(Finding(error, in: messages.languages).line(file: file))
      throw ExitCode(ExitStatus.failure.rawValue)
    }
  }
}
