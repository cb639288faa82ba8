internal import BatchConversion
internal import ProgrammeModel

/// The task tree as text for a terminal.
///
/// ```text
/// type        CHƯƠNG TRÌNH
/// title       Công tác quí IV/2023
///
/// ¶ Căn cứ …
/// ├─ ▸ I. CÁC NHIỆM VỤ TRỌNG TÂM
/// │  ├─ ▹ 1. Công tác dân vận: Tiếp tục …
/// │  │    → Ban Dân vận, due quí IV/2023
/// │  │  ├─ - Phối hợp …
/// │  │  ! warning: 3. follows 1. without 2 [outline.numbering-gap]
/// ```
///
/// `▸` is a heading, `▹` a run-in heading with its text, no mark an item; `¶` is a paragraph below a node,
/// `▦` a table, `→` who is to act and when. What is doubtful stands under the line that it is about.
struct TreeRendering {
  /// The width that lines are cut to, or `nil` for whole lines.
  var width: Int?

  /// Whether colours are used.
  var isColoured: Bool

  /// The language of labels and remarks.
  var language = MessageLanguage.english

  /// The roles of the entries that are counted and told.
  var roles = ProgrammeTask.Role.usual

  /// The tree of a document.
  func text(of programme: Programme) -> String {
    var writer = TreeWriter(rendering: self, diagnostics: programme.diagnostics)
    writer.lines(programme.lines.filter { !$0.role.endsDocument })
    writer.blank()
    writer.blocks(programme.preamble, label: .preamble, guide: "")
    writer.nodes(programme.outline, guide: "")
    writer.blocks(programme.closing, label: .closing, guide: "")
    for (index, appendix) in programme.appendices.enumerated() {
      writer.blank()
      let name = Message.appendix.text(in: language, "\(index + 1)")
      writer.head(([name] + appendix.title).joined(separator: " · "))
      writer.lines(appendix.lines)
      writer.blocks(appendix.preamble, label: .preamble, guide: "")
      writer.nodes(appendix.outline, guide: "")
      writer.blocks(appendix.closing, label: .closing, guide: "")
    }
    writer.blank()
    writer.notes(programme.notes)
    writer.lines(programme.lines.filter(\.role.endsDocument))
    writer.blank()
    writer.unread(programme.coverage.unread)
    writer.remainingDiagnostics()
    return writer.text
  }
}

extension DocumentLine.Role {
  /// Whether such lines stand after the text.
  fileprivate var endsDocument: Bool {
    switch self {
    case .recipients, .signature, .header, .footer, .page: true
    default: false
    }
  }
}
