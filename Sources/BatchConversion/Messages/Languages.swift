package import ProgrammeModel

/// The languages of a run.
///
/// What programs read (JSON, CSV, SARIF, reports) follows `--lang` alone, so that it is the same on every machine;
/// what people read on a terminal and on pages follows the language of the environment where `--lang` is not given.
///
/// ```swift
/// Languages(option: nil, environment: { ["LANG": "vi_VN.UTF-8"][$0] })  // data English, people Vietnamese
/// ```
package struct Languages: Hashable, Sendable {
  /// The language of what programs read.
  var data = MessageLanguage.english

  /// The language of what people read.
  package var people = MessageLanguage.english

  /// English for both.
  package static let english = Languages(.english)

  /// Vietnamese for both.
  package static let vietnamese = Languages(.vietnamese)

  /// One language for both.
  package init(_ language: MessageLanguage = .english) {
    data = language
    people = language
  }

  /// The language of `--lang`, or that of the environment: `MUCLUC_LANG`, else `LC_ALL`, `LC_MESSAGES`, `LANG`.
  package init(
    option: MessageLanguage?,
    environment: (String) -> String? = { Environment.value(of: $0) }
  ) {
    data = option ?? .english
    let names = ["MUCLUC_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap(environment).first { !$0.isEmpty } ?? ""
    let name = locale.prefix { $0 != "_" && $0 != "." && $0 != "-" && $0 != "@" }
    people = option ?? MessageLanguage(rawValue: name.lowercased()) ?? .english
  }
}
