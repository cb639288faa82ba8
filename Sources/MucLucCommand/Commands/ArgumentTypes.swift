public import ArgumentParser
public import ProgrammeModel

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

extension TextEncoding: ExpressibleByArgument {
  /// An encoding by the name that outputs print.
  public init?(argument: String) {
    switch argument.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "utf-16le", "utf16le": self = .utf16LittleEndian
    case "utf-16be", "utf16be": self = .utf16BigEndian
    case let name where Self.legacyNames.contains(name): self = .legacy(name)
    default: return nil
    }
  }

  /// The legacy encodings that can be named.
  static let legacyNames = ["tcvn3", "vni", "viscii", "vps", "windows-1258"]
}

extension FormatName: ExpressibleByArgument {}
extension FailureThreshold: ExpressibleByArgument {}
