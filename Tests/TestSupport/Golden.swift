public import Foundation

/// Recorded outputs, compared byte by byte.
///
/// `RECORD=1 swift test --filter Golden` rewrites them; the tests that recorded fail, so that a recording
/// is never taken for a pass.
public enum Golden {
  /// Whether goldens are rewritten.
  public static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  /// What stands at the path differs from the output: a line that says where, or `nil` where both agree.
  public static func difference(_ output: String, recordedAt file: URL) throws -> String? {
    let recorded = try? String(contentsOf: file, encoding: .utf8)
    if recorded == output { return nil }
    if isRecording {
      try output.write(to: file, atomically: true, encoding: .utf8)
      return "\(file.lastPathComponent) was recorded: read it line by line, then run without RECORD"
    }
    guard let recorded else { return "\(file.path) is missing; RECORD=1 writes it" }
    let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let new = output.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).prefix { $0 == $1 }.count
    return """
      \(file.path):\(line + 1): recorded and new output differ
      - \(line < old.count ? old[line] : "(end)")
      + \(line < new.count ? new[line] : "(end)")
      """
  }
}
