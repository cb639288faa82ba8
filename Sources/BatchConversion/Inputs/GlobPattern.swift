/// A pattern of paths, as in `.gitignore`: `*`, `?`, `[a-z]`, and `**` for any folders.
///
/// ```swift
/// GlobPattern("*.docx")?.matches("2023/q4.docx")          // true: no slash, so the name is meant
/// GlobPattern("2023/*.docx")?.matches("2023/a/q4.docx")   // false: * stays within a folder
/// GlobPattern("2023/**/*.docx")?.matches("2023/q4.docx")  // true
/// GlobPattern("nháp/")?.matches("2023/nháp/a.txt")         // true: everything in folders of that name
/// ```
package struct GlobPattern: Sendable {
  private enum Piece: Hashable, Sendable {
    case scalar(Unicode.Scalar)
    case anyScalar
    case anyRun
    case anyFolders
    case oneOf(ranges: [ClosedRange<Unicode.Scalar>], negated: Bool)
  }

  private var pieces: [Piece] = []

  /// Makes a pattern, or returns `nil` where it is empty or a `[` is not closed.
  package init?(_ text: String) {
    guard !text.isEmpty else { return nil }
    var text = text
    if text.hasSuffix("/") { text += "**" }
    // Without a slash a pattern speaks of names, at any depth.
    let isPlain = !text.dropLast(text.hasSuffix("/**") ? 3 : 0).contains("/")
    if text.hasPrefix("/") { text.removeFirst() } else if isPlain { text = "**/" + text }
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case "?": pieces.append(.anyScalar)
      case "*": pieces.append(Self.star(&rest))
      case "[":
        guard let set = Self.set(&rest) else { return nil }
        pieces.append(set)
      case "\\": pieces.append(.scalar(rest.popFirst() ?? "\\"))
      default: pieces.append(.scalar(scalar))
      }
    }
  }

  private static func star(_ rest: inout Substring.UnicodeScalarView) -> Piece {
    guard rest.first == "*" else { return .anyRun }
    while rest.first == "*" { rest.removeFirst() }
    if rest.first == "/" { rest.removeFirst() }
    return .anyFolders
  }

  private static func set(_ rest: inout Substring.UnicodeScalarView) -> Piece? {
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    let isNegated = rest.first == "!" || rest.first == "^"
    if isNegated { rest.removeFirst() }
    while let first = rest.popFirst() {
      if first == "]" && !ranges.isEmpty { return .oneOf(ranges: ranges, negated: isNegated) }
      var last = first
      let next = rest.index(rest.startIndex, offsetBy: 1, limitedBy: rest.endIndex)
      if rest.first == "-", let next, next < rest.endIndex, rest[next] != "]" {
        rest.removeFirst()
        last = rest.removeFirst()
      }
      ranges.append(min(first, last)...max(first, last))
    }
    return nil
  }

  /// Whether the pattern means this path, relative to the folder that was named.
  func matches(_ path: String) -> Bool {
    // A set of places in the pattern runs along the path, so that time grows with the product of both
    // and never more (no backtracking).
    var places = Set([0])
    close(&places)
    var isStart = true
    for scalar in path.unicodeScalars {
      var following = Set<Int>()
      for place in places where place < pieces.count {
        switch pieces[place] {
        case .scalar(let own): if own == scalar { following.insert(place + 1) }
        case .anyScalar: if scalar != "/" { following.insert(place + 1) }
        case .anyRun: if scalar != "/" { following.insert(place) }
        case .anyFolders: following.insert(place)
        case .oneOf(let ranges, let isNegated):
          if scalar != "/", ranges.contains(where: { $0.contains(scalar) }) != isNegated {
            following.insert(place + 1)
          }
        }
      }
      places = following
      isStart = scalar == "/"
      close(&places, atStart: isStart)
      if places.isEmpty { return false }
    }
    return places.contains { $0 == pieces.count || isTrailing($0) }
  }

  /// Whether nothing but `**` is left at a place.
  private func isTrailing(_ place: Int) -> Bool {
    place == pieces.count - 1 && pieces[place] == .anyFolders
  }

  /// Adds the places that are reached without a letter.
  private func close(_ places: inout Set<Int>, atStart: Bool = true) {
    var open = Array(places)
    while let place = open.popLast() {
      guard place < pieces.count else { continue }
      let mayPass = pieces[place] == .anyRun || (pieces[place] == .anyFolders && atStart)
      if mayPass, places.insert(place + 1).inserted { open.append(place + 1) }
    }
  }
}
