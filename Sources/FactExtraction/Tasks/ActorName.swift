internal import VietnameseLanguage
internal import VietnameseText

/// One name of those who act, while it is read token by token.
struct ActorName {
  /// How far a name is read.
  enum State {
    /// It needs the rest: `Trung tâm Kiểm soát`.
    case open
    /// It is a name: `Sở Nội vụ`, `Công an tỉnh`.
    case complete
    /// Words stand behind it that nothing follows: `các sở, ngành liên quan`.
    case closed
  }

  /// Its first token.
  var start: Int

  /// The token behind what was read.
  var end: Int

  /// How far it is read.
  var state: State

  /// Whether it is a group that goes on with its like: `các sở, ban, ngành`.
  var isGroup: Bool

  /// Whether a verb may tell which is meant, as `kinh doanh vận tải` does of `các doanh nghiệp`.
  var isDescribed = false

  /// Whether whose it is was told: `lực lượng của Công an, Hải quan`.
  var hasOwner = false

  /// Where words begin that the vocabulary does not have, behind the last that it has.
  var unknown: Int?

  /// Where the name ends that is told again behind a dash: `Sở Nội vụ - cơ quan thường trực Ban Chỉ đạo`.
  var ownEnd: Int?

  /// Where it stands.
  let use: ActorUse

  /// No list of names is longer.
  static let mostTokens = 160

  /// What follows a separator: the same name goes on, or another begins.
  enum Next {
    case goesOn(Int)
    case begins(ActorName)
    /// Behind `hoặc`: one of two acts, which is one entry of the list.
    case alternative(ActorName)
  }

  private init(_ start: Int, _ end: Int, _ state: State, isGroup: Bool = false, use: ActorUse) {
    self.start = start
    self.end = end
    self.state = state
    self.isGroup = isGroup
    self.use = use
  }

  /// A name that begins with a word that the vocabulary does not have.
  init(unknown index: Int, use: ActorUse) {
    self.start = index
    self.end = index + 1
    self.state = .open
    self.isGroup = false
    self.use = use
  }

  // MARK: How names begin

  /// The name that begins at a token, or `nil`.
  init?(at index: Int, in text: borrowing TokenisedText, as use: ActorUse) {
    guard text[index].kind == .word,
      let name = ActorName.group(index, text, use) ?? ActorName.officer(index, text, use)
        ?? ActorName.body(index, text, use) ?? ActorName.shortForm(index, text, use)
        ?? ActorName.plainNoun(index, text, use)
    else { return nil }
    self = name
  }

  /// `các sở`, `mỗi cơ quan`, `tất cả các đơn vị`.
  private static func group(_ index: Int, _ text: TokenisedText, _ use: ActorUse) -> ActorName? {
    guard let many = text.phrase(at: index, meaning: .many), let end = noun(many.end, text) else {
      return nil
    }
    var name = ActorName(index, end, .open, isGroup: true, use: use)
    name.isDescribed = text.phrase(at: many.end, meaning: .described) != nil
    return name
  }

  /// Where the noun ends that names those who act, or `nil` where a longer word of another kind stands.
  private static func noun(_ index: Int, _ text: TokenisedText) -> Int? {
    text.actorNoun(
      at: index, meaning: [.actor, .officer, .body, .office, .generic, .place, .numbered])
  }

  /// `Chủ tịch UBND tỉnh`, `Thủ trưởng các sở`.
  private static func officer(_ index: Int, _ text: TokenisedText, _ use: ActorUse) -> ActorName? {
    guard let officer = text.phrase(at: index, meaning: .officer),
      text[index].isCapital || use != .subject,
      officer.end >= text.phrase(at: index, meaning: .hiding)?.end ?? 0
    else { return nil }
    if use == .subject, isVerb(index, officer.end, text),
      !text.hasDuty(behind: officer.end, or: .obliges)
    {
      return nil
    }
    return ActorName(index, officer.end, .open, use: use)
  }

  /// A name that the vocabulary of bodies reads.
  private static func body(_ index: Int, _ text: TokenisedText, _ use: ActorUse) -> ActorName? {
    guard let body = BodyRecogniser.body(at: index, in: text) else { return nil }
    let state: State = text.isCompleteName(index..<body.end) ? .complete : .open
    var end = body.end
    if state == .open, end == body.kindEnd + 1 { end = text.afterSecondSyllable(end) }
    return ActorName(index, end, state, use: use)
  }

  /// `VCCI`, `HĐND`, `BHXH tỉnh`; not `CSDL`, no word of a line in capitals, no `VIỆC`: short forms have no
  /// accents.
  private static func shortForm(
    _ index: Int, _ text: TokenisedText, _ use: ActorUse
  ) -> ActorName? {
    let token = text[index]
    let letters = text.folded.codes[Int(token.start)..<Int(token.end)]
    guard token.isUppercase, token.length >= 2, token.length <= 8,
      letters.allSatisfy({ $0 < Code.firstLetter || $0 == Code.letter("đ") }),
      text.phrase(at: index, meaning: [.notBody, .documentType, .abbreviation]) == nil,
      !text[index - 1].isUppercase, !text[index + 1].isUppercase,
      !text[index + 1].isSlash, !text[index - 1].isSlash, text.roman(at: index) == nil
    else { return nil }
    return ActorName(index, index + 1, .complete, use: use)
  }

  /// `Nhà đầu tư`, `Trung tâm Kiểm soát bệnh tật`, `đơn vị chức năng`.
  private static func plainNoun(
    _ index: Int, _ text: TokenisedText, _ use: ActorUse
  ) -> ActorName? {
    guard let noun = text.phrase(at: index, meaning: [.actor, .office, .body, .generic]),
      noun.end >= text.phrase(at: index, meaning: .hiding)?.end ?? 0
    else { return nil }
    if text[index].isCapital {
      // Tổ chức Lễ phát động …: a word that may be a verb is one, unless its duty is told.
      if use == .subject, isVerb(index, noun.end, text), !text.hasDuty(behind: noun.end) {
        return nil
      }
      // A syllable alone is a name only with what follows: `Ban Quản lý`, `Tổ giúp việc`.
      if noun.end == index + 1, !noun.meaning.contains(.actor), !text[noun.end].isCapital,
        !text.means(noun.end, [.place, .numbered, .many]),
        text.phrase(at: noun.end, meaning: [.chairs, .duty, .cooperates]) == nil, use != .cell
      {
        return nil
      }
      // Bộ, ngành, địa phương: a group whose first word has the capital of the sentence.
      let isGroup =
        text[noun.end].isComma && !text[noun.end + 1].isCapital && noun.end < index + 3
        && text.phrase(at: noun.end + 1, meaning: .actor) != nil
      return ActorName(index, noun.end, .open, isGroup: isGroup, use: use)
    }
    // phòng Tài chính, khoa Nội: a noun before the name of a field, though it may be a verb elsewhere.
    let isNamed = text[noun.end].isCapital && !text[noun.end].isUppercase
    let verb = text.phrase(at: index, meaning: [.verb, .continuing, .predicate])?.end ?? 0
    guard use != .subject, noun.meaning.contains(.actor), isNamed || noun.end > verb
    else { return nil }
    return ActorName(index, noun.end, .open, isGroup: !isNamed, use: use)
  }

  /// Whether the words up to the end may be a verb as well: `tổ chức`, `lãnh đạo`.
  private static func isVerb(_ index: Int, _ end: Int, _ text: TokenisedText) -> Bool {
    text.phrase(at: index, meaning: [.verb, .continuing, .predicate]).map { $0.end >= end } ?? false
  }
}

extension TokenisedText {
  /// Where the noun ends that names those who act, or `nil` where a longer word of another kind stands.
  func actorNoun(at index: Int, meaning: Meaning) -> Int? {
    guard let noun = phrase(at: index, meaning: meaning) else { return nil }
    let longest = phrase(at: index, meaning: .hiding) ?? noun
    if noun.end >= longest.end { return noun.end }
    // `đơn vị sự nghiệp` is a kind of `đơn vị`; `bộ tiêu chí` is no kind of `bộ`.
    return noun.end > index + 1 && !longest.meaning.isDisjoint(with: [.noun, .listed])
      ? longest.end : nil
  }
}
