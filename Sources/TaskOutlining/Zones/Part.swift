internal import ProgrammeModel

/// The main document of a file, or an appendix of it, cut into its zones.
struct Part {
  /// Whether it is an appendix or an attached document.
  var isAppendix: Bool

  /// The lines outside the text proper.
  var lines: [DocumentLine] = []

  /// For an appendix, the lines of its title.
  var title: [String] = []

  /// The lines of the text, in order: introduction, outline and closing.
  var body: [Line] = []

  /// Adds a line of a letterhead; in an appendix, what makes its title goes there.
  mutating func add(_ role: DocumentLine.Role, _ text: String, _ location: Location) {
    if isAppendix && (role == .type || role == .title) {
      title.append(text)
    } else {
      lines.append(DocumentLine(role: role, text: text, location: location))
    }
  }
}
