internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Notes what a person should look at in a finished outline.
struct OutlineReview {
  /// What was noticed, in the order of the source.
  private(set) var diagnostics: [Diagnostic] = []

  /// The last number of every family that counts on over several parents and parts.
  private(set) var lasts: [Marker.Style: Int]

  /// Whether the deepest level was met, which is said once.
  private var isAtLimit = false

  /// Starts behind parts whose last numbers are given.
  init(after lasts: [Marker.Style: Int] = [:]) { self.lasts = lasts }

  /// Looks at the decisions about passages.
  mutating func review(_ passages: [Passage], _ decisions: [LevelSearch.Decision]) {
    for index in passages.indices where !passages[index].candidates.isEmpty {
      let decision = decisions[index]
      // Most are read in one way that is in no doubt.
      guard
        decision.candidate < 0 || decision.margin < .max
          || decision.depth == LevelSearch.levelLimit - 1
          || passages[index].candidates[decision.candidate].isRepaired
      else { continue }
      let passage = passages[index]
      guard decision.candidate >= 0 else {
        if let candidate = passage.candidates.first, candidate.strength >= 30,
          !candidate.family.isBullet,
          !candidate.family.isUnmarked, !passage.mayContinue, !passage.followsInline
        {
          diagnostics.append(doubt(.markerAsText, about: candidate, in: passage))
        }
        continue
      }
      let candidate = passage.candidates[decision.candidate]
      if decision.depth == LevelSearch.levelLimit - 1, !isAtLimit {
        isAtLimit = true
        diagnostics.append(
          doubt(.levelLimit, about: candidate, in: passage, String(LevelSearch.levelLimit)))
      }
      if candidate.isRepaired {
        diagnostics.append(
          doubt(.markerRepaired, about: candidate, in: passage, String(candidate.ordinal)))
      } else if decision.margin < .max, !candidate.family.isBullet {
        diagnostics.append(doubt(.markerDoubtful, about: candidate, in: passage))
      }
    }
  }

  /// A doubt about the marker of a passage.
  private func doubt(
    _ kind: Diagnostic.Kind, about candidate: MarkerCandidate, in passage: Passage,
    _ more: String...
  ) -> Diagnostic {
    let scalars = candidate.end > 0 ? candidate.end : 20
    let end = passage.looks.label == nil ? passage.text.byteOffset(ofScalar: scalars) : 0
    let words =
      passage.looks.label?.value.text ?? String(Substring(passage.text.utf8.prefix(end)))
    var doubt = Diagnostic(kind, at: passage.location, in: passage.looks.spans.slice(0..<end).first)
    doubt.arguments = [words] + more
    return doubt
  }

  /// Looks at the numbers of siblings, and at headings that hold nothing.
  mutating func review(_ nodes: [Node], under above: Node? = nil) {
    var last: Marker?
    let isForm = nodes.count(where: \.isFieldToFill) > 1
    for index in nodes.indices {
      let marker = nodes[index].marker
      if let marker, marker.ordinal > 0, !isBullet(marker.style) {
        compare(
          marker, at: nodes[index].location, in: nodes[index].markerSpans.first, after: last, above)
        last = marker
        lasts[marker.style] = marker.ordinal
      }
      if nodes[index].kind == .heading, nodes[index].children.isEmpty,
        nodes[index].content.isEmpty, !isForm || !nodes[index].isFieldToFill
      {
        let name = marker?.text ?? nodes[index].title ?? ""
        let spans = marker == nil ? nodes[index].titleSpans : nodes[index].markerSpans
        diagnostics.append(
          Diagnostic(
            .headingWithoutChildren, name, at: nodes[index].location, in: spans.first))
      }
      if !nodes[index].children.isEmpty { review(nodes[index].children, under: nodes[index]) }
    }
  }

  private mutating func compare(
    _ marker: Marker, at location: Location, in span: SourceSpan?, after last: Marker?,
    _ above: Node?
  ) {
    if let last, last.style == marker.style {
      let step = marker.ordinal - last.ordinal
      if step == 0 {
        diagnostics.append(
          Diagnostic(.numberingRepeat, marker.text, last.text, at: location, in: span))
      } else if step < 0 {
        diagnostics.append(
          Diagnostic(.numberingBack, marker.text, last.text, at: location, in: span))
      } else if step > 1 {
        diagnostics.append(
          Diagnostic(
            .numberingGap, marker.text, last.text, missing(between: last, marker), at: location,
            in: span))
      }
    } else if marker.ordinal > 1, lasts[marker.style] != marker.ordinal - 1,
      !isAmended(marker, in: above)
    {
      diagnostics.append(Diagnostic(.firstNumber, marker.text, at: location, in: span))
    }
    if marker.style == .compound, let above = above?.marker, skipsLevel(marker, under: above),
      last == nil
    {
      diagnostics.append(
        Diagnostic(.levelSkip, marker.text, above.text, at: location, in: span))
    }
  }

  /// The numbers between two of a list, as they would be printed: `3`, `2.2`, `III`, `d - e`.
  private func missing(between last: Marker, _ next: Marker) -> String {
    let first = name(of: last.ordinal + 1, like: next)
    let end = name(of: next.ordinal - 1, like: next)
    return first == end ? first : "\(first) - \(end)"
  }

  /// A number in the letters or digits of a marker.
  private func name(of ordinal: Int, like marker: Marker) -> String {
    let words = marker.text.split { !$0.isLetter && !$0.isNumber }
    guard let word = words.last else { return String(ordinal) }
    let codes = FoldedText(String(word)).codes
    if RomanNumeral.value(of: codes[...]) == marker.ordinal, marker.style != .letter,
      let roman = RomanNumeral.text(of: ordinal)
    {
      return word == word.uppercased() ? roman.uppercased() : roman
    }
    if codes.count == 1, LetterOrder.place(of: codes[0]) == marker.ordinal,
      let letter = LetterOrder.letter(at: ordinal)
    {
      return word == word.uppercased() ? letter.uppercased() : letter
    }
    guard marker.style == .compound else { return String(ordinal) }
    return (words.dropLast().map(String.init) + [String(ordinal)]).joined(separator: ".")
  }

  /// Whether the heading above cites the number, as an amendment does.
  ///
  /// ```text
  /// II- Thay thế điểm 4 bằng điểm 4 mới, như sau:
  /// 4- Tỷ lệ nội địa hoá:
  /// ```
  private func isAmended(_ marker: Marker, in above: Node?) -> Bool {
    guard let title = above?.title, title.hasSuffix(":") else { return false }
    let words = title.split { !$0.isLetter && !$0.isNumber }
    return words.contains { $0 == String(marker.ordinal) }
      || marker.text.split { !$0.isLetter && !$0.isNumber }.last.map(words.contains) ?? false
  }

  /// Whether a number of three parts stands directly under one of one part, or the like.
  private func skipsLevel(_ marker: Marker, under above: Marker) -> Bool {
    let parts = marker.text.split(separator: ".").count
    switch above.style {
    case .decimal: return parts > 2
    case .compound: return parts > above.text.split(separator: ".").count + 1
    default: return false
    }
  }

  private func isBullet(_ style: Marker.Style) -> Bool {
    style == .dash || style == .plus || style == .star || style == .dot
  }
}

extension Node {
  /// Whether nothing stands behind the colon of its line, as in a form that waits to be filled in.
  fileprivate var isFieldToFill: Bool {
    children.isEmpty && content.isEmpty && title?.utf8.last == UInt8(ascii: ":")
  }
}
