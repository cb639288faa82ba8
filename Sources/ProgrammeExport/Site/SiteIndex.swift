package import ProgrammeModel
internal import VietnameseText

/// The index of a site, made of the records of its pages.
///
/// ```swift
/// var index = SiteIndex(language: .vietnamese)
/// index.add(record, page: "2023/q4.html")
/// index.finish()
/// write(index.takePieces())
/// write(index.page(loading: "index_files/3f2a/"))
/// ```
///
/// The page has the lists as far as they are short; longer ones and what a search reads are pieces that it loads.
package struct SiteIndex {
  private let language: MessageLanguage
  private var search = SiteSearch()
  private var pieces: [SitePiece] = []
  private var lists = HTMLWriter()
  private var counts = SiteCounts()
  private var failures: [SiteRow] = []

  private var issuers = SiteList("issuers", .byIssuer)
  private var types = SiteList("types", .byType)
  private var years = SiteList("years", .byYear)
  private var reviews = SiteList("review", .needsReview, countsRows: true)
  private var deadlines = SiteList("due", .whatIsDue, countsRows: true)

  /// Starts an index that opens in a language.
  package init(language: MessageLanguage) {
    self.language = language
  }

  /// Adds a document; documents come in the order of their pages.
  package mutating func add(_ record: SiteRecord, page: String) {
    counts.documents += 1
    counts.tasks += record.entries.count { !$0.isTarget }
    counts.targets += record.entries.count(where: \.isTarget)
    let row = SiteRow(key: record.day, markup: HTMLWriter.row(of: record, page))
    let year = String(record.day.prefix(4))
    issuers.add(row, to: SearchKey.of(record.issuer), .name(record.issuer))
    types.add(row, to: SearchKey.of(record.type), .name(record.type))
    years.add(row, to: year, .name(year))
    if record.errors + record.warnings > 0 {
      counts.toReview += 1
      // Those with the most come first.
      let amount = record.errors + record.warnings
      let key = String(repeating: "0", count: max(0, 9 - "\(amount)".utf8.count)) + "\(amount)"
      let marked = SiteRow(key: key, markup: row.markup)
      if record.errors > 0 {
        reviews.add(marked, to: "1", .withErrors)
      } else {
        reviews.add(marked, to: "2", .withWarnings)
      }
    }
    for entry in record.entries where !entry.deadline.isEmpty {
      counts.due += 1
      let due = SiteRow(key: entry.day, markup: HTMLWriter.row(of: entry, in: record, page))
      let month = String(entry.day.prefix(7))
      deadlines.add(due, to: month, ReviewWord(date: month) ?? .withoutDay)
    }
    search.add(record, page: page, to: &pieces)
  }

  /// Adds a document that could not be converted.
  package mutating func addFailure(_ path: String, _ reason: String) {
    counts.failed += 1
    reviews.add(
      SiteRow(key: "", markup: HTMLWriter.failure(path, reason)), to: "0", .notConverted)
  }

  /// Ends the index: no document comes any more.
  package mutating func finish() {
    search.finish(&pieces)
    for list: WritableKeyPath<SiteIndex, SiteList> in [\.issuers, \.types] {
      self[keyPath: list].sort()
      // What has no name comes last.
      let groups = self[keyPath: list].groups
      self[keyPath: list].groups = groups.filter { !$0.key.isEmpty } + groups.filter(\.key.isEmpty)
    }
    years.sort(groupsFromLast: true)
    reviews.sort()
    deadlines.sort(groupsFromLast: true, rowsFromLast: false)
    for list in [reviews, deadlines, issuers, types, years] where !list.groups.isEmpty {
      list.write(to: &lists, &pieces)
    }
  }

  /// The pieces that were made since the last time.
  package mutating func takePieces() -> [SitePiece] {
    defer { pieces = [] }
    return pieces
  }

  /// The page, with the address of the folder that its pieces stand in.
  package func page(loading folder: String) -> [UInt8] {
    var page = HTMLWriter()
    page.indexHead(language, folder)
    page.counts(counts)
    page.raw("<div class=\"lists\">")
    page.append(lists)
    page.raw("</div></main><script>\(SitePage.script)</script></body></html>\n")
    return page.bytes
  }

  /// The pieces that tell pages their neighbours, by the addresses of the pieces; `pages` are all in their order.
  package static func neighbours(of pages: [String]) -> [(address: String, bytes: [UInt8])] {
    var rows: [String: [ScriptValue]] = [:]
    for (place, page) in pages.enumerated() {
      let before = place > 0 ? pages[place - 1] : ""
      let after = place + 1 < pages.count ? pages[place + 1] : ""
      rows[SitePlace(page: page).neighbours, default: []].append(
        .list([.text(page), .text(before), .text(after)]))
    }
    return rows.sorted { $0.key < $1.key }.map { address, rows in
      (address, SitePiece("next", .list(rows)).bytes)
    }
  }
}

/// What the index counts.
struct SiteCounts {
  var documents = 0
  var tasks = 0
  var targets = 0
  var due = 0
  var toReview = 0
  var failed = 0
}
