internal import ProgrammeModel

/// The main document of a file, or an appendix of it, cut into its zones.
struct Part {
  /// Whether it is an appendix or an attached document.
  var isAppendix: Bool

  /// The lines outside the text proper.
  var lines: [DocumentLine] = []

  /// For an appendix, the lines of its title.
  var title: [String] = []

  /// The places of the text's lines among all lines, in order: introduction, outline and closing.
  var body: [Int] = []

  /// Adds a line of a letterhead; in an appendix, what makes its title goes there.
  mutating func add(_ role: DocumentLine.Role, _ text: String, _ location: Location) {
    if isAppendix && (role == .type || role == .title) {
      title.append(text)
    } else {
      lines.append(DocumentLine(role: role, text: text, location: location))
    }
  }
}

/// The lines of a part's text where they stand among all lines of the document.
struct PartLines {
  private let all: [Line]
  private let places: [Int]

  /// Names the lines of a part by their places.
  init(_ all: consuming [Line], _ places: consuming [Int]) {
    self.all = all
    self.places = places
  }

  /// How many there are.
  var count: Int { places.count }

  /// The line at a place of the text.
  subscript(index: Int) -> Line {
    _read { yield all[places[index]] }
  }
}
