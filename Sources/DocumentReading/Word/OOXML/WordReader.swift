internal import ProgrammeModel
internal import VietnameseText

/// Reads a Word document: its main part, and from the relationships of that whatever else it needs.
struct WordReader {
  /// The limits.
  var limits: ReadingLimits
  /// What was used of what is allowed; documents in documents share it.
  var budget: ReadingBudget
  /// The parser of XML.
  let parser: XMLPullReader.Parser
  /// How deep the document is embedded in others.
  var depth = 0

  /// Makes a reader with all that the limits allow.
  init(limits: ReadingLimits, parser: XMLPullReader.Parser = .plainFirst) {
    self.limits = limits
    self.parser = parser
    budget = ReadingBudget(limits)
  }

  /// Reads the bytes of a package.
  func read(
    _ bytes: [UInt8], named name: String
  ) throws(ReadingError) -> Outcome<SourceDocument> {
    try ZIPArchive.read(bytes, file: name, limits: limits, budget: budget) {
      (archive) throws(ReadingError) -> Outcome<SourceDocument> in
      try read(WordPackage(archive, parser: parser), named: name)
    }
  }

  private func read(
    _ package: consuming WordPackage, named name: String
  ) throws(ReadingError) -> Outcome<SourceDocument> {
    guard let xml = try package.open(package.mainPart) else {
      throw .missingMainPart(file: name, tried: package.mainPart)
    }
    var document = SourceDocument(name: name, format: .docx)
    var reader = BodyReader(xml, builder: try builder(of: package))
    var flow = BlockFlow(isBody: true)
    try reader.readBlocks(into: &flow)
    reader.builder.finish(&flow)
    document.paragraphCount = reader.xml.paragraphCount
    document.blocks = flow.blocks
    for kind in [SourceNote.Kind.footnote, .endnote] where !reader.builder.notes.isEmpty(kind) {
      document.notes += try notes(kind, package, &reader)
    }
    document.furniture = try furniture(package, &reader)
    try countComments(package, &reader)
    try readTheme(package, &reader.builder.fonts)
    document.fonts = reader.builder.fonts.names
    reader.countIgnorable()
    try insertChunks(into: &document, package, &reader)
    countUnreadParts(package, &reader)
    reader.builder.complete(&document)
    return Outcome(document, diagnostics: reader.builder.diagnostics)
  }

  /// Reads styles and lists, and makes a builder that knows them.
  private func builder(
    of package: borrowing WordPackage
  ) throws(ReadingError) -> WordBuilder {
    var fonts = FontTable()
    var styles = Styles.none
    var numbering = Numbering.none
    var missing: [String] = []
    if var xml = try package.open(partOfType: "styles", &missing) {
      styles = try Styles(reading: &xml, fonts: &fonts)
    }
    if var xml = try package.open(partOfType: "numbering", &missing) {
      var reader = NumberingReader(fonts: fonts, styles: styles)
      numbering = try reader.read(&xml, largestNumber: limits.listNumber)
      fonts = reader.fonts
    }
    var builder = WordBuilder(
      file: package.archive.file, part: package.mainPart, styles: styles, numbering: numbering,
      fonts: fonts, limits: limits, budget: budget)
    for part in missing { builder.note(.missingPart, part) }
    return builder
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
    try xml.forEachDescendant { (xml, element) throws(ReadingError) in
      guard element.namespace == .drawing else { return }
      if element.name == .majorFont || element.name == .minorFont { group = element.name }
      if element.name == .latin, names[group] == nil {
        names[group] = xml.value(.typeface, of: element)
      }
    }
    if let name = names[.majorFont] { fonts.setName(name, of: .major) }
    if let name = names[.minorFont] { fonts.setName(name, of: .minor) }
  }

  /// Counts the characters of comments, which are never text of the document.
  private func countComments(
    _ package: borrowing WordPackage, _ reader: inout BodyReader
  ) throws(ReadingError) {
    guard let part = package.relationships.part(ofType: "comments"),
      var xml = try package.open(part)
    else { return }
    let count = try xml.skipCountingText()
    reader.builder.skip(count, element: Unread.comment, in: part)
  }
}

extension WordPackage {
  /// Starts to read the part of a type that the main part refers to, or is `nil` where there is none; one
  /// that is referred to and not there is added to `missing`.
  fileprivate func open(
    partOfType type: String, _ missing: inout [String]
  ) throws(ReadingError) -> XMLPullReader? {
    guard let part = relationships.part(ofType: type) else { return nil }
    guard let xml = try open(part) else {
      missing.append(part)
      return nil
    }
    return xml
  }
}
