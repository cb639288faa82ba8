internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Makes metadata from the lines of a document that are neither content nor heading.
///
/// ```swift
/// MetadataReader.read(tree.lines).value.symbol  // "CTr/HU"
/// ```
///
/// Which line is what has been decided before; here the words of each are read. What is left blank stays
/// absent, nothing is looked for in the text itself.
struct MetadataReader {
  /// The metadata, and what is in doubt about it.
  static func read(_ lines: [DocumentLine]) -> Outcome<Metadata> {
    var reader = MetadataReader(lines: lines)
    reader.readBodies()
    reader.readTitle()
    reader.readNumber()
    reader.readDate()
    reader.readTypeCode()
    reader.readMarks()
    reader.readSignature()
    return Outcome(reader.metadata, diagnostics: reader.diagnostics)
  }

  private let lines: [DocumentLine]
  private var metadata = Metadata()
  private var diagnostics: [Diagnostic] = []
  private var type: TypeLine?
  private var number: NumberLine?

  /// Words that hold a date where there is no line of place and date: behind the number.
  private var dateWords: String?

  private init(lines: [DocumentLine]) {
    self.lines = lines
  }

  /// The lines of a role.
  private func lines(_ role: DocumentLine.Role) -> [DocumentLine] {
    lines.filter { $0.role == role }
  }

  /// The words of the lines of a role joined by one blank, or `nil` where there are none.
  private func words(_ role: DocumentLine.Role) -> String? {
    let words = squeezed(lines(role).map(\.text).joined(separator: " "))
    return words.unicodeScalars.contains { $0.properties.isAlphabetic } ? words : nil
  }

  /// The name that stands in the lines of a role, rules between and around them left out, or `nil`.
  private func name(_ role: DocumentLine.Role) -> String? {
    words(role).map(Self.name)
  }

  private static func name(of words: String) -> String {
    let pieces = words.split(separator: " ").filter { !isRule($0) }
    return withoutMarks(pieces.joined(separator: " "))
  }

  /// Whether a piece between blanks is a rule such as `-----`, `*` or `==&==`.
  private static func isRule(_ piece: Substring) -> Bool {
    guard !piece.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else {
      return false
    }
    return piece == "*"
      || piece.unicodeScalars.count > 2 && !piece.utf8.contains { $0 &- 0x30 < 10 }
  }

  private mutating func note(
    _ kind: Diagnostic.Kind, _ argument: String, at role: DocumentLine.Role
  ) {
    diagnostics.append(Diagnostic(kind, argument, at: lines(role).first?.location))
  }
}

extension MetadataReader {
  /// Superior, issuer, motto, and the bodies addressed.
  private mutating func readBodies() {
    metadata.superior = name(.superior)
    metadata.issuer = issuer
    metadata.motto = motto
    metadata.addressees = BodyList(lines(.addressees).map(\.text)).names
    metadata.recipients = BodyList(lines(.recipients).map(\.text)).names
  }

  /// The motto; a copy of it, as in the letterhead of a sample, is left out.
  private var motto: String? {
    var seen: Set<[UInt8]> = []
    let words = lines(.motto).flatMap { line in
      let piece = squeezed(line.text)
      return seen.insert(FoldedText(piece).codes).inserted ? [piece] : []
    }
    let motto = Self.name(of: words.joined(separator: " "))
    return motto.isEmpty ? nil : motto
  }

  /// The issuer; lines that open with the same word of a body name several, joined by ` - ` as on one
  /// line: `BỘ TÀI CHÍNH` / `BỘ NỘI VỤ`.
  private var issuer: String? {
    let names = lines(.issuer).map { squeezed($0.text) }
    let word = names.first.flatMap(Self.bodyWord)
    let isNew = names.map { word != nil && Self.bodyWord($0) == word }
    guard isNew.dropFirst().contains(true) else { return name(.issuer) }
    var joined = ""
    for (name, isNew) in zip(names, isNew) {
      if !joined.isEmpty { joined += isNew && !joined.hasSuffix("-") ? " - " : " " }
      joined += name
    }
    return joined
  }

  private static let bodyWords = ["bộ", "sở", "ban", "phòng", "hội", "liên đoàn", "tổng cục"]
    .map { Keyword($0) }

  /// The word of a body that a name opens with, or `nil`.
  private static func bodyWord(_ name: String) -> Keyword? {
    let text = FoldedText(name)
    return bodyWords.first { text.end(of: $0, at: 0) != nil }
  }

  /// The words without marks around them, as the colon of `BỘ TÀI CHÍNH:`.
  private static func withoutMarks(_ words: String) -> String {
    let cursor = LineCursor(words)
    let isKept = { (code: UInt8) in
      Code.isWord(code) || code == Code.openingQuote || code == Code.closingQuote
        || code == UInt8(ascii: "(") || code == UInt8(ascii: ")") || code == UInt8(ascii: "\"")
    }
    guard let first = cursor.text.codes.firstIndex(where: isKept),
      let last = cursor.text.codes.lastIndex(where: isKept)
    else { return words }
    return cursor.words(first..<last + 1)
  }

  /// Type, subject and period; type line and title lines go together.
  private mutating func readTitle() {
    var titles = lines(.title).map { squeezed($0.text) }
    if let words = words(.type) {
      let line = typeLine(words, &titles)
      type = line
      metadata.type = line.word
      metadata.isDraft = line.isDraft
      if metadata.issuer == nil { metadata.issuer = line.issuer }
      if line.type == nil { note(.unknownType, line.word, at: .type) }
      if let subject = line.subject ?? (titles.isEmpty ? line.rest : nil) {
        titles.insert(subject, at: 0)
      }
    }
    if lines(.number).isEmpty { takeNumberFromTitle(&titles) }
    let subject = squeezed(titles.joined(separator: " "))
    guard !subject.isEmpty else { return }
    metadata.subject = subject
    metadata.period = PeriodReader.period(in: subject)
  }

  /// The type line, and with it the first title line where that only goes on with it:
  /// *Nghị định* / *của Chính phủ số 29/1998/NĐ-CP …*, *Thông tư* / *Liên tịch Bộ Tài chính …*.
  private func typeLine(_ words: String, _ titles: inout [String]) -> TypeLine {
    let line = TypeLine(words)
    guard let title = titles.first, line.isTypeAlone else { return line }
    let text = FoldedText(title)
    let joined = TypeLine(words + " " + title)
    let goesOn = text.end(of: Self.of, at: 0) != nil && joined.numberAndDate != nil
    let isJoint = text.end(of: Self.jointly, at: 0) != nil && joined.type != line.type
    guard goesOn || isJoint else { return line }
    titles.removeFirst()
    return joined
  }

  private static let of = Keyword("của")
  private static let jointly = Keyword("liên tịch")

  /// Takes number and date that stand in the title, as in laws printed in collections:
  /// *Nghị định của Chính phủ* / *số 116/2003/NĐ-CP ngày 10/10/2003*.
  private mutating func takeNumberFromTitle(_ titles: inout [String]) {
    if let words = type?.numberAndDate {
      number = NumberLine(words)
      dateWords = words
      return
    }
    for (place, title) in titles.enumerated() {
      guard let number = NumberLine(title), number.number != nil, number.symbol != nil,
        Self.isOnlyNumberAndDate(title, number)
      else { continue }
      self.number = number
      dateWords = title
      titles.remove(at: place)
      return
    }
  }

  private static let number = Keyword("số")

  /// Whether the line is *số*, a number and at most a date.
  private static func isOnlyNumberAndDate(_ line: String, _ number: NumberLine) -> Bool {
    var cursor = LineCursor(line)
    guard cursor.take(Self.number) else { return false }
    cursor.index = number.end
    _ = cursor.takeMark(",")
    cursor.skipBlanks()
    if cursor.isAtEnd { return true }
    guard PartialDate(at: &cursor) != nil else { return false }
    cursor.skipFill()
    return cursor.isAtEnd
  }

  /// Number, symbol and code.
  private mutating func readNumber() {
    if let words = words(.number) ?? lines(.number).first.map({ squeezed($0.text) }) {
      guard let line = NumberLine(words) else {
        note(.unreadNumber, words, at: .number)
        return
      }
      number = line
      dateWords = words
    }
    guard let number else { return }
    metadata.number = number.number
    metadata.symbol = number.symbol
    metadata.code = number.code
    if number.number == nil {
      let words = lines(.number).first.map { squeezed($0.text) } ?? ""
      note(.blankNumber, number.symbol ?? words, at: .number)
    }
  }

  /// Place and date; the date behind the number where there is no line of its own.
  private mutating func readDate() {
    let words = lines(.placedate).map(\.text).joined(separator: " ")
    if let line = DateLine(words) {
      metadata.place = line.place.map(squeezed)
      metadata.date = DocumentDate(text: line.text, edtf: line.date.edtf)
      check(line.date, at: .placedate)
    } else if let number, let dateWords {
      let cursor = LineCursor(dateWords)
      let rest = cursor.words(min(number.end, cursor.text.count)..<cursor.text.count)
      guard let line = DateLine(rest) else { return }
      metadata.date = DocumentDate(text: line.text, edtf: line.date.edtf)
      check(line.date, at: .number)
    }
  }

  private mutating func check(_ date: PartialDate, at role: DocumentLine.Role) {
    if date.isImpossible {
      note(.impossibleDate, metadata.date?.text ?? "", at: role)
    } else if !date.isComplete {
      note(.incompleteDate, metadata.date?.text ?? "", at: role)
    }
  }
}

extension MetadataReader {
  /// Whose rules the document follows: by its motto, otherwise by the form of its number.
  private var side: DocumentType.Side {
    let motto = FoldedText(metadata.motto ?? "")
    let has = { (words: Keyword) in
      motto.codes.indices.contains { motto.end(of: words, at: $0) != nil }
    }
    if has(Self.party) { return .party }
    if has(Self.republic) { return .state }
    // mass organisations have mottos of their own and number as the Party does
    return number?.side ?? .state
  }

  private static let party = Keyword("đảng cộng sản")
  private static let republic = Keyword("cộng hòa")

  /// The code of the type by its word, and whether the symbol agrees with it.
  private mutating func readTypeCode() {
    guard let type = type?.type else { return }
    metadata.typeCode = type.code(for: side)
    guard let slot = number?.typeSlot, let other = Self.type(withCode: slot, like: type) else {
      return
    }
    diagnostics.append(
      Diagnostic(
        .typeDiffers, metadata.type ?? type.word, String(slot), other.word,
        at: lines(.number).first?.location ?? lines(.type).first?.location))
  }

  /// The type that a code belongs to, or `nil` where the code is unknown or goes with the given type.
  private static func type(withCode code: Substring, like type: DocumentType) -> DocumentType? {
    let wanted = FoldedText(String(code)).codes
    let others = zip(Lexicon.standard.documentTypes, codes).filter { $1.contains(wanted) }.map(\.0)
    // quy định of the centre are numbered QĐ, programmes of action CTr
    let isNearby = others.contains { near in
      near.archiveNumber == type.archiveNumber && near.archiveNumber != "32"
    }
    let isRule = type.archiveNumber == "05" && wanted == FoldedText("qđ").codes
    guard !others.contains(type), !isNearby, !isRule else { return nil }
    return others.first
  }

  /// The folded codes of every type of `Lexicon.standard.documentTypes`.
  private static let codes = Lexicon.standard.documentTypes.map { type in
    [type.partyCode, type.stateCode].compactMap { $0.map { FoldedText($0).codes } }
  }

  /// Security, urgency, draft.
  private mutating func readMarks() {
    for line in lines(.mark) {
      let mark = MarkLine(line.text)
      metadata.security = metadata.security ?? mark.security
      metadata.urgency = metadata.urgency ?? mark.urgency
      if mark.isDraft { metadata.isDraft = true }
    }
  }

  /// The signature that counts.
  private mutating func readSignature() {
    let signatures = SignatureReader.signatures(in: lines)
    metadata.signature = signatures.last
    guard let signature = signatures.last else { return }
    if signatures.count > 1 {
      let names = signatures.map { $0.name ?? $0.title ?? "" }.joined(separator: ", ")
      note(.severalSignatures, names, at: .signature)
    } else if signature.name == nil {
      note(.unsigned, signature.title ?? signature.authority.last ?? "", at: .signature)
    }
  }
}
