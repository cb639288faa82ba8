extension NormalisedDocument {
  /// The texts of the paragraphs as they were read, in the order of `SourceDocument.forEachParagraph`.
  ///
  /// The changes of a paragraph are undone from the last to the first, each at its offset.
  public var restoredTexts: [String] {
    var texts: [String] = []
    var changed = changes.paragraphs[...]
    var index = 0
    document.forEachParagraph { paragraph in
      if let first = changed.first, first.number == index {
        texts.append(paragraph.text.undoing(changes.changes(of: first)))
        changed = changed.dropFirst()
      } else {
        texts.append(paragraph.text)
      }
      index += 1
    }
    return texts
  }
}

extension String {
  /// The text before the changes, which stand in the order in which they were made at their offsets.
  public func undoing(_ changes: some BidirectionalCollection<TextChange>) -> String {
    guard !changes.isEmpty else { return self }
    let text = Array(utf8)
    // What stands behind the current place, in reverse.
    var tail: [UInt8] = []
    tail.reserveCapacity(text.count)
    var end = text.count
    for change in changes.reversed() {
      while end > max(change.offset, 0) {
        end -= 1
        tail.append(text[end])
      }
      tail.removeLast(min(change.after.utf8.count, tail.count))
      tail.append(contentsOf: change.before.utf8.reversed())
    }
    tail.append(contentsOf: text[..<end].reversed())
    return String(decoding: tail.reversed(), as: UTF8.self)
  }
}
