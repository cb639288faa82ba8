public import ArgumentParser
internal import BatchConversion
public import ProgrammeExport
public import ProgrammeModel
internal import VietnameseText

/// A number of bytes with an optional unit: `500000`, `64K`, `512M`, `2G`.
struct ByteSize: ExpressibleByArgument, Hashable, Sendable {
  /// The number of bytes, one or more.
  var bytes: Int

  init?(argument: String) {
    var digits = argument.uppercased()
    var shift = 0
    for (unit, bits) in [("K", 10), ("M", 20), ("G", 30)] where digits.hasSuffix(unit) {
      digits.removeLast()
      shift = bits
    }
    guard let number = Int(digits), number > 0, number <= Int.max >> (shift + 1) else { return nil }
    bytes = number << shift
  }
}

/// A whole number, one or more.
struct Count: ExpressibleByArgument, Hashable, Sendable {
  /// The number.
  var value: Int

  init?(argument: String) {
    guard let number = Int(argument), number > 0 else { return nil }
    value = number
  }
}

/// A time in seconds, more than none.
struct PositiveSeconds: ExpressibleByArgument, Hashable, Sendable {
  /// The seconds.
  var seconds: Double

  init?(argument: String) {
    guard let number = Double(argument), number > 0, number < 1e9 else { return nil }
    seconds = number
  }
}

extension OfficeUse: ExpressibleByArgument {}

extension TextEncoding: ExpressibleByArgument {
  /// The names that outputs print.
  public static var allValueStrings: [String] {
    ["utf-8", "utf-16le", "utf-16be"] + LegacyEncoding.allCases.map(\.rawValue)
  }

  /// An encoding by the name that outputs print, or as people write it.
  public init?(argument: String) {
    switch argument.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "utf-16le", "utf16le": self = .utf16LittleEndian
    case "utf-16be", "utf16be": self = .utf16BigEndian
    default:
      guard let legacy = LegacyEncoding(named: argument) else { return nil }
      self = .legacy(legacy.rawValue)
    }
  }
}

extension FormatName: ExpressibleByArgument {}
extension FailureThreshold: ExpressibleByArgument {}
extension CSVOptions.Delimiter: ExpressibleByArgument {}

/// The roles of entries: `all`, or a list such as `task,result`.
struct RoleList: ExpressibleByArgument, Hashable, Sendable, CustomStringConvertible {
  /// The roles.
  var roles: Set<ProgrammeTask.Role>

  /// Tasks and targets.
  static let usual = RoleList(roles: ProgrammeTask.Role.usual)

  init(roles: Set<ProgrammeTask.Role>) { self.roles = roles }

  init?(argument: String) {
    if argument == "all" {
      roles = Set(ProgrammeTask.Role.allCases)
      return
    }
    let names = argument.split(separator: ",", omittingEmptySubsequences: false)
    let found = names.compactMap { ProgrammeTask.Role(rawValue: String($0)) }
    guard found.count == names.count else { return nil }
    roles = Set(found)
  }

  /// The list as an argument.
  var description: String {
    ProgrammeTask.Role.allCases.filter(roles.contains).map(\.rawValue).joined(separator: ",")
  }
}

/// A field of a record of the archive and the value it has where a document says nothing.
struct ArchiveDefault: ExpressibleByArgument, Hashable, Sendable {
  /// The field.
  var field: ArchiveRecord.Field
  /// The value.
  var value: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="),
      let field = ArchiveRecord.Field(rawValue: String(argument[..<equals]))
    else { return nil }
    self.field = field
    value = String(argument[argument.index(after: equals)...])
  }
}
