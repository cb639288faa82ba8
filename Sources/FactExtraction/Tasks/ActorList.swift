internal import VietnameseLanguage
internal import VietnameseText

/// The names of those who act, one after the other, in the tokens of a text.
struct ActorList: Equatable {
  /// The tokens of each name.
  var names: [Range<Int>]

  /// The token behind the last name.
  var end: Int
}

/// Where a list of names stands, which decides what may open a name and what ends it.
enum ActorUse {
  /// At the beginning of a clause, where a verb may stand as well.
  case subject
  /// Behind a word that names of bodies follow, such as `giao` or `phối hợp với`.
  case object
  /// In a cell or behind the label of a field line, where nothing but names is expected.
  case cell
}

extension TokenisedText {
  /// The names of those who act that begin at a token, or `nil` where none does.
  ///
  /// A name that is complete ends where what follows it is no part of names: a verb, known or not, an
  /// adverb, a preposition. A name that is not complete, and a group without a name, goes on until a
  /// word that a predicate begins with.
  ///
  /// ```text
  /// UBND cấp xã | bố trí kinh phí
  /// Sở Nội vụ | kính trình                   a complete name: any other word ends it
  /// các sở, ngành liên quan | giải đáp       "liên quan" completes a group
  /// Báo và Phát thanh, Truyền hình tỉnh | chủ trì
  /// ```
  ///
  /// With `isStrict`, a group ends at the first word that the vocabulary does not have.
  func actors(
    at start: Int, until limit: Int, as use: ActorUse, isStrict: Bool = false
  ) -> ActorList? {
    guard var name = ActorName(at: start, in: self, as: use) else { return nil }
    var names: [Range<Int>] = []
    while name.end < limit, name.end - start < ActorName.mostTokens {
      if name.extend(in: self, until: limit, isStrict: isStrict) { continue }
      guard let next = name.next(in: self, until: limit) else { break }
      switch next {
      case .goesOn(let end): name.goOn(to: end, in: self)
      case .alternative(var other):
        other.start = name.start
        name = other
      case .begins(let other):
        names.append(name.tokens(in: self))
        name = other
      }
    }
    names.append(name.tokens(in: self))
    return ActorList(names: names, end: min(name.end, limit))
  }

  /// The phrase with the meaning that ends before a token, of at most four words, or `nil`.
  func phrase(before index: Int, meaning: Meaning) -> Int? {
    (max(0, index - 4)..<max(0, index)).first {
      phrase(at: $0, meaning: meaning)?.end == index
    }
  }

  /// The token behind a number of marks, such as the dash that opens a line.
  func afterMarks(_ start: Int, until end: Int) -> Int {
    var index = start
    while index < end, self[index].kind == .mark { index += 1 }
    return index
  }
}
