/// Prepares a page for libxml2's parser.
enum HTMLMarkup {
  /// The page without what Word writes between `<![` and `>` for browsers that know its conditions.
  ///
  /// HTML takes it as a comment, libxml2 as text. What stands between `<![if …]>` and `<![endif]>` stays.
  static func withoutConditions(_ page: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(page.count)
    var index = 0
    while index < page.count {
      guard page[index] == UInt8(ascii: "<"), index + 2 < page.count,
        page[index + 1] == UInt8(ascii: "!")
      else {
        kept.append(page[index])
        index += 1
        continue
      }
      let end: Int
      let isComment = page[(index + 2)...].starts(with: Array("--".utf8))
      if isComment {
        end = self.end(of: page, from: index + 4)
      } else {
        end = (page[index...].firstIndex(of: UInt8(ascii: ">")) ?? page.count - 1) + 1
      }
      if isComment || page[index + 2] != UInt8(ascii: "[") { kept += page[index..<end] }
      index = end
    }
    return kept
  }

  /// Where a comment ends; one that has no end goes to the end of the page.
  private static func end(of page: [UInt8], from start: Int) -> Int {
    var index = start
    while index + 2 < page.count {
      if page[index] == UInt8(ascii: "-"), page[index + 1] == UInt8(ascii: "-"),
        page[index + 2] == UInt8(ascii: ">")
      {
        return index + 3
      }
      index += 1
    }
    return page.count
  }

  /// How many end tags a page has: each costs a look at all elements that are open.
  static func endTagCount(of page: [UInt8]) -> Int {
    var count = 0
    for index in page.indices.dropLast()
    where page[index] == UInt8(ascii: "<") && page[index + 1] == UInt8(ascii: "/") {
      count += 1
    }
    return count
  }
}
