internal import ProgrammeModel

/// A story, or one note, header or text box of it, cut into paragraphs.
struct StoryText {
  /// A paragraph.
  struct Paragraph {
    /// The first character.
    var start: Int
    /// The mark at its end, or the end of the story where that is missing.
    var end: Int
    /// What its properties say.
    var record: ParagraphRecord
    /// Its number in the story, from one; the marks of rows are no paragraphs.
    var number: Int
    /// Whether a cell or a row ends with it: its mark is 07.
    var endsCell: Bool
    /// The section that ends with it.
    var endingSection: Int?

    /// Whether it is no text but the mark at the end of a row of a table.
    var isRowMark: Bool { record.endsRow && endsCell }
  }

  /// Where a field begins, turns from its code to its result, or ends.
  struct FieldMark {
    /// Which of them.
    enum Kind {
      case begin, separator, end
    }

    /// The character.
    var position: Int
    /// Which of them.
    var kind: Kind
    /// In how many codes the text behind it stands.
    var codeDepth: Int
  }

  /// The paragraphs.
  var paragraphs: [Paragraph] = []
  /// The marks of fields that have an end; others are no fields.
  var fieldMarks: [FieldMark] = []
  /// How many fields have no end.
  var openFields = 0

  /// The index of the first mark of a field at a position or behind it.
  func fieldMark(from position: Int) -> Int {
    var low = 0
    var high = fieldMarks.count
    while low < high {
      let middle = (low + high) / 2
      if fieldMarks[middle].position >= position { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// In how many codes of fields the text at a position stands, before what stands there.
  func codeDepth(at position: Int) -> Int {
    let index = fieldMark(from: position)
    return index > 0 ? fieldMarks[index - 1].codeDepth : 0
  }
}

/// The characters that mean something in the text ([MS-DOC] 2.4.1, 2.8.25).
enum Mark {
  static let picture: UInt16 = 0x01
  static let note: UInt16 = 0x02
  static let cell: UInt16 = 0x07
  static let drawing: UInt16 = 0x08
  static let tab: UInt16 = 0x09
  static let lineFeed: UInt16 = 0x0A
  static let lineBreak: UInt16 = 0x0B
  static let page: UInt16 = 0x0C
  static let paragraph: UInt16 = 0x0D
  static let column: UInt16 = 0x0E
  static let fieldBegin: UInt16 = 0x13
  static let fieldSeparator: UInt16 = 0x14
  static let fieldEnd: UInt16 = 0x15
  static let noBreakHyphen: UInt16 = 0x1E
  static let optionalHyphen: UInt16 = 0x1F
  static let blank: UInt16 = 0x20
  static let parenthesis: UInt16 = 0x28
}

extension BinaryDocument {
  /// How deep fields may stand in one another; Word stops at twenty.
  private static let deepestField = 64

  /// Finds the fields in a stretch of the text: only those that have an end are any.
  ///
  /// What stands in a code is no text. A field without an end would make the rest of the document a code.
  func fieldMarks(in range: Range<Int>) -> (marks: [StoryText.FieldMark], open: Int) {
    var marks: [StoryText.FieldMark] = []
    var open: [(begin: Int, separator: Int?)] = []
    var isClosed: [Bool] = []
    // Fields that stand deeper than anybody nests them are none.
    var tooDeep = 0
    var knownRun = -1
    var isKnownSpecial = false
    var run = Self.index(of: range.lowerBound, in: characterRuns) ?? 0
    for position in range {
      let kind: StoryText.FieldMark.Kind
      switch pieces.characters[position] {
      case Mark.fieldBegin: kind = .begin
      case Mark.fieldSeparator: kind = .separator
      case Mark.fieldEnd: kind = .end
      default: continue
      }
      while run + 1 < characterRuns.count, characterRuns[run + 1].start <= position { run += 1 }
      if knownRun != run {
        knownRun = run
        isKnownSpecial = characterRuns.indices.contains(run) && isSpecial(characterRuns[run])
      }
      guard isKnownSpecial else { continue }
      let mark = marks.count
      switch kind {
      case .begin:
        guard open.count < Self.deepestField else {
          tooDeep += 1
          continue
        }
        open.append((mark, nil))
      case .separator:
        guard tooDeep == 0, let last = open.indices.last, open[last].separator == nil else {
          continue
        }
        open[last].separator = mark
      case .end:
        guard tooDeep == 0 else {
          tooDeep -= 1
          continue
        }
        guard let field = open.popLast() else { continue }
        isClosed[field.begin] = true
        if let separator = field.separator { isClosed[separator] = true }
      }
      marks.append(StoryText.FieldMark(position: position, kind: kind, codeDepth: 0))
      isClosed.append(kind == .end)
    }
    return (Self.withDepths(marks, isClosed), open.count + tooDeep)
  }

  /// The marks of closed fields, each with the depth of codes behind it.
  private static func withDepths(
    _ marks: [StoryText.FieldMark], _ isClosed: [Bool]
  ) -> [StoryText.FieldMark] {
    var kept: [StoryText.FieldMark] = []
    var isInCode: [Bool] = []
    var depth = 0
    for (mark, isClosed) in zip(marks, isClosed) where isClosed {
      switch mark.kind {
      case .begin:
        isInCode.append(true)
        depth += 1
      case .separator:
        if let last = isInCode.indices.last {
          isInCode[last] = false
          depth -= 1
        }
      case .end:
        if isInCode.popLast() ?? false { depth -= 1 }
      }
      var mark = mark
      mark.codeDepth = depth
      kept.append(mark)
    }
    return kept
  }

  /// Whether the control characters of a run stand for something.
  private func isSpecial(_ run: PropertyRun) -> Bool {
    var isSpecial = false
    for list in lists(of: run) {
      for property in PropertyList(list) where property.code == Sprm.special {
        isSpecial = property.isOn
      }
    }
    return isSpecial
  }
}
