internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage

/// A part of the document while it is read.
struct OpenPart {
  /// Whether it is an appendix or an attached document.
  var isAppendix: Bool

  /// The lines outside the text proper.
  var lines: [FrameLine] = []

  /// For an appendix, the lines of its title.
  var title: [FrameLine] = []

  /// The places of the text's lines among all lines.
  var body: [Int] = []

  /// Starts a part.
  init(isAppendix: Bool) {
    self.isAppendix = isAppendix
  }

  /// Adds a line of a letterhead; in an appendix, what makes its title goes there.
  mutating func add(_ line: FrameLine) {
    if isAppendix && (line.role == .type || line.role == .title) {
      title.append(line)
    } else {
      lines.append(line)
    }
  }

  /// The last line of the title, or `nil`.
  var lastTitle: FrameLine? { isAppendix ? title.last : lines.last { $0.role == .title } }

  /// The part as it is handed on.
  func closed(in lexicon: Lexicon) -> Part {
    var part = Part(isAppendix: isAppendix)
    part.lines = lines.map(\.line)
    part.title = title.map(\.text)
    part.titleSpans = title.map(\.spans)
    part.body = body
    if let line = lines.first(where: { $0.role == .type }) ?? title.first {
      part.type = (line.type ?? TypeLine(line.text, in: lexicon)).type
    }
    if isAppendix { part.signature = SignatureReader.signatures(in: lines).last }
    return part
  }
}
