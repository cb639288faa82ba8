internal import ProgrammeModel

// What pages and index of a site have beyond a page that stands alone.

extension HTMLWriter {
  /// Writes the ways from a page to the index and to the pages before and after it.
  mutating func ways(from place: SitePlace) {
    open("nav", ["class": "site", "data-page": place.page, "data-root": place.root])
    open("a", ["href": place.root + SitePlace.index])
    word(.index)
    raw("</a><a id=\"previous\" rel=\"prev\" hidden>‹ ")
    word(.previousPage)
    raw("</a><a id=\"next\" rel=\"next\" hidden>")
    word(.nextPage)
    raw(" ›</a></nav>")
  }

  /// Writes the head of the index, to where its lists begin.
  mutating func indexHead(_ language: MessageLanguage, _ folder: String) {
    let policy =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
      + "script-src 'sha256-\(SitePage.scriptDigest)' \(SitePage.besidePolicy)"
    raw("<!DOCTYPE html>\n")
    open("html", ["lang": "vi", "data-language": language.rawValue, "data-pieces": folder])
    raw("<head><meta charset=\"utf-8\">")
    open("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
    raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    raw("<meta name=\"color-scheme\" content=\"light dark\">")
    element("title", [:], ReviewWord.listOfDocuments.vietnamese)
    raw("<style>\(ReviewPage.style)\(SitePage.style)</style></head><body class=\"index\">")
    raw("<a class=\"skip\" href=\"#main\">")
    word(.skipToContent)
    raw("</a><header class=\"banner\"><div class=\"name\"><h1>")
    word(.listOfDocuments)
    raw("</h1></div><button type=\"button\" id=\"language\">")
    word(.otherLanguage)
    raw("</button><form class=\"find\" role=\"search\"><label for=\"find\">")
    word(.findInSite)
    raw("</label><span class=\"field\">")
    raw("<input id=\"find\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\">")
    raw("</span></form></header><main id=\"main\" tabindex=\"-1\">")
    raw("<noscript><p class=\"plain\">")
    word(.needsScript)
    raw("</p></noscript><section id=\"search\" aria-labelledby=\"found-title\" hidden>")
    raw("<h2 id=\"found-title\">")
    word(.found)
    raw(" <output id=\"found\" for=\"find\" aria-live=\"polite\" class=\"count\"></output></h2>")
    for (id, name) in [
      ("no-hits", ReviewWord.noHits), ("type-on", .typeOn), ("left-out", .leftOut),
      ("unread", .unreadPieces),
    ] {
      raw("<p class=\"hint\" id=\"\(id)\" hidden>")
      word(name)
      raw(" <span></span></p>")
    }
    raw("<ol id=\"hits\"></ol><button type=\"button\" id=\"more\" hidden>")
    word(.more)
    raw("</button></section>")
  }

  /// Writes what there is of everything, each amount leading to its list.
  mutating func counts(_ counts: SiteCounts) {
    raw("<section class=\"counts\" aria-labelledby=\"counts\"><h2 id=\"counts\" class=\"unseen\">")
    word(.overview)
    raw("</h2><dl>")
    let amounts: [(ReviewWord, Int, String)] = [
      (.documents, counts.documents, "issuers"), (.tasks, counts.tasks, ""),
      (.targets, counts.targets, ""), (.withDeadline, counts.due, "due"),
      (.needsReview, counts.toReview, "review"), (.notConverted, counts.failed, "review"),
    ]
    for (name, amount, list) in amounts where amount > 0 || list.isEmpty || name == .documents {
      raw("<div><dt>")
      word(name)
      raw("</dt><dd>")
      if !list.isEmpty && amount > 0 { raw("<a href=\"#\(list)\">") }
      word(ReviewWord(amount: amount))
      if !list.isEmpty && amount > 0 { raw("</a>") }
      raw("</dd></div>")
    }
    raw("</dl></section>")
  }

  /// The row of a document in a list.
  static func row(of record: SiteRecord, _ page: String) -> [UInt8] {
    var row = HTMLWriter()
    row.raw("<li>")
    row.element("a", ["href": page], SiteSearch.cut(record.title))
    row.raw("<span class=\"about\">")
    let parts = [record.number, record.issuer].filter { !$0.isEmpty }
    for part in parts { row.element("span", [:], SiteSearch.cut(part)) }
    if !record.date.isEmpty {
      row.raw("<span>")
      if let date = ReviewWord(date: record.date) { row.text(date) } else { row.text(record.date) }
      row.raw("</span>")
    }
    for (name, count, kind) in [
      (ReviewWord.errors, record.errors, "error"), (.warnings, record.warnings, "warning"),
    ] where count > 0 {
      row.raw("<span class=\"\(kind)\">\(count) ")
      row.word(name)
      row.raw("</span>")
    }
    row.raw("</span></li>")
    return row.bytes
  }

  /// The row of an entry among what is due.
  static func row(of entry: SiteRecord.Entry, in record: SiteRecord, _ page: String) -> [UInt8] {
    var row = HTMLWriter()
    row.raw("<li>")
    if let day = ReviewWord(date: entry.day) {
      row.element("time", ["datetime": entry.day], day.vietnamese)
    }
    row.element("a", ["href": "\(page)#\(entry.anchor)"], SiteSearch.cut(entry.text, after: 300))
    row.raw("<span class=\"about\">")
    let name = record.number.isEmpty ? record.title : record.number
    for part in [entry.deadline, entry.lead, name] where !part.isEmpty {
      row.element("span", [:], SiteSearch.cut(part, after: 120))
    }
    row.raw("</span></li>")
    return row.bytes
  }

  /// The row of a document that could not be converted.
  static func failure(_ path: String, _ reason: String) -> [UInt8] {
    var row = HTMLWriter()
    row.raw("<li>")
    row.element("b", [:], SiteSearch.cut(path))
    row.raw("<span class=\"about\">")
    row.element("span", ["class": "error"], SiteSearch.cut(reason))
    row.raw("</span></li>")
    return row.bytes
  }
}

extension ReviewWord {
  /// A name of a document's, or what stands for it where it has none.
  static func name(_ name: String) -> ReviewWord {
    name.isEmpty ? .notStated : ReviewWord(name, name)
  }

  /// An amount with a sign between thousands.
  init(amount: Int) {
    let digits = String(amount)
    let groups = digits.enumerated().map { place, digit in
      (place > 0 && (digits.count - place) % 3 == 0 ? "." : "") + String(digit)
    }
    let text = groups.joined()
    self.init(text, text.map { $0 == "." ? "," : String($0) }.joined())
  }
}
