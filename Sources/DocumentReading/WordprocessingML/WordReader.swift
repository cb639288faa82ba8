internal import ProgrammeModel
internal import VietnameseText

/// Reads a Word document: its main part, and from the relationships of that whatever else it needs.
struct WordReader {
  /// The limits.
  var limits: ReadingLimits
  /// What was used of what is allowed; documents in documents share it.
  var budget: ReadingBudget
  /// How deep the document is embedded in others.
  var depth = 0

  /// Makes a reader with all that the limits allow.
  init(limits: ReadingLimits) {
    self.limits = limits
    budget = ReadingBudget(limits)
  }

  /// Reads the bytes of a package.
  func read(
    _ bytes: [UInt8], named name: String
  ) throws(ReadingError) -> Outcome<SourceDocument> {
    try unsafe bytes.withUnsafeBufferPointer {
      (buffer) throws(ReadingError) -> Outcome<SourceDocument> in
      let archive = try unsafe ZIPArchive(
        reading: buffer, file: name, limits: limits, budget: budget)
      return try read(WordPackage(archive, limits: limits), named: name)
    }
  }

  private func read(
    _ package: consuming WordPackage, named name: String
  ) throws(ReadingError) -> Outcome<SourceDocument> {
    let state = try definitions(of: package)
    guard let xml = try package.open(package.mainPart) else {
      throw .missingMainPart(file: name, tried: package.mainPart)
    }
    var document = SourceDocument(name: name, format: .docx)
    var reader = BodyReader(xml, state: state, limits: limits)
    var flow = BlockFlow(isBody: true)
    try reader.readBlocks(into: &flow)
    reader.finish(&flow)
    document.paragraphCount = reader.xml.paragraphCount
    document.blocks = flow.blocks
    for kind in [SourceNote.Kind.footnote, .endnote] where !reader.state.notes.isEmpty(kind) {
      document.notes += try notes(kind, package, &reader)
    }
    document.furniture = try furniture(package, &reader)
    try countComments(package, &reader)
    try readTheme(package, &reader.state.fonts)
    document.fonts = reader.state.fonts.names
    try insertChunks(into: &document, package, &reader)
    reader.state.noteWhatIsLeftOut()
    document.characterCount = reader.state.metCharacters
    document.unread = reader.state.unread
    return Outcome(document, diagnostics: reader.state.diagnostics)
  }

  /// Reads styles and lists.
  private func definitions(of package: borrowing WordPackage) throws(ReadingError) -> WordState {
    var state = WordState()
    state.numbering.largestNumber = limits.listNumber
    if var xml = try package.open(partOfType: "styles", &state) {
      state.styles = try Styles(reading: &xml, fonts: &state.fonts)
    }
    if var xml = try package.open(partOfType: "numbering", &state) {
      state.numbering = try Numbering(reading: &xml, fonts: &state.fonts, styles: state.styles)
      state.numbering.largestNumber = limits.listNumber
    }
    return state
  }

  /// Reads the theme where a style or a run names its fonts.
  private func readTheme(
    _ package: borrowing WordPackage, _ fonts: inout FontTable
  ) throws(ReadingError) {
    guard fonts.needsTheme, let part = package.relationships.part(ofType: "theme"),
      var xml = try package.open(part)
    else { return }
    var names: [XMLName: String] = [:]
    var group = XMLName.other
    while true {
      switch try xml.next() {
      case .start(let element) where element.namespace == .drawing:
        if element.name == .majorFont || element.name == .minorFont { group = element.name }
        if element.name == .latin, names[group] == nil {
          names[group] = xml.value(.typeface, of: element)?.string
        }
      case .finish:
        return fonts.name(major: names[.majorFont], minor: names[.minorFont])
      default: break
      }
    }
  }

  /// Counts the characters of comments, which are never text of the document.
  private func countComments(
    _ package: borrowing WordPackage, _ reader: inout BodyReader
  ) throws(ReadingError) {
    guard let part = package.relationships.part(ofType: "comments"),
      var xml = try package.open(part)
    else { return }
    let count = try xml.skipCountingText()
    reader.state.skip(count, part: part, element: "w:comment")
  }
}

extension WordPackage {
  /// Starts to read the part of a type that the main part refers to, or is `nil` where there is none.
  fileprivate func open(
    partOfType type: String, _ state: inout WordState
  ) throws(ReadingError) -> XMLPullReader? {
    guard let part = relationships.part(ofType: type) else { return nil }
    guard let xml = try open(part) else {
      state.say(.missingPart, part)
      return nil
    }
    return xml
  }
}

extension WordState {
  /// Says once for the document what was left out and why.
  fileprivate mutating func noteWhatIsLeftOut() {
    if hasTrackedChanges { diagnostics.append(Diagnostic(.trackedChanges)) }
    let kinds: [(String, Diagnostic.Kind)] = [
      ("w:vanish", .hiddenText), ("w:comment", .comments), ("w:vMerge", .coveredText),
    ]
    for (element, kind) in kinds {
      let count = unreadCount(of: element)
      if count > 0 { diagnostics.append(Diagnostic(kind, String(count))) }
    }
  }
}
