internal import VietnameseLanguage
internal import VietnameseText

/// Finds the documents of the archive that citations name.
///
/// A citation names a document where number and symbol are the same and nothing else that it says speaks
/// against it: the type, the date, the body that issued it. Where it says neither date nor body, or several
/// documents would do, it stays open: none is guessed.
struct CitationResolver {
  let db: Database

  /// A document that may be cited.
  struct Document {
    var id: Int
    var typeCode: String?
    var date: (first: String, last: String)?
    /// The key of the body that issued it.
    var issuer: String
    /// The words of its letterhead and signature that may name the body.
    var words: Set<Substring>
    /// The first letters of these words, as abbreviations are made of them.
    var initials: [String]
  }

  /// What a citation says of the document, and when it was cited.
  struct Citation {
    var typeCode: String?
    var date: (first: String, last: String)?
    var issuer: String?
    /// The last day of the document that cites.
    var citedBy: String?
  }

  /// Decides anew over the citations of these codes whose id is greater than `id`.
  func resolve(_ codes: Set<String>, after id: Int = 0) throws(ArchiveError) {
    for code in codes.sorted() {
      let documents = try documents(of: code)
      let rows = try db.rows(
        """
        SELECT c.id, c.type_code, c.date, c.issuer, d.date_last, c.cited_document_id
        FROM citations c JOIN documents d ON d.id = c.document_id WHERE c.code_key = ? AND c.id > ?
        """, [.text(code), .integer(id)])
      for row in rows {
        let citation = Citation(
          typeCode: row[1].text, date: Self.days(row[2].text), issuer: row[3].text,
          citedBy: row[4].text)
        let cited = Self.cited(citation, code: code, among: documents)
        if cited != row[5].integer {
          try db.execute(
            "UPDATE citations SET cited_document_id = ? WHERE id = ?", [SQLValue(cited), row[0]])
        }
      }
    }
  }

  /// What decides whether a citation means a document.
  private static let traits = [
    "type_code", "date_edtf", "issuer", "superior", "place", "signed_for", "signed_as",
  ]

  /// Whether an earlier path has a copy of a document, so that no citation names another for it.
  func isLaterCopy(_ document: SQLValue) throws(ArchiveError) -> Bool {
    let isSame = Self.traits.map { "o.\($0) IS n.\($0)" }.joined(separator: " AND ")
    return try db.row(
      """
      SELECT 1 FROM documents n JOIN documents o ON o.code_key = n.code_key
      WHERE n.id = ? AND o.root || '/' || o.path < n.root || '/' || n.path AND \(isSame) LIMIT 1
      """, [document]) != nil
  }

  /// The documents of a code; of copies the one whose path is the first.
  private func documents(of code: String) throws(ArchiveError) -> [Document] {
    let traits = Self.traits.joined(separator: ", ")
    return try db.rows(
      """
      SELECT id, \(traits), min(root || '/' || path) AS place_of_first
      FROM documents WHERE code_key = ? GROUP BY \(traits) ORDER BY place_of_first
      """, [.text(code)]
    ).map { row in
      let names = (3...7).map { KeyWords.of(row[$0].text ?? "") }
      return Document(
        id: row[0].integer ?? 0, typeCode: row[1].text, date: Self.days(row[2].text),
        issuer: names[0].joined(separator: " "), words: Set(names.joined()),
        initials: names.map { String($0.compactMap(\.first)) })
    }
  }

  private static func days(_ edtf: String?) -> (first: String, last: String)? {
    guard let span = edtf.flatMap({ CalendarSpan(edtf: $0) }), let first = span.firstDay,
      let last = span.lastDay
    else { return nil }
    return (first, last)
  }

  /// The document that a citation names, or `nil`.
  static func cited(_ citation: Citation, code: String, among documents: [Document]) -> Int? {
    let fitting = documents.filter { fits(citation, code, $0) }
    guard let first = fitting.first else { return nil }
    // Copies of one document are the same document; others with the same code leave it open.
    let isOne = fitting.allSatisfy {
      $0.issuer == first.issuer && $0.date?.first == first.date?.first
        && $0.date?.last == first.date?.last
    }
    return isOne ? first.id : nil
  }

  private static func fits(_ citation: Citation, _ code: String, _ document: Document) -> Bool {
    if let type = citation.typeCode, let other = document.typeCode, type != other { return false }
    if let first = document.date?.first, let last = citation.citedBy, first > last { return false }
    var isSameDay = false
    if let date = citation.date, let other = document.date {
      guard date.first <= other.last, other.first <= date.last else { return false }
      isSameDay = date.first == date.last && other.first == other.last
    }
    guard let issuer = citation.issuer else {
      // The code of many bodies has the year in it, and no body has two of it.
      return isSameDay || hasYear(code)
    }
    // A citation names the body more shortly than the letterhead: every word that it has must be known. On the
    // same day a part of the body may stand in front of it.
    let known = issuer.split(whereSeparator: { !KeyWords.isPart($0) }).map {
      isKnown(String($0), of: document)
    }
    let rest = isSameDay ? known.drop { !$0 } : known[...]
    return !rest.isEmpty && rest.allSatisfy { $0 }
  }

  /// Whether a word stands in the letterhead or signature of a document, or abbreviates words of it.
  private static func isKnown(_ written: String, of document: Document) -> Bool {
    let word = SearchKey.of(written)
    return document.words.contains(word[...])
      || word.count > 1 && !written.contains(where: \.isLowercase)
        && document.initials.contains { $0.contains(word) }
  }

  private static func hasYear(_ code: String) -> Bool {
    let parts = code.split(separator: "/")
    return parts.dropFirst().contains { part in
      part.prefix { ("0"..."9").contains($0) }.count == 4
        && CalendarUnit.years.contains(Int(part.prefix(4)) ?? 0)
    }
  }
}
