internal import BatchConversion
internal import ProgrammeArchive
internal import ProgrammeModel

/// Hits for people: where, what it says with the words marked, who and when.
///
/// ```text
/// 2023/q4.docx, 2.4 (word/document.xml:31)
///   CHƯƠNG TRÌNH 05-CTr/HU, HUYỆN ỦY PHỤNG HIỆP, 2023-10-05: Công tác quí IV/2023
///   II > 4: NHIỆM VỤ > Môi trường
///   Vận động hộ dân dùng [nước sạch] trước ngày 30/11/2023.
///   task 2.4/1, lead Phòng Nông nghiệp, due trước ngày 30/11/2023
/// ```
struct HitText {
  /// The language of the words between.
  var language: MessageLanguage
  /// Whether words found are marked by colour.
  var hasColours: Bool

  /// How much of a long text is shown, and how much of that stands in front of the first word found.
  private static let (mostShown, shownBefore) = (400, 120)

  /// The lines of one hit.
  func paragraph(_ hit: ArchiveHit) -> String {
    var lines = [Self.plain(heading(hit))]
    let document = hit.document
    let name = [document.type, document.code].compactMap { $0 }.joined(separator: " ")
    let about = [name, document.issuer ?? "", document.date ?? ""].filter { !$0.isEmpty }
    lines.append(
      Self.plain(about.joined(separator: ", ") + (document.subject.map { ": \($0)" } ?? "")))
    let way = [hit.markerPath, hit.titles.joined(separator: " > ")].filter { !$0.isEmpty }
    lines.append(Self.plain(way.joined(separator: ": ")))
    if let title = hit.title { lines.append(marked(title, hit.titleMarks)) }
    if let text = hit.text { lines.append(marked(text, hit.textMarks)) }
    lines += hit.entries.map { Self.plain(line($0)) }
    if let citation = hit.citation { lines.append(Self.plain(line(citation))) }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n  ") + "\n"
  }

  private func heading(_ hit: ArchiveHit) -> String {
    var place = [hit.place.part, (hit.place.paragraph ?? hit.place.line).map(String.init)]
      .compactMap { $0 }.joined(separator: ":")
    if !place.isEmpty { place = " (\(place))" }
    return Self.path(hit.root, hit.path) + (hit.node.map { ", \($0)" } ?? "") + place
  }

  /// A file that was named is its own root.
  private static func path(_ root: String, _ path: String) -> String {
    Path.name(of: root) == path ? root : Path.joined(root, path)
  }

  private func line(_ citation: ArchiveHit.Citation) -> String {
    guard let root = citation.root, let path = citation.path else {
      return Message.citesOther.text(in: language, citation.code)
    }
    return Message.citesArchived.text(in: language, citation.code, Self.path(root, path))
  }

  private func line(_ entry: ArchiveHit.Entry) -> String {
    let role = ProgrammeTask.Role(rawValue: entry.role)?.word(in: language) ?? entry.role
    var words = ["\(role) \(entry.task)"]
    if !entry.lead.isEmpty {
      words.append(Message.lead.text(in: language, entry.lead.joined(separator: ", ")))
    }
    if !entry.cooperating.isEmpty {
      words.append(
        Message.cooperating.text(in: language, entry.cooperating.joined(separator: ", ")))
    }
    if let deadline = entry.deadline {
      words.append(Message.deadline.text(in: language, deadline))
    }
    return words.joined(separator: ", ")
  }

  /// The text with the words found marked, cut around the first of them where it is long.
  private func marked(_ text: String, _ marks: [Range<Int>]) -> String {
    let scalars = Array(text.unicodeScalars)
    let first = marks.first?.lowerBound ?? 0
    let start = scalars.count > Self.mostShown ? max(0, first - Self.shownBefore) : 0
    let end = min(scalars.count, start + Self.mostShown)
    var shown = String.UnicodeScalarView()
    var rest = marks[...]
    for place in start..<end {
      if place == rest.first?.lowerBound { shown.append(contentsOf: opening.unicodeScalars) }
      shown.append(Self.isControl(scalars[place]) ? " " : scalars[place])
      if let mark = rest.first, place + 1 == mark.upperBound || place + 1 == end {
        if place >= mark.lowerBound { shown.append(contentsOf: closing.unicodeScalars) }
        rest.removeFirst()
      }
    }
    return (start > 0 ? "…" : "") + String(shown) + (end < scalars.count ? "…" : "")
  }

  private var opening: String { hasColours ? "\u{1B}[1;33m" : "[" }
  private var closing: String { hasColours ? "\u{1B}[0m" : "]" }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control
  }

  /// Controls of a document must not reach the terminal; line breaks and tabs are blanks.
  private static func plain(_ line: String) -> String {
    String(String.UnicodeScalarView(line.unicodeScalars.map { isControl($0) ? " " : $0 }))
  }
}
