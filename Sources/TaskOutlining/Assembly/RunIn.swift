internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Telling a heading that runs into its text from a sentence that holds a colon.
///
/// ```text
/// 1. Công tác dân vận: Tiếp tục quán triệt …     a heading and its text
/// 2. Phối hợp thực hiện các nội dung: tuyên …    a sentence: it opens with a verb
/// + Cấp huyện: 01 cuộc.                          an item: a number follows
/// 3. Giám đốc các Sở: Nội vụ, Tư pháp lo …       an item: the bodies are counted up behind the colon
/// ```
enum RunIn {
  /// The most words of such a heading (documents.md 3.4).
  private static let mostWords = 12

  /// The most words of one that says what it is about (*Đối với việc …*), that names those who are to act, or
  /// behind which a sentence of its own stands.
  private static let mostWordsAbout = 24
  private static let mostWordsOfActors = 40

  /// Where the heading ends and its text starts, in scalars, or `nil` where there is none.
  ///
  /// `text` is the text behind the marker, folded as far as a heading can reach, `boldPrefix` the number
  /// of scalars at its start that are bold, `isBoldWanted` whether bold alone tells, `hasChildren` whether nodes stand below it, `isIntroduction`
  /// whether it ends in a colon and introduces what stands below.
  static func split(
    _ text: FoldedText, boldPrefix: Int, isBoldWanted: Bool = false, hasChildren: Bool,
    isIntroduction: Bool, in lexicon: Lexicon
  ) -> (titleEnd: Int, textStart: Int)? {
    guard text.codes.contains(UInt8(ascii: ":")),
      let (colon, words) = colon(in: text, mostWords: mostWordsOfActors)
    else { return nil }
    let start = text.skippingBlanks(colon + 1)
    guard start < text.count, start > colon + 1 || Code.isLetter(text.codes[start]) else {
      return nil
    }
    var end = colon
    while end > 0, Code.isSpace(text.codes[end - 1]) { end -= 1 }
    guard end > 0 else { return nil }
    let isBold = boldPrefix > 0 && boldPrefix >= end && boldPrefix <= start + 1
    if isBold || text.end(of: fieldLabels, in: lexicon) == end { return (end, start) }
    if isBoldWanted { return nil }
    guard words <= mostWords || text.capitals[start] && words <= mostWordsOf(text, start, lexicon)
    else { return nil }
    guard
      Code.isLetter(text.codes[start]) || text.codes[start] == Code.openingQuote
        || text.codes[start] == UInt8(ascii: "\"")
    else { return nil }
    if announces(text, end, start, in: lexicon) { return nil }
    // A line that ends in another colon is a heading, unless a sentence stands between the two.
    if isIntroduction, text.end(of: .sentenceVerb, in: lexicon, at: start) == nil,
      !namesActor(text, start, in: lexicon)
    {
      return nil
    }
    // A verb alone names a topic: «Yêu cầu: …».
    if let verb = text.end(of: .sentenceVerb, in: lexicon), verb < end {
      // A verb opens a sentence, unless a sentence of its own follows: where nodes stand below, or where
      // it says who is to act.
      let isSentence =
        text.capitals[start]
        && (hasChildren || namesActor(text, start, in: lexicon)
          || (opensReport(text, start, in: lexicon)
            || text.end(of: .sentenceVerb, in: lexicon, at: start) != nil)
            && !countsUp(text, end, in: lexicon))
      return isSentence ? (end, start) : nil
    }
    return (end, start)
  }

  /// The most words a heading may have when a sentence with a capital follows its colon.
  private static func mostWordsOf(_ text: FoldedText, _ start: Int, _ lexicon: Lexicon) -> Int {
    if text.opens(with: .aboutWhat, in: lexicon) { return mostWordsAbout }
    // Those who are to act, and no word of what they do: names have their verbs in capitals (`Ban Chỉ đạo`).
    if namesActor(text, 0, in: lexicon) {
      let hasVerb = (1..<start).contains {
        !text.capitals[$0] && text.isWordBoundary($0)
          && text.end(of: .sentenceVerb, in: lexicon, at: $0) != nil
      }
      return hasVerb ? mostWords : mostWordsOfActors
    }
    let isSentence =
      text.end(of: .sentenceVerb, in: lexicon, at: start) != nil
      || opensReport(text, start, in: lexicon)
    return isSentence ? mostWordsAbout : mostWords
  }

  /// Whether the words before the colon count up what follows: `Mở 03 lớp: …`, `Tổ chức các hoạt động: …`.
  private static func countsUp(_ text: FoldedText, _ end: Int, in lexicon: Lexicon) -> Bool {
    if text.codes[..<end].contains(where: Code.isDigit) { return true }
    return (max(0, end - 20)..<end).contains {
      text.isWordBoundary($0) && text.end(of: .many, in: lexicon, at: $0) != nil
    }
  }

  /// Whether words at a scalar tell what was done, or when: `Ngày 25/9 …`, `Đã mở …`.
  private static func opensReport(
    _ text: FoldedText, _ start: Int, in lexicon: Lexicon
  ) -> Bool {
    text.end(of: [.day, .month, .year, .reportOpening], in: lexicon, at: start) != nil
  }

  /// Whether a line of one label says one thing of the task above it: `Đơn vị chủ trì: Sở Nội vụ`.
  static func isFieldLine(_ node: Node, in lexicon: Lexicon) -> Bool {
    guard node.children.isEmpty else { return false }
    if let title = node.title {
      guard node.kind == .runin else { return false }
      let text = FoldedText(title)
      return text.end(of: fieldLabels, in: lexicon) == text.count
    }
    guard node.content.count == 1, case .paragraph(let paragraph) = node.content[0] else {
      return false
    }
    var text = FoldedText()
    text.fold(paragraph.text, limit: 60)
    guard let end = text.end(of: fieldLabels, in: lexicon) else { return false }
    let colon = text.skippingBlanks(end)
    return colon < text.count && text.codes[colon] == UInt8(ascii: ":")
  }

  private static var fieldLabels: Meaning {
    [.fieldLead, .fieldCooperating, .fieldTime, .fieldProduct, .fieldOther]
  }

  /// Whether words at a scalar name somebody who is to act: a body, a person by office, `Giao …`.
  private static func namesActor(
    _ text: FoldedText, _ start: Int, in lexicon: Lexicon
  ) -> Bool {
    text.end(of: [.body, .office, .generic, .officer, .many, .assigns], in: lexicon, at: start)
      .map { $0 >= text.end(of: .verb, in: lexicon, at: start) ?? 0 } ?? false
  }

  /// Whether fields of bodies are counted up at a scalar: `Nội vụ, Tư pháp`.
  private static func listsFields(_ text: FoldedText, _ start: Int, in lexicon: Lexicon) -> Bool {
    guard let field = text.end(of: .field, in: lexicon, at: start), field < text.count,
      text.codes[field] == UInt8(ascii: ",")
    else { return false }
    let next = text.skippingBlanks(field + 1)
    return text.end(of: .field, in: lexicon, at: next) != nil && text.capitals[next]
  }

  /// The first colon that can end a heading.
  private static func colon(
    in text: FoldedText, mostWords: Int
  ) -> (place: Int, words: Int)? {
    var words = 1
    var brackets = 0
    for index in 0..<text.count {
      switch text.codes[index] {
      case UInt8(ascii: ":"):
        guard brackets == 0, words <= mostWords, index > 0 else { return nil }
        let isTime =
          Code.isDigit(text.codes[index - 1]) && index + 1 < text.count
          && Code.isDigit(text.codes[index + 1])
        return isTime ? nil : (index, words)
      case UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"), Code.ellipsis: return nil
      case UInt8(ascii: "."):
        // A period inside an abbreviation or a number goes on without a blank.
        if index + 1 < text.count, Code.isSpace(text.codes[index + 1]), words > 3 { return nil }
      case UInt8(ascii: "("), Code.openingQuote: brackets += 1
      case UInt8(ascii: ")"), Code.closingQuote: brackets -= 1
      case 0x20, 0x09, 0x0A:
        if index > 0, !Code.isSpace(text.codes[index - 1]) { words += 1 }
      default: break
      }
    }
    return nil
  }

  /// Whether the words before the colon announce a list.
  private static func announces(
    _ text: FoldedText, _ end: Int, _ start: Int, in lexicon: Lexicon
  ) -> Bool {
    if text.opens(with: .listOpening, in: lexicon) { return true }
    // A verb behind the colon says what those named before it are to do; in a list a comma follows: `Xây dựng, Y tế`.
    let verb = text.end(of: .sentenceVerb, in: lexicon, at: start)
    let isAct = verb.map { $0 < text.count && text.codes[$0] != UInt8(ascii: ",") } ?? false
    return (max(0, end - 20)..<end).contains { index in
      guard text.isWordBoundary(index) else { return false }
      if text.end(of: .announcing, in: lexicon, at: index) == end { return true }
      // Chánh Văn phòng, Giám đốc: Sở Xây dựng, Sở Tài chính
      if index > 1, text.end(of: .office, in: lexicon, at: index) == end,
        text.end(of: .body, in: lexicon, at: start) != nil
      {
        return true
      }
      // … phối hợp với các sở: Xây dựng, Tài chính; Giám đốc các Sở: Nội vụ, Tư pháp; at the start of the
      // line `Các sở: Nội vụ, Tư pháp`
      guard !isAct, let many = text.end(of: .many, in: lexicon, at: index),
        index > 1 || listsFields(text, start, in: lexicon),
        index == 0 || Code.isLetter(text.codes[index - 2]),
        text.start(of: .and, in: lexicon, endingAt: index - 1) == nil
      else { return false }
      let noun = text.skippingBlanks(many)
      return text.end(of: [.actor, .office], in: lexicon, at: noun) == end
    }
  }
}
