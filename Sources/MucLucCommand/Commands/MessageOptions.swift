public import ArgumentParser
public import ProgrammeModel

/// In which language and how much the command speaks.
struct MessageOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"), help: "The language of messages, pages and workbooks: en or vi.")
  var chosenLang: MessageLanguage?

  /// The language of messages.
  var lang: MessageLanguage { chosenLang ?? .english }

  @Flag(name: [.short, .long], help: "Tell failures only: no progress, no summary, no warnings.")
  var quiet = false
}

extension MessageLanguage: ExpressibleByArgument {}
