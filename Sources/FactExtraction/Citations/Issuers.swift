internal import VietnameseLanguage
internal import VietnameseText

/// Who issued a document that is cited: `của Ban Thường vụ Huyện ủy`.
extension TokenisedText {
  /// The tokens behind `của` that name the issuer.
  ///
  /// A body whose name is known ends where the name ends, whatever verb or noun follows it; other names end
  /// before a word that goes on with the sentence.
  func issuer(behind index: Int) -> Range<Int> {
    var next = index
    if self[next].isMark(UInt8(ascii: ")")) { next += 1 }
    if self[next].isComma { next += 1 }
    next = afterTerm(next)
    guard means(next, .of) else { return 0..<0 }
    let start = next + 1
    let end = endOfBodies(from: start) ?? endOfName(from: start)
    // Thông tư … của Bộ Y tế Quy định về …
    let subject = (start + 1..<max(start + 1, end)).first { opensSubject($0) || opensVerb($0) }
    return start..<max(start, subject ?? end)
  }

  /// Whether a type word with a capital opens what a document is about.
  private func opensSubject(_ index: Int) -> Bool {
    guard self[index].isCapital, let type = phrase(at: index, meaning: .documentType) else {
      return false
    }
    return phrase(at: type.end, meaning: .endOfIssuer) != nil
      && phrase(at: index, meaning: [.field, .steering]).map { $0.end <= type.end } ?? true
  }

  /// Whether a verb with a capital opens it: `của Ủy ban nhân dân tỉnh Phê duyệt Đề án …`.
  private func opensVerb(_ index: Int) -> Bool {
    guard self[index].isCapital, !self[index].isUppercase, !self[index + 1].isCapital,
      let word = phrase(at: index, meaning: .endOfIssuer), word.end > index + 1
    else { return false }
    return phrase(at: index, meaning: [.field, .steering]).map { $0.end <= word.end } ?? true
  }

  /// The token behind the term of the issuer: `, khóa XI`, `(khóa XI)`.
  private func afterTerm(_ index: Int) -> Int {
    let isEnclosed = self[index].isMark(UInt8(ascii: "("))
    let term = isEnclosed ? index + 1 : index
    guard means(term, .termNumber), roman(at: term + 1) != nil || self[term + 1].kind == .number
    else { return index }
    if isEnclosed { return self[term + 2].isMark(UInt8(ascii: ")")) ? term + 3 : index }
    return self[term + 2].isComma ? term + 3 : term + 2
  }

  /// Where one body ends, or several that `và` joins: `Bộ Nội vụ và Bộ Tài chính`.
  private func endOfBodies(from start: Int) -> Int? {
    var end: Int?
    var next = start
    for _ in 0..<4 {
      guard self[next].isCapital, let name = issuerName(at: next), !isCitationBehind(next) else {
        break
      }
      end = name
      // Quốc hội khóa XV
      if means(name, .termNumber), roman(at: name + 1) != nil || self[name + 1].kind == .number {
        end = name + 2
      }
      guard means(name, .and) else { break }
      next = name + 1
    }
    return end
  }

  /// Where the name of one body or office ends that is complete.
  private func issuerName(at index: Int) -> Int? {
    guard var name = ActorName(at: index, in: self, as: .object) else { return nil }
    while name.end < index + 24, !self[name.end].isMark(UInt8(ascii: "(")),
      date(at: name.end) == nil,
      name.extend(in: self, until: count, isStrict: false)
    {}
    return name.state == .open ? nil : name.end
  }

  /// Where a name ends that the vocabulary does not have.
  private func endOfName(from start: Int) -> Int {
    var next = start
    while next < start + 30,
      self[next].kind == .word || self[next].isDash
        || self[next].isMark(UInt8(ascii: "&"))
    {
      let token = self[next]
      // Ban chỉ đạo Trung ương phòng, chống tham nhũng
      if !token.isCapital, let field = phrase(at: next, meaning: .field), field.end > next + 2 {
        next = field.end
        continue
      }
      if token.kind == .word, !token.isCapital {
        if phrase(at: next, meaning: .endOfIssuer) != nil || date(at: next) != nil { break }
        if means(next, .and) {
          guard self[next + 1].isCapital, !isCitationBehind(next + 1) else { break }
        } else if next > start, phrase(at: next, meaning: [.verb, .relation]) != nil,
          phrase(at: next, meaning: [.field, .place, .numbered]) == nil,
          !isInsideWord(next), !isInsideNoun(next)
        {
          break
        }
      } else if token.isCapital, next > start, isCitationBehind(next) {
        break
      }
      next += 1
    }
    while next > start, self[next - 1].kind == .mark { next -= 1 }
    return next
  }

  /// Whether a word in lower case goes on with the capitalised syllable before: `Tổ chức`.
  private func isInsideWord(_ index: Int) -> Bool {
    self[index - 1].isCapital && !self[index - 1].isUppercase
      && phrase(at: index, meaning: .verb)?.end == index + 1
  }

  /// Whether a noun goes on at a token that names who acts: `Ban chỉ đạo`.
  private func isInsideNoun(_ index: Int) -> Bool {
    (max(0, index - 2)..<index).contains {
      self[$0].isCapital && phrase(at: $0, meaning: [.actor, .body, .office])?.end ?? 0 > index
    }
  }

  /// Whether a document with a number is cited at a token.
  func isCitationBehind(_ index: Int) -> Bool {
    guard let type = phrase(at: index, meaning: .documentType) else { return false }
    return means(type.end, .number) || self[type.end].kind == .number
  }

  /// The token behind what stands in parentheses at a token: `(GDĐT)`.
  func afterParentheses(_ index: Int) -> Int {
    guard self[index].isMark(UInt8(ascii: "(")) else { return index }
    for end in index + 1..<index + 12 where self[end].isMark(UInt8(ascii: ")")) { return end + 1 }
    return index
  }
}
