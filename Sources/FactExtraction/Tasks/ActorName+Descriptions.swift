internal import VietnameseLanguage
internal import VietnameseText

/// What names a body by what it is for or does, before the predicate comes.
extension ActorName {
  /// What a committee is for, up to its place, where a predicate follows: `Ban Chỉ đạo phòng, chống thiên
  /// tai tỉnh | kiểm tra …`.
  mutating func extendToPurpose(in text: TokenisedText, until limit: Int) -> Bool {
    let verb = text.phrase(at: end, meaning: TokenisedText.predicates)
    let isMember = isGroup && verb == nil && text.phrase(before: end, meaning: .steering) != nil
    let isSteering = isMember || text.phrase(at: start + 1, meaning: .steering) != nil
    guard !isGroup || isMember, text[start].isCapital, !text[end].isCapital,
      isSteering
        || verb != nil && text[start + 1].kind == .word
          && (state == .open
            || !text[end - 1].isCapital && end > start + 2
              && text.phrase(before: end, meaning: [.body, .office, .actor]) != nil),
      text.phrase(
        at: end, meaning: [.chairs, .cooperates, .duty, .must, .passive, .relation, .assigns])
        == nil
    else { return false }
    let first = verb?.end ?? end + 1
    var index = first
    while index < min(limit, end + 16), !text[index].isCapital || isMember,
      text[index].kind == .word || text[index].isComma || isMember && text[index].isDash,
      text.phrase(
        at: index,
        meaning: [.many, .relation, .duty, .chairs, .cooperates, .must, .body, .officer]) == nil
    {
      if index > first, let place = text.phrase(at: index, meaning: [.place, .numbered]) {
        let last = PlaceRecogniser.place(at: index, in: text)?.end ?? place.end
        guard
          text.phrase(at: last, meaning: TokenisedText.predicates) != nil
            || text[last].isComma && text[last + 1].isCapital
            || isMember && text.means(last, .and)
        else { return false }
        end = last
        state = .complete
        return true
      }
      index += 1
    }
    return false
  }

  /// What a firm does, behind the short form of its kind: `Công ty TNHH MTV khai thác công trình …`.
  mutating func extendToFirmName(in text: TokenisedText) -> Bool {
    guard !isGroup, state == .open, text[end - 1].isUppercase, text[end - 1].length > 1,
      end > start + 2, text.phrase(at: start, meaning: .described) != nil,
      let verb = text.phrase(at: end, meaning: .verb)
    else { return false }
    end = verb.end
    return true
  }

  /// A verb that tells which group is meant, where the predicate is still to come: `các doanh nghiệp
  /// cung cấp dịch vụ Internet | thực hiện`, `các thành viên Tổ giúp việc | có trách nhiệm`.
  mutating func extendToDescription(in text: TokenisedText, until limit: Int) -> Bool {
    guard state == .open || isGroup else { return false }
    let stop = text.segmentEnd(from: end, until: limit)
    // Phó Hiệu trưởng phụ trách chuyên môn | xây dựng thời khóa biểu
    if text.phrase(at: start, meaning: .officer) != nil,
      let charge = text.phrase(at: end, meaning: .openTail),
      let verb = (charge.end + 1..<max(charge.end + 1, min(stop, charge.end + 6))).first(where: {
        text.phrase(at: $0, meaning: [.verb, .continuing, .predicate, .must]) != nil
          && text.phrase(at: $0 - 1, meaning: .hiding)?.end ?? 0 <= $0
      })
    {
      end = verb
      return true
    }
    guard state == .open else { return false }
    if text.phrase(at: end, meaning: [.chairs, .duty, .cooperates]) == nil,
      text.phrase(at: end, meaning: .relation) == nil,
      let duty = descriptionEnd(in: text, until: stop)
    {
      end = duty
      return true
    }
    // Nhà thầu thi công | tập trung máy móc
    if !isGroup, !text[end - 1].isCapital,
      let describes = text.phrase(at: end, meaning: .describes),
      text.phrase(at: end, meaning: .groupTail)?.end == describes.end,
      text.phrase(at: describes.end, meaning: [.verb, .continuing, .predicate, .must]) != nil
    {
      end = describes.end
      return true
    }
    // Các hộ có đất bị thu hồi | bàn giao mặt bằng
    if isGroup, text.means(end, .reaches),
      let passive = (end + 2..<max(end + 2, min(stop, end + 8))).first(where: {
        text.phrase(at: $0, meaning: .passive) != nil
      }), let verb = text.phrase(at: passive + 1, meaning: [.verb, .predicate]),
      text.phrase(at: verb.end, meaning: [.verb, .continuing, .predicate, .must]) != nil
    {
      end = verb.end
      return true
    }
    // Các đơn vị được kiểm tra | chuẩn bị báo cáo
    if isGroup, text.phrase(at: start, meaning: .many) != nil,
      let passive = text.phrase(at: end, meaning: .passive),
      text.phrase(at: passive.end, meaning: .assigns) == nil,
      let verb = text.phrase(at: passive.end, meaning: .verb),
      text.phrase(at: verb.end, meaning: [.verb, .continuing, .predicate, .must, .duty]) != nil
    {
      end = verb.end
      return true
    }
    // Các địa phương có rừng phải …
    if isGroup, text.means(end, .reaches),
      let must = (end + 1..<max(end + 1, stop)).first(where: {
        text.phrase(at: $0, meaning: .obliges) != nil
      })
    {
      end = must
      return true
    }
    // Cán bộ tiếp công dân phải …; not: ngành như may mặc phải …
    if let must = (end + 1..<min(max(end + 1, stop), end + 6)).first(where: {
      text.phrase(at: $0, meaning: .obliges) != nil
    }), text.phrase(at: end, meaning: [.chairs, .duty, .cooperates, .relation, .must]) == nil,
      text.phrase(before: must, meaning: .relation) == nil
    {
      end = must
      return true
    }
    guard isGroup, let verb = text.phrase(at: end, meaning: [.verb, .predicate, .describes]),
      isDescribed || verb.meaning.contains(.describes),
      text.phrase(at: end, meaning: .relation) == nil,
      let next = (verb.end..<max(verb.end, stop)).first(where: {
        !text[$0].isCapital
          && text.phrase(
            at: $0, meaning: verb.meaning.contains(.describes) ? [.verb, .must] : .must) != nil
          && text.phrase(at: $0 - 1, meaning: .hiding)?.end ?? 0 <= $0
          && text.phrase(before: $0, meaning: [.relation, .and]) == nil
      })
    else { return false }
    end = next
    return true
  }

  /// Where a description ends that a duty follows, or `nil`: before `phải` where that comes first, and
  /// before the adverbs of the duty.
  ///
  /// Behind `và` the duty is the second predicate: `Ban quản trị họp mỗi tháng và chịu trách nhiệm …`.
  private func descriptionEnd(in text: TokenisedText, until stop: Int) -> Int? {
    guard
      let duty = (end + 1..<max(end + 1, stop)).first(where: {
        text.phrase(at: $0, meaning: [.duty, .chairs]) != nil
      })
    else { return nil }
    var last = (end + 1..<duty).first { text.phrase(at: $0, meaning: .obliges) != nil } ?? duty
    guard !text.means(last - 1, .and), !(end..<last).contains(where: { text.means($0, .copula) })
    else { return nil }
    while last > end, text.phrase(at: last - 1, meaning: .adverb)?.end == last { last -= 1 }
    return last > end ? last : nil
  }

  /// The field that a common noun works in: `Cơ quan chuyên môn về xây dựng | thẩm định`, `cơ quan quản
  /// lý về đất đai cấp tỉnh | chủ trì`.
  mutating func extendToTopic(in text: TokenisedText, until limit: Int) -> Bool {
    guard state == .open, text.means(end, .about), !text[end - 1].isCapital else { return false }
    let stop = min(text.segmentEnd(from: end, until: limit), end + 10)
    let next = (end + 2..<max(end + 2, stop)).first {
      text.phrase(
        at: $0, meaning: [.closingTail, .openTail, .duty, .chairs, .cooperates, .obliges]) != nil
    }
    guard let topic = next ?? text.phrase(at: end + 1, meaning: .hiding)?.end, topic > end + 2
    else { return false }
    end = topic
    return true
  }
}
