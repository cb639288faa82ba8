public import ArgumentParser
internal import BatchConversion
public import ProgrammeModel

/// In which language and how much the command speaks.
struct MessageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      said(
        "The language: en or vi. Without it messages and pages follow MUCLUC_LANG, LC_ALL and LANG, data are English.",
        """
        Ngôn ngữ: en hoặc vi. Nếu không nêu, thông báo và trang theo MUCLUC_LANG, LC_ALL, \
        LANG; dữ liệu dùng tiếng Anh.
        """)))
  var lang: MessageLanguage?

  @Flag(
    name: [.short, .long],
    help: ArgumentHelp(
      said(
        "Tell failures only: no progress, no summary, no warnings.",
        "Chỉ nêu lỗi: không tiến độ, không tóm tắt, không cảnh báo.")))
  var quiet = false

  /// The languages of what programs and what people read.
  var languages: Languages { Languages(option: lang) }

  /// The language of what people read.
  var language: MessageLanguage { languages.people }
}

extension MessageLanguage: ExpressibleByArgument {}
