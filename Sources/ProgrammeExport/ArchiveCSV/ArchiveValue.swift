internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// How what a document says is written in the fields of an archive's record.
enum ArchiveValue {
  /// The number of the type; a letter (công văn) has no type word but a number, `32` is any other.
  static func typeNumber(of metadata: Metadata, _ lexicon: Lexicon) -> String {
    if let type = metadata.type {
      return lexicon.documentType(named: type)?.archiveNumber ?? "32"
    }
    let isLetter = metadata.symbol != nil || !metadata.addressees.isEmpty
    let letter = isLetter ? lexicon.word(.letterType).flatMap(lexicon.documentType) : nil
    return letter?.archiveNumber ?? "32"
  }

  /// `26/06/2023`, or `nil` where day or month is missing: a record has no place for half a date.
  static func date(_ edtf: String) -> String? {
    let parts = edtf.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { $0 &- 0x30 < 10 } })
    else { return nil }
    return "\(parts[2])/\(parts[1])/\(parts[0])"
  }

  /// The issuers parted by `; `; the hyphen of one name (`PHÒNG VĂN HÓA - THÔNG TIN`) stays.
  static func bodies(_ issuer: String, _ lexicon: Lexicon) -> String {
    let pieces = issuer.split(separator: " - ", omittingEmptySubsequences: true)
    return pieces.dropFirst().reduce(pieces.first.map(String.init) ?? "") { names, piece in
      let isBody = FoldedText(String(piece)).opens(with: .bodyLines, in: lexicon)
      return names + (isBody ? "; " : " - ") + piece
    }
  }

  /// `03` for a document with a mark of security, `02` for one of limited circulation, otherwise `01`.
  static func mode(of programme: Programme, _ lexicon: Lexicon) -> String {
    if programme.metadata.security != nil { return "03" }
    let isLimited = programme.lines.contains { line in
      guard line.role == .mark else { return false }
      let text = FoldedText(line.text)
      return text.codes.indices.contains {
        text.end(of: [.circulation, .condition], in: lexicon, at: $0) != nil
      }
    }
    return isLimited ? "02" : "01"
  }

  /// The warnings in Vietnamese, those about the metadata first, each once.
  static func remarks(of programme: Programme) -> String {
    let warnings = programme.diagnostics.filter { $0.severity >= .warning }
    let ordered =
      warnings.filter { $0.code.hasPrefix("extract.") }
      + warnings.filter { !$0.code.hasPrefix("extract.") }
    var seen: Set<String> = []
    return ordered.map { $0.message(in: .vietnamese) }.filter { seen.insert($0).inserted }
      .joined(separator: "; ")
  }

  /// The bodies and campaigns named most often, as many whole names as fit.
  static func keywords(of programme: Programme, limit: Int) -> String {
    var counts: [String: (count: Int, place: Int)] = [:]
    for fact in programme.facts {
      guard case .organization(let name) = fact.value else {
        if case .campaign(let name) = fact.value { count(name.name, in: &counts) }
        continue
      }
      count(name.name, in: &counts)
    }
    let names = counts.sorted {
      ($1.value.count, $0.value.place) < ($0.value.count, $1.value.place)
    }
    var keywords = ""
    for (name, _) in names {
      let next = keywords.isEmpty ? name : keywords + "; " + name
      if next.unicodeScalars.count <= limit { keywords = next }
    }
    return keywords
  }

  private static func count(_ name: String, in counts: inout [String: (count: Int, place: Int)]) {
    let place = counts.count
    counts[name, default: (0, place)].count += 1
  }

  /// The text as far as it may be long, cut between words and closed by an ellipsis.
  static func cut(_ text: String, to limit: Int) -> String {
    guard text.unicodeScalars.count > limit else { return text }
    let head = String(text.unicodeScalars.prefix(limit - 1))
    let end = head.lastIndex(of: " ") ?? head.endIndex
    return String(head[..<end]) + "…"
  }
}

extension Programme {
  /// Every fact of the document in reading order: preamble, outline, closing, appendices.
  fileprivate var facts: [Fact] {
    var facts: [Fact] = []
    Programme.collect(preamble, outline, closing, into: &facts)
    for appendix in appendices {
      Programme.collect(appendix.preamble, appendix.outline, appendix.closing, into: &facts)
    }
    return facts
  }

  private static func collect(
    _ preamble: [Block], _ outline: [Node], _ closing: [Block], into facts: inout [Fact]
  ) {
    for block in preamble { facts += block.facts }
    // a stack of its own: nodes may be nested deeper than calls
    var waiting = Array(outline.reversed())
    while let node = waiting.popLast() {
      facts += node.facts
      for block in node.content { facts += block.facts }
      waiting += node.children.reversed()
    }
    for block in closing { facts += block.facts }
  }
}
