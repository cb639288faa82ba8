internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Makes metadata from the lines of a document that are neither content nor heading.
///
/// ```swift
/// MetadataReader.read(lines, in: lexicon).value.symbol  // "CTr/HU"
/// ```
///
/// What each line is and says has been recognised before; here it is put together. What is left blank stays
/// absent, nothing is looked for in the text itself.
struct MetadataReader {
  /// The metadata, and what is in doubt about it.
  static func read(_ lines: [FrameLine], in lexicon: Lexicon) -> Outcome<Metadata> {
    var reader = MetadataReader(lines: lines, lexicon: lexicon)
    reader.readBodies()
    reader.readTitle()
    reader.readNumber()
    reader.readDate()
    reader.readTypeCode()
    reader.readMarks()
    reader.readSignature()
    return Outcome(reader.metadata, diagnostics: reader.diagnostics)
  }

  private let lines: [FrameLine]
  private let linesByRole: [DocumentLine.Role: [FrameLine]]
  private let lexicon: Lexicon
  private var metadata = Metadata()
  private var diagnostics: [Diagnostic] = []
  private var type: TypeLine?
  private var number: NumberLine?

  private init(lines: [FrameLine], lexicon: Lexicon) {
    self.lines = lines
    linesByRole = Dictionary(grouping: lines, by: \.role)
    self.lexicon = lexicon
  }

  /// The lines of a role.
  private func lines(_ role: DocumentLine.Role) -> [FrameLine] {
    linesByRole[role] ?? []
  }

  /// Notes from which lines a value was read.
  private mutating func place(_ field: Metadata.Field, in lines: [FrameLine]) {
    metadata.spans[field] = lines.flatMap { $0.spans.pieces.map(\.span) }
  }

  /// The name that stands in the lines of a role, rules between and around them left out, or `nil`.
  private func name(_ role: DocumentLine.Role) -> String? {
    Self.name(of: lines(role).map(\.text).joined(separator: " "))
  }

  private mutating func note(
    _ kind: Diagnostic.Kind, _ argument: String, at role: DocumentLine.Role
  ) {
    let line = lines(role).first
    diagnostics.append(Diagnostic(kind, argument, at: line?.location, in: line?.spans.first))
  }
}

extension MetadataReader {
  /// Superior, issuer, motto, and the bodies addressed.
  private mutating func readBodies() {
    metadata.superior = name(.superior)
    metadata.issuer = issuer
    metadata.motto = motto
    place(.superior, in: lines(.superior))
    place(.issuer, in: lines(.issuer))
    metadata.addressees = BodyList(addressees, in: lexicon).names
    metadata.recipients = BodyList(lines(.recipients).map(\.text), in: lexicon).names
  }

  /// The lines that say to whom, without that of the sender above them: `BỘ TRƯỞNG BỘ Y TẾ điện:`.
  private var addressees: [String] {
    lines(.addressees).map(\.text).filter { line in
      let text = FoldedText(line)
      return text.start(of: .telegraphs, in: lexicon, endingAt: text.count - 1) == nil
    }
  }

  /// The motto; a copy of it, as in the letterhead of a sample, is left out.
  private var motto: String? {
    var seen: Set<[UInt8]> = []
    let words = lines(.motto).flatMap { line in
      let piece = squeezed(line.text)
      return seen.insert(FoldedText(piece).codes).inserted ? [piece] : []
    }
    return Self.name(of: words.joined(separator: " "))
  }

  /// The issuer, or several joined by ` - ` as on one line.
  ///
  /// Lines name several if they open with the same word for a body (`BỘ TÀI CHÍNH` / `BỘ NỘI VỤ`), or
  /// if each body has its own number.
  private var issuer: String? {
    if let issuers = numberedIssuers { return issuers.joined(separator: " - ") }
    let names = lines(.issuer).map { squeezed($0.text) }
    let words = names.map { name -> ArraySlice<UInt8>? in
      let text = FoldedText(name)
      return text.end(of: .jointIssuer, in: lexicon).map { text.codes[..<$0] }
    }
    guard let word = words.first ?? nil, words.dropFirst().contains(word) else {
      return name(.issuer)
    }
    var joined = ""
    for (name, own) in zip(names, words) {
      if !joined.isEmpty { joined += own == word && !joined.hasSuffix("-") ? " - " : " " }
      joined += name
    }
    return joined
  }

  /// The bodies that have a number each, one above or beside the other, or `nil` where only one number stands.
  private var numberedIssuers: [String]? {
    let numbers = lines(.number)
    guard numbers.count > 1 else { return nil }
    let issuers = lines(.issuer)
    if numbers[0].location == numbers[1].location, issuers.count.isMultiple(of: 2) {
      let columns = [0, 1].map { column in
        stride(from: column, to: issuers.count, by: 2).map { issuers[$0].text }
      }
      return columns.compactMap { Self.name(of: $0.joined(separator: " ")) }
    }
    let groups = lines.filter { $0.role == .issuer || $0.role == .number }
      .split { $0.role == .number }
    guard groups.count > 1 else { return nil }
    return groups.compactMap { Self.name(of: $0.map(\.text).joined(separator: " ")) }
  }

  /// Type, subject and period; type line and title lines go together.
  private mutating func readTitle() {
    var titles = lines(.title)
    if let line = lines(.type).first?.type ?? typeOfNumberLine {
      let goesOn = titles.count > 1
      let joined = titles.first.flatMap { line.joined(with: squeezed($0.text), goesOn: goesOn) }
      if joined != nil { titles.removeFirst() }
      let type = joined ?? line
      self.type = type
      metadata.type = type.word
      metadata.isDraft = type.isDraft
      if metadata.issuer == nil {
        metadata.issuer = type.issuer
        place(.issuer, in: lines(.type))
      }
    }
    if lines(.number).isEmpty { takeNumberFromTitle(&titles) }
    let opening = type?.subject ?? (titles.isEmpty ? type?.rest : nil)
    let words = (opening.map { [$0] } ?? []) + titles.map(\.text)
    let subject = squeezed(words.joined(separator: " "))
    guard !subject.isEmpty else { return }
    metadata.subject = subject
    place(.subject, in: (opening == nil ? [] : lines(.type)) + titles)
    metadata.period = TitlePeriod(subject, lexicon: lexicon).map {
      Period(text: $0.text, edtf: $0.edtf, start: $0.firstDay, end: $0.lastDay)
    }
  }

  /// The type that stands before the number in its line, where no line has it alone.
  private var typeOfNumberLine: TypeLine? {
    guard let words = lines(.number).first?.text else { return nil }
    let line = TypeLine(words, in: lexicon)
    return line.type?.headsDocuments == true ? line : nil
  }

  /// Takes number and date that stand in the title, as in laws printed in collections:
  /// *Nghị định của Chính phủ* / *số 116/2003/NĐ-CP ngày 10/10/2003*.
  private mutating func takeNumberFromTitle(_ titles: inout [FrameLine]) {
    if let number = type?.number {
      self.number = number
      place(.number, in: lines(.type))
    } else if let place = titles.firstIndex(where: { $0.number?.isWholeInTitle == true }) {
      let title = titles.remove(at: place)
      number = title.number
      self.place(.number, in: [title])
    }
  }

  /// Number, symbol and code.
  private mutating func readNumber() {
    if let line = lines(.number).first(where: { $0.number != nil }) {
      number = line.number
      place(.number, in: [line])
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
    let dates = lines(.placedate).compactMap(\.date)
    let isOwn = !dates.isEmpty
    guard let line = dates.first(where: { $0.place != nil }) ?? dates.first ?? number?.date else {
      return
    }
    if isOwn { metadata.place = line.place.map(squeezed) }
    metadata.date = DocumentDate(text: line.text, edtf: line.date.edtf)
    let role = isOwn ? DocumentLine.Role.placedate : .number
    place(.date, in: lines(role))
    place(.place, in: lines(role))
    if line.date.isImpossible {
      note(.impossibleDate, line.text, at: role)
    } else if !line.date.isComplete {
      note(.incompleteDate, line.text, at: role)
    }
  }
}

extension MetadataReader {
  /// Whose rules the document follows: by its motto, otherwise by the form of its number.
  private var side: DocumentType.Side {
    for case .motto(let side?) in lines(.motto).map(\.content) { return side }
    // mass organisations have mottos of their own and number as the Party does
    return number?.side ?? .state
  }

  /// The code of the type by its word, and whether the symbol agrees with it.
  private mutating func readTypeCode() {
    guard let type = type?.type else { return }
    metadata.typeCode = type.code(for: side)
    guard let slot = number?.typeSlot, let other = self.type(withCode: slot, like: type),
      !isAttached
    else { return }
    let line = lines(.number).first ?? lines(.type).first
    diagnostics.append(
      Diagnostic(
        .typeDiffers, metadata.type ?? type.word, String(slot), other.word, at: line?.location,
        in: line?.spans.first))
  }

  /// Whether the title says to what the document is attached: it may have the number of that.
  private var isAttached: Bool {
    lines(.title).contains { FoldedText($0.text).opens(with: .attachment, in: lexicon) }
  }

  /// The type that a code belongs to, or `nil` where the code is unknown or goes with the given type.
  private func type(withCode code: Substring, like type: DocumentType) -> DocumentType? {
    let wanted = FoldedText(String(code)).codes
    let others = lexicon.documentTypes.filter {
      [$0.partyCode, $0.stateCode].contains { code in
        code.map { $0.unicodeScalars.count == wanted.count && FoldedText($0).codes == wanted }
          ?? false
      }
    }
    // quy định of the centre are numbered QĐ, programmes of action CTr
    let isNearby = others.contains { near in
      near.archiveNumber == type.archiveNumber && near.archiveNumber != Self.otherTypes
        || type.archiveNumber == Self.rules && near.archiveNumber == Self.decisions
    }
    // tờ trình are numbered TT, chương trình CT: the code is made of the first letters of the word
    let letters = FoldedText(String(type.word.split(separator: " ").compactMap(\.first)))
    return others.contains(type) || isNearby || letters.codes == wanted ? nil : others.first
  }

  /// The numbers of types in records of the archive: decisions, rules, and all that have none of their own.
  private static let (decisions, rules, otherTypes) = ("02", "05", "32")

  /// Security, urgency, draft.
  private mutating func readMarks() {
    for line in lines(.mark) {
      guard case .mark(let mark) = line.content else { continue }
      if metadata.security == nil, let security = mark.security {
        metadata.security = security
        place(.security, in: [line])
      }
      if metadata.urgency == nil, let urgency = mark.urgency {
        metadata.urgency = urgency
        place(.urgency, in: [line])
      }
      if mark.isDraft { metadata.isDraft = true }
    }
  }

  /// The signature that counts.
  private mutating func readSignature() {
    let signatures = SignatureReader.signatures(in: lines)
    metadata.signature = signatures.last
    place(.signature, in: lines(.signature))
    if signatures.count > 1 {
      let names = signatures.map { $0.name ?? $0.title ?? "" }.joined(separator: ", ")
      note(.severalSignatures, names, at: .signature)
    }
  }
}
