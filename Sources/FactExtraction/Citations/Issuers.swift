internal import VietnameseLanguage
internal import VietnameseText

/// Who issued a document that is cited: `của Ban Thường vụ Huyện ủy`.
extension CitationRecogniser {
  /// The tokens behind `của` that name the issuer.
  ///
  /// A body whose name is known ends where the name ends, whatever verb or noun follows it; other names end
  /// before a word that goes on with the sentence.
  static func issuer(behind index: Int, in text: TokenisedText) -> Range<Int> {
    var next = index
    if text[next].isMark(UInt8(ascii: ")")) { next += 1 }
    if text[next].isComma { next += 1 }
    next = afterTerm(next, in: text)
    guard text.means(next, .of) else { return 0..<0 }
    let start = next + 1
    let end = endOfBodies(from: start, in: text) ?? endOfName(from: start, in: text)
    // Thông tư … của Bộ Y tế Quy định về …
    let subject = (start + 1..<max(start + 1, end)).first {
      opensSubject($0, in: text) || opensVerb($0, in: text)
    }
    return start..<max(start, subject ?? end)
  }

  /// Whether a type word with a capital opens what a document is about.
  private static func opensSubject(_ index: Int, in text: TokenisedText) -> Bool {
    guard text[index].isCapital, let type = text.phrase(at: index, meaning: .documentType) else {
      return false
    }
    return text.phrase(at: type.end, meaning: .endOfIssuer) != nil
      && text.phrase(at: index, meaning: [.field, .steering]).map { $0.end <= type.end } ?? true
  }

  /// Whether a verb with a capital opens it: `của Ủy ban nhân dân tỉnh Phê duyệt Đề án …`.
  private static func opensVerb(_ index: Int, in text: TokenisedText) -> Bool {
    guard text[index].isCapital, !text[index].isUppercase, !text[index + 1].isCapital,
      let word = text.phrase(at: index, meaning: .endOfIssuer), word.end > index + 1
    else { return false }
    return text.phrase(at: index, meaning: [.field, .steering]).map { $0.end <= word.end } ?? true
  }

  /// The token behind the term of the issuer: `, khóa XI`, `(khóa XI)`.
  private static func afterTerm(_ index: Int, in text: TokenisedText) -> Int {
    let isEnclosed = text[index].isMark(UInt8(ascii: "("))
    let term = isEnclosed ? index + 1 : index
    guard text.means(term, .termNumber),
      text.roman(at: term + 1) != nil || text[term + 1].kind == .number
    else { return index }
    if isEnclosed { return text[term + 2].isMark(UInt8(ascii: ")")) ? term + 3 : index }
    return text[term + 2].isComma ? term + 3 : term + 2
  }

  /// Where one body ends, or several that `và` joins: `Bộ Nội vụ và Bộ Tài chính`.
  private static func endOfBodies(from start: Int, in text: TokenisedText) -> Int? {
    var end: Int?
    var next = start
    for _ in 0..<4 {
      guard text[next].isCapital, let name = issuerName(at: next, in: text),
        !isCitationBehind(next, in: text)
      else {
        break
      }
      end = name
      // Quốc hội khóa XV
      if text.means(name, .termNumber),
        text.roman(at: name + 1) != nil || text[name + 1].kind == .number
      {
        end = name + 2
      }
      guard text.means(name, .and) else { break }
      next = name + 1
    }
    return end
  }

  /// Where the name of one body or office ends that is complete.
  private static func issuerName(at index: Int, in text: TokenisedText) -> Int? {
    guard var name = ActorName(at: index, in: text, as: .object) else { return nil }
    while name.end < index + 24, !text[name.end].isMark(UInt8(ascii: "(")),
      text.date(at: name.end) == nil,
      name.extend(in: text, until: text.count, isStrict: false)
    {}
    return name.state == .open ? nil : name.end
  }

  /// Where a name ends that the vocabulary does not have.
  private static func endOfName(from start: Int, in text: TokenisedText) -> Int {
    var next = start
    while next < start + 30,
      text[next].kind == .word || text[next].isDash
        || text[next].isMark(UInt8(ascii: "&"))
    {
      let token = text[next]
      // Ban chỉ đạo Trung ương phòng, chống tham nhũng
      if !token.isCapital, let field = text.phrase(at: next, meaning: .field), field.end > next + 2
      {
        next = field.end
        continue
      }
      if token.kind == .word, !token.isCapital {
        if text.phrase(at: next, meaning: .endOfIssuer) != nil || text.date(at: next) != nil {
          break
        }
        if text.means(next, .and) {
          guard text[next + 1].isCapital, !isCitationBehind(next + 1, in: text) else { break }
        } else if next > start, text.phrase(at: next, meaning: [.verb, .relation]) != nil,
          text.phrase(at: next, meaning: [.field, .place, .numbered]) == nil,
          !isInsideWord(next, in: text), !isInsideNoun(next, in: text)
        {
          break
        }
      } else if token.isCapital, next > start, isCitationBehind(next, in: text) {
        break
      }
      next += 1
    }
    while next > start, text[next - 1].kind == .mark { next -= 1 }
    return next
  }

  /// Whether a word in lower case goes on with the capitalised syllable before: `Tổ chức`.
  private static func isInsideWord(_ index: Int, in text: TokenisedText) -> Bool {
    text[index - 1].isCapital && !text[index - 1].isUppercase
      && text.phrase(at: index, meaning: .verb)?.end == index + 1
  }

  /// Whether a noun goes on at a token that names who acts: `Ban chỉ đạo`.
  private static func isInsideNoun(_ index: Int, in text: TokenisedText) -> Bool {
    (max(0, index - 2)..<index).contains {
      text[$0].isCapital
        && text.phrase(at: $0, meaning: [.actor, .body, .office])?.end ?? 0 > index
    }
  }

  /// Whether a document with a number is cited at a token.
  static func isCitationBehind(_ index: Int, in text: TokenisedText) -> Bool {
    guard let type = text.phrase(at: index, meaning: .documentType) else { return false }
    return text.means(type.end, .number) || text[type.end].kind == .number
  }

  /// The token behind what stands in parentheses at a token: `(GDĐT)`.
  static func afterParentheses(_ index: Int, in text: TokenisedText) -> Int {
    guard text[index].isMark(UInt8(ascii: "(")) else { return index }
    for end in index + 1..<index + 12 where text[end].isMark(UInt8(ascii: ")")) { return end + 1 }
    return index
  }
}
