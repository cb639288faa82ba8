public import ArgumentParser
public import ProgrammeModel

/// In which language and how much the command speaks.
struct MessageOptions: ParsableArguments {
  @Option(help: "The language of messages: en or vi.")
  var lang: MessageLanguage = .english

  @Flag(name: [.short, .long], help: "Tell failures only: no progress, no summary, no warnings.")
  var quiet = false
}

extension MessageLanguage: ExpressibleByArgument {}
