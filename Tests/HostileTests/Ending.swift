import DocumentReading
import Foundation
import MucLuc

/// How the conversion of a file ended.
enum Ending {
  /// Converts the file and writes every format: `result`, or what went wrong.
  static func of(_ bytes: [UInt8], named name: String) -> String {
    do throws(ReadingError) {
      let conversion = try Pipeline().convert(bytes, named: name)
      let programme = conversion.programme
      guard programme.coverage.isComplete else { return "\(programme.coverage)" }
      guard programme.outline.levels <= 32 else { return "\(programme.outline.levels) levels" }
      let json = String(decoding: programme.json(), as: UTF8.self)
      _ = [programme].csv()
      _ = programme.markdown()
      _ = conversion.text.plainText()
      _ = conversion.reviewPage()
      return json.contains("root:x:0") ? "another file was read" : "result"
    } catch {
      guard case .limit(_, _, let kind, _) = error else { return error.code }
      return "\(error.code) \(kind)"
    }
  }
}

extension [Node] {
  /// How many levels stand in one another, counted without recursion.
  var levels: Int {
    var level = self
    var count = 0
    while !level.isEmpty {
      level = level.flatMap(\.children)
      count += 1
    }
    return count
  }
}
