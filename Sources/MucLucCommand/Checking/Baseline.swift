internal import BatchConversion
internal import ProgrammeModel

/// Findings that are known and accepted (`--baseline`): they are neither told nor counted again.
///
/// A finding is known by the path of its file, its code, and its fingerprint, which is made of the text at its place:
/// edits elsewhere in the document do not move it. Each is known as often as it was met.
///
/// ```json
/// {"version":1,"findings":[
/// {"path":"2004/kh-12.txt","code":"outline.numbering-gap","fingerprint":"63a9f0ea7bb98050","count":1}
/// ]}
/// ```
struct Baseline: Sendable {
  /// What tells a finding of a file from its others.
  private struct Key: Hashable, Comparable {
    var code: String
    var fingerprint: String

    static func < (left: Key, right: Key) -> Bool {
      (left.code, left.fingerprint) < (right.code, right.fingerprint)
    }
  }

  /// How many findings were met and are known.
  private(set) var hidden = 0

  /// How many known findings were not met in the files that were checked.
  private(set) var gone = 0

  /// How many findings are in it.
  var count: Int { files.values.reduce(0) { $0 + $1.values.reduce(0, +) } }

  private var files: [String: [Key: Int]] = [:]

  private static let version = 1
  private static let mostBytes = 256 << 20

  /// Starts with nothing that is known.
  init() {}

  /// Reads a baseline.
  init(path: String) throws(FileFailure) {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileBytes.read(path, limit: Self.mostBytes)
    } catch {
      throw .noBaseline(path: path)
    }
    guard bytes.count <= Self.mostBytes, let json = JSONReader.value(of: bytes),
      json["version"]?.number == Self.version, case .array(let findings)? = json["findings"]
    else { throw .noBaseline(path: path) }
    for finding in findings {
      guard let path = finding["path"]?.text, let code = finding["code"]?.text,
        let fingerprint = finding["fingerprint"]?.text, let count = finding["count"]?.number,
        count > 0, count < 1 << 32
      else { throw .noBaseline(path: path) }
      files[path, default: [:]][Key(code: code, fingerprint: fingerprint), default: 0] += count
    }
  }

  /// The path of a file as a baseline has it: as named or found, without what says nothing.
  static func key(of path: String) -> String {
    var path = SystemPath.escaped(path).replacing("//", with: "/")
    while path.hasPrefix("./") { path.removeFirst(2) }
    return path
  }

  /// The findings of a file that are not known.
  ///
  /// No file is asked about twice. Codes that are passed over are not missed.
  mutating func unknown(
    _ findings: [Finding], in path: String, ignoring ignored: Set<String> = []
  ) -> [Finding] {
    guard var known = files.removeValue(forKey: Self.key(of: path)) else { return findings }
    let unknown = findings.filter { finding in
      let key = Key(code: finding.code, fingerprint: finding.fingerprint)
      guard let count = known[key], count > 0 else { return true }
      known[key] = count - 1
      return false
    }
    hidden += findings.count - unknown.count
    gone += known.filter { !ignored.contains($0.key.code) }.values.reduce(0, +)
    return unknown
  }

  /// Notes the findings of a file.
  mutating func add(_ findings: [Finding], in path: String) {
    let name = Self.key(of: path)
    for finding in findings {
      let key = Key(code: finding.code, fingerprint: finding.fingerprint)
      files[name, default: [:]][key, default: 0] += 1
    }
  }

  /// The file: a finding a line, in an order that does not change.
  var bytes: [UInt8] {
    var lines: [String] = []
    for (path, keys) in files.sorted(by: { $0.key < $1.key }) {
      for (key, count) in keys.sorted(by: { $0.key < $1.key }) {
        lines.append(
          JSONValue.object([
            ("path", .string(path)), ("code", .string(key.code)),
            ("fingerprint", .string(key.fingerprint)), ("count", .integer(count)),
          ]).line)
      }
    }
    let list = lines.isEmpty ? "" : "\n" + lines.joined(separator: ",\n") + "\n"
    return Array("{\"version\":\(Self.version),\"findings\":[\(list)]}\n".utf8)
  }
}
