public import ProgrammeModel

/// Writes a programme as Markdown that renders alike on every forge (CommonMark with tables and
/// footnotes).
///
/// ```text
/// # CHƯƠNG TRÌNH Công tác quý IV/2023
///
/// ## I. NHIỆM VỤ TRỌNG TÂM
///
/// - 1\. Thực hiện nghiêm túc …
///   - \- Tổ chức hội nghị …
/// - 2\. **Công tác dân vận:** Tiếp tục …
/// ```
///
/// Headings become headings, down to the sixth level; everything else is a nested list. Markers are
/// written out and escaped, so a gap in the numbers, an `a)` and a `+` show as on the page.
public struct MarkdownExport: Sendable {
  /// Makes an export.
  public init() {}

  /// The Markdown of one document, in UTF-8.
  public func bytes(of programme: Programme) -> [UInt8] {
    var text = MarkdownText()
    text.letterhead(of: programme)
    text.blocks(programme.preamble)
    text.nodes(programme.outline, level: 2)
    text.blocks(programme.closing)
    text.signature(programme.metadata.signature)
    text.recipients(programme.metadata.recipients)
    for appendix in programme.appendices {
      text.endBlock()
      text.line("## " + appendix.title.joined(separator: " ").markdown(startsLine: false))
      text.blocks(appendix.preamble)
      text.nodes(appendix.outline, level: 3)
      text.blocks(appendix.closing)
      text.signature(appendix.signature)
    }
    text.notes(programme.notes)
    return Array(text.text.utf8)
  }
}

extension MarkdownText {
  fileprivate mutating func letterhead(of programme: Programme) {
    let metadata = programme.metadata
    let title = [metadata.type, metadata.subject].compactMap { $0 }.joined(separator: " ")
    let heading = title.isEmpty ? programme.source.name : title
    line("# " + heading.markdown(startsLine: false))
    endBlock()
    let written = { (role: DocumentLine.Role) in
      programme.lines.filter { $0.role == role }.map(\.text).joined(separator: " ")
    }
    let entries: [(String, String?)] = [
      (MarkdownLabel.superior, metadata.superior), (MarkdownLabel.issuer, metadata.issuer),
      (MarkdownLabel.number, written(.number)), (MarkdownLabel.placeAndDate, written(.placedate)),
      (MarkdownLabel.security, metadata.security), (MarkdownLabel.urgency, metadata.urgency),
      (MarkdownLabel.addressees, metadata.addressees.joined(separator: "; ")),
    ]
    for case (let name, .some(let value)) in entries where !value.isEmpty {
      line("- **\(name):** " + value.markdown(startsLine: false, indent: "  "))
    }
    endBlock()
  }

  fileprivate mutating func signature(_ signature: Signature?) {
    guard let signature else { return }
    let lines = signature.authority + [signature.title, signature.name].compactMap { $0 }
    guard !lines.isEmpty else { return }
    endBlock()
    line(lines.joined(separator: "\n").markdown())
  }

  fileprivate mutating func recipients(_ recipients: [String]) {
    guard !recipients.isEmpty else { return }
    endBlock()
    line(MarkdownLabel.recipients)
    endBlock()
    for recipient in recipients { line("- " + recipient.markdown(indent: "  ")) }
  }

  fileprivate mutating func notes(_ notes: [Note]) {
    for note in notes where !note.content.isEmpty {
      endBlock()
      indent = "    "
      let texts = note.content.map { block in
        switch block {
        case .paragraph(let paragraph): paragraph.text.markdown(indent: indent)
        case .table(let table): table.plainText.markdown(indent: indent)
        }
      }
      outdentedLine("[^\(note.id)]: " + (texts.first ?? ""))
      for more in texts.dropFirst() {
        endBlock()
        line(more)
      }
      indent = ""
    }
  }
}
