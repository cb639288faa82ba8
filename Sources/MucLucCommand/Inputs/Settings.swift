internal import BatchConversion
internal import ProgrammeExport
internal import ProgrammeModel

/// What a file of settings says (`.mucluc.json`): options that stand in front of those of the command line.
///
/// ```json
/// {"lang": "vi", "to": "csv", "ignore": ["outline.first-number-missing"], "archiveDefaults": {"maintenance": "01"}}
/// ```
///
/// It is read from the one folder that is named, or where `--config` says, never from folders below: a document
/// collection that somebody sent decides nothing. It can name no file and no program, and raises no limit.
struct Settings: Sendable {
  /// The name of the file in a folder.
  static let fileName = ".mucluc.json"

  /// More bytes than that are no settings.
  private static let mostBytes = 64 << 10

  /// More elements of a list than that are none.
  private static let mostElements = 200

  private var values: [(key: Key, values: [String])] = []

  /// What can be set, in the order in which it is shown.
  enum Key: String, CaseIterable, Sendable {
    case lang, to, format, roles, include, exclude, ignore, archiveDefaults

    /// The option, and the commands that have it.
    var option: (name: String, commands: Set<String>) {
      switch self {
      case .lang: ("--lang", ["convert", "show", "check", "scan"])
      case .to: ("--to", ["convert"])
      case .format: ("--format", ["check"])
      case .roles: ("--roles", ["convert", "show"])
      case .include: ("--include", ["convert", "check", "scan", "index"])
      case .exclude: ("--exclude", ["convert", "check", "scan", "index"])
      case .ignore: ("--ignore", ["check"])
      case .archiveDefaults: ("--archive-default", ["convert"])
      }
    }

    /// Whether the option takes a value.
    func takes(_ value: String) -> Bool {
      switch self {
      case .lang: MessageLanguage(rawValue: value) != nil
      case .to: FormatName(rawValue: value) != nil
      case .format: CheckFormat(rawValue: value) != nil
      case .roles: value != "all" && RoleList(argument: value) != nil
      case .include, .exclude: GlobPattern(value) != nil
      case .ignore: DoubtCode(argument: value) != nil
      case .archiveDefaults: ArchiveDefault(argument: value) != nil
      }
    }
  }

  /// No settings.
  init() {}

  /// Reads a file of settings.
  init(path: String, in language: MessageLanguage) throws(FileFailure) {
    func fail(_ message: Message, _ argument: String = "") -> FileFailure {
      .noSettings(path: path, reason: message.text(in: language, argument))
    }
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileBytes.read(path, limit: Self.mostBytes)
    } catch {
      throw .noSettings(path: path, reason: error.message(in: language))
    }
    guard bytes.count <= Self.mostBytes else { throw fail(.settingsTooLarge) }
    guard case .object(let members)? = JSONReader.value(of: bytes) else {
      throw fail(.settingsNoObject)
    }
    var seen = Set<String>()
    for (name, value) in members where name != "$schema" {
      guard let key = Key(rawValue: name), seen.insert(name).inserted else {
        throw fail(.settingsKey, name)
      }
      guard let texts = Self.texts(of: value, key), texts.allSatisfy(key.takes) else {
        throw fail(.settingsValue, name)
      }
      values.append((key, texts))
    }
  }

  /// The values of a key as the option takes them, or `nil` where they have another shape.
  private static func texts(of value: JSONValue, _ key: Key) -> [String]? {
    switch (key, value) {
    case (.lang, .string(let text)), (.to, .string(let text)), (.format, .string(let text)):
      return [text]
    case (.roles, .array(let list)):
      let roles = list.compactMap(\.text)
      return roles.count == list.count ? [roles.joined(separator: ",")] : nil
    case (.include, .array(let list)), (.exclude, .array(let list)), (.ignore, .array(let list)):
      let texts = list.compactMap(\.text)
      return texts.count == list.count && texts.count <= mostElements ? texts : nil
    case (.archiveDefaults, .object(let members)):
      let texts = members.compactMap { member in member.1.text.map { "\(member.0)=\($0)" } }
      return texts.count == members.count && texts.count <= mostElements ? texts : nil
    default: return nil
    }
  }

  /// The settings as options of a command.
  func arguments(for command: String) -> [String] {
    values.flatMap { key, values in
      key.option.commands.contains(command) ? values.map { "\(key.option.name)=\($0)" } : []
    }
  }

  /// The settings as they are shown.
  var json: JSONValue {
    .object(
      Key.allCases.compactMap { key in
        guard let texts = values.first(where: { $0.key == key })?.values else { return nil }
        switch key {
        case .lang, .to, .format: return (key.rawValue, .optional(texts.first))
        case .roles:
          let roles = (texts.first ?? "").split(separator: ",")
          return (key.rawValue, .array(roles.map { .string(String($0)) }))
        case .include, .exclude, .ignore:
          return (key.rawValue, .array(texts.map { .string($0) }))
        case .archiveDefaults:
          let members = texts.map { text -> (String, JSONValue) in
            let name = text.prefix { $0 != "=" }
            return (String(name), .string(String(text.dropFirst(name.count + 1))))
          }
          return (key.rawValue, .object(members))
        }
      })
  }
}

/// A command that takes settings from a file.
protocol Configured {
  /// The file, if there is one.
  var settingsFile: String? { get }
  /// In which language and how much the command speaks.
  var messages: MessageOptions { get }
}

extension ConvertCommand: Configured { var settingsFile: String? { input.settingsFile } }
extension CheckCommand: Configured { var settingsFile: String? { input.settingsFile } }
extension ScanCommand: Configured { var settingsFile: String? { input.settingsFile } }
extension IndexCommand: Configured { var settingsFile: String? { input.settingsFile } }
extension ShowCommand: Configured { var settingsFile: String? { settings.config } }
