internal import BatchConversion
internal import ProgrammeModel

/// The language of help, which is decided before anything else is read: by `--lang`, else by the environment.
enum HelpLanguage {
  /// The language.
  static let current = language(of: SystemPath.arguments)

  /// The language that arguments ask for.
  static func language(of arguments: [String]) -> MessageLanguage {
    var option: MessageLanguage?
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count {
        option = MessageLanguage(rawValue: arguments[index + 1]) ?? option
      } else if argument.hasPrefix("--lang=") {
        option = MessageLanguage(rawValue: String(argument.dropFirst(7))) ?? option
      }
    }
    return Languages(option: option).people
  }

  /// What the parser says around the help, in the language: its headings and remarks are English.
  static func translated(_ text: String) -> String {
    guard current == .vietnamese else { return text }
    let phrases = HelpWording.remarks + (text.hasPrefix("Error: ") ? HelpWording.errors : [])
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      for (english, vietnamese) in HelpWording.beginnings where line.hasPrefix(english) {
        return replacing(phrases, in: vietnamese + line.dropFirst(english.count))
      }
      return replacing(phrases, in: String(line))
    }.joined(separator: "\n")
  }

  private static func replacing(
    _ phrases: [(english: String, vietnamese: String)], in line: String
  ) -> String {
    phrases.reduce(line) { $0.replacing($1.english, with: $1.vietnamese) }
  }

  /// The help with the section of limits last: nobody needs them before everything else.
  static func withLimitsLast(_ text: String) -> String {
    guard let start = text.range(of: "\nLIMITS:\n")?.lowerBound else { return text }
    let rest = text[text.index(after: start)...]
    guard let end = rest.range(of: "\n\n")?.upperBound else { return text }
    let limits = rest[..<end]
    var after = String(text[end...])
    while after.hasSuffix("\n") { after.removeLast() }
    var section = String(limits)
    while section.hasSuffix("\n") { section.removeLast() }
    return text[...start] + after + "\n\n" + section + "\n"
  }
}

/// A sentence of the help in the language that it is asked for in.
func said(_ english: String, _ vietnamese: String) -> String {
  HelpLanguage.current == .vietnamese ? vietnamese : english
}

extension StringProtocol {
  /// The first place of a text, or `nil`.
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
