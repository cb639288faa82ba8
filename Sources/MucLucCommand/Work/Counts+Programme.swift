internal import MucLuc
internal import ProgrammeModel
internal import VietnameseText

extension Counts {
  /// Counts what a conversion holds.
  init(of conversion: Conversion) {
    self.init()
    let programme = conversion.programme
    bytes = programme.source.byteCount
    paragraphs = programme.source.paragraphCount
    sourceCharacters = programme.coverage.sourceCharacters
    placedCharacters = programme.coverage.placedCharacters
    unreadCharacters = programme.coverage.unread.reduce(0) { $0 + $1.count }
    count(programme.preamble)
    count(programme.outline)
    count(programme.closing)
    for appendix in programme.appendices {
      count(appendix.preamble)
      count(appendix.outline)
      count(appendix.closing)
    }
    for note in programme.notes { count(note.content) }
    countLegacyCharacters(conversion)
  }

  private mutating func count(_ list: [Node]) {
    for node in list {
      nodes += 1
      facts += node.facts.count
      count(node.content)
      count(node.children)
    }
  }

  private mutating func count(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        facts += paragraph.facts.count
        tasks += paragraph.tasks.count
      case .table(let table):
        facts += table.facts.count
        tasks += table.tasks.count
      }
    }
  }

  private mutating func countLegacyCharacters(_ conversion: Conversion) {
    if case .legacy = conversion.text.document.encoding {
      legacyCharacters = sourceCharacters
      return
    }
    for change in conversion.text.changes where Self.isLegacy(change.rule) {
      legacyCharacters += change.after.visibleCharacterCount
    }
    legacyCharacters = min(legacyCharacters, sourceCharacters)
  }

  /// Whether a rule of normalising decodes a legacy encoding: `tcvn3`, or `tcvn3-capitals`.
  private static func isLegacy(_ rule: String) -> Bool {
    LegacyEncoding.allCases.contains { rule == $0.rawValue || rule.hasPrefix($0.rawValue + "-") }
  }
}
