internal import ProgrammeModel
internal import VietnameseText

/// A list of the index, in groups that open: the documents of an issuer, what is due in a month.
struct SiteList {
  /// What it is called in addresses and pieces.
  var name: String
  /// Its heading.
  var heading: ReviewWord
  /// Whether the number behind the heading is that of the rows; otherwise it is that of the groups.
  var countsRows: Bool
  /// Its groups, in the order in which they are shown.
  var groups: [SiteGroup] = []
  /// The place of every group by its key.
  private var places: [String: Int] = [:]

  /// Makes an empty list.
  init(_ name: String, _ heading: ReviewWord, countsRows: Bool = false) {
    self.name = name
    self.heading = heading
    self.countsRows = countsRows
  }

  /// Adds a row to the group of a key, which is made where it is not there yet.
  mutating func add(_ row: SiteRow, to key: String, _ title: @autoclosure () -> ReviewWord) {
    let place = places[key] ?? groups.count
    if place == groups.count {
      places[key] = place
      groups.append(SiteGroup(key: key, title: title()))
    }
    groups[place].rows.append(row)
  }

  /// Sorts groups by their keys and rows by theirs, both from the last to the first where that is asked for.
  mutating func sort(groupsFromLast: Bool = false, rowsFromLast: Bool = true) {
    groups.sort { groupsFromLast ? $0.key > $1.key : $0.key < $1.key }
    for index in groups.indices {
      let rows = groups[index].rows.enumerated().sorted { one, other in
        if one.element.key == other.element.key { return one.offset < other.offset }
        return rowsFromLast
          ? one.element.key > other.element.key : one.element.key < other.element.key
      }
      groups[index].rows = rows.map(\.element)
    }
    places = [:]
  }
}

/// A group of a list.
struct SiteGroup {
  /// What it is sorted by.
  var key: String
  /// What is read over it.
  var title: ReviewWord
  /// Its rows.
  var rows: [SiteRow] = []
}

/// A row of a list.
struct SiteRow {
  /// What it is sorted by.
  var key: String
  /// Its markup.
  var markup: [UInt8]
}

extension SiteList {
  /// How many bytes of rows a list has in the index itself; the groups beyond are pieces that are loaded when they are
  /// opened.
  private static let mostBytes = 100_000

  /// How many bytes of rows a piece has before another one begins.
  private static let pieceSize = 48_000

  /// Writes the list; pieces of its rows are added to `pieces`.
  func write(to page: inout HTMLWriter, _ pieces: inout [SitePiece]) {
    page.raw("<section class=\"list\" id=\"\(name)\" aria-labelledby=\"\(name)-title\">")
    page.raw("<h2 id=\"\(name)-title\">")
    page.word(heading)
    page.raw(" <span class=\"count\">")
    let rowCount = groups.reduce(0) { $0 + $1.rows.count }
    page.word(ReviewWord(amount: countsRows ? rowCount : groups.count))
    page.raw("</span></h2><div class=\"groups\">")
    var rest = Self.mostBytes
    for (place, group) in groups.enumerated() {
      let size = group.rows.reduce(0) { $0 + $1.markup.count }
      let isInside = size <= rest
      if isInside { rest -= size }
      let parts = isInside ? [] : add(group, "\(name)-\(place)", &pieces)
      page.open(
        "details",
        [
          "data-pieces": isInside ? nil : parts.joined(separator: " "),
          "open": isInside && groups.count == 1 ? "" : nil,
        ])
      page.raw("<summary>")
      page.text(group.title)
      page.raw(" <span class=\"count\">\(group.rows.count)</span></summary><ul>")
      if isInside { for row in group.rows { page.append(row.markup) } }
      page.raw("</ul></details>")
    }
    page.raw("</div></section>")
  }

  /// The names of the pieces that the rows of a group are put into.
  private func add(_ group: SiteGroup, _ name: String, _ pieces: inout [SitePiece]) -> [String] {
    var names: [String] = []
    var markup: [UInt8] = []
    for (place, row) in group.rows.enumerated() {
      markup += row.markup
      guard markup.count > Self.pieceSize || place == group.rows.count - 1 else { continue }
      names.append("\(name)-\(names.count)")
      pieces.append(SitePiece(names[names.count - 1], .bytes(markup)))
      markup = []
    }
    return names
  }
}
