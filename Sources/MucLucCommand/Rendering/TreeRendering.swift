internal import ProgrammeModel

/// The task tree as text for a terminal.
struct TreeRendering {
  /// The width that lines are cut to, or `nil` for whole lines.
  var width: Int?

  /// Whether colours are used.
  var isColoured: Bool

  /// The language of labels and remarks.
  var language = MessageLanguage.english

  /// The tree of a document.
  func text(of programme: Programme) -> String {
    var lines: [String] = []
    for line in programme.lines { lines.append("\(line.role.rawValue): \(line.text)") }
    return lines.joined(separator: "\n") + "\n"
  }
}
