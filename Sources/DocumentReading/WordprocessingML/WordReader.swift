internal import ProgrammeModel

/// Reads a Word document: its main part, and from the relationships of that whatever else it needs.
struct WordReader {
  /// The limits.
  let limits: ReadingLimits

  /// Reads the bytes of a package.
  func read(
    _ bytes: [UInt8], named name: String
  ) throws(ReadingError) -> Outcome<SourceDocument> {
    let limits = limits
    return try unsafe bytes.withUnsafeBufferPointer {
      (buffer) throws(ReadingError) -> Outcome<SourceDocument> in
      let archive = try unsafe ZIPArchive(
        reading: buffer, file: name, limits: limits, budget: InflationBudget(limits))
      return try Self.read(WordPackage(archive, limits: limits), named: name, limits: limits)
    }
  }

  private static func read(
    _ package: consuming WordPackage, named name: String, limits: ReadingLimits
  ) throws(ReadingError) -> Outcome<SourceDocument> {
    var state = WordState()
    if let part = package.relationships.part(ofType: "styles"),
      var xml = try package.open(part)
    {
      state.styles = try Styles(reading: &xml, fonts: &state.fonts)
    }
    if let part = package.relationships.part(ofType: "numbering"),
      var xml = try package.open(part)
    {
      state.numbering = try Numbering(reading: &xml, fonts: &state.fonts, styles: state.styles)
    }
    guard let xml = try package.open(package.mainPart) else {
      throw .missingMainPart(file: name, tried: package.mainPart)
    }
    var reader = BodyReader(xml, state: state, limits: limits)
    var flow = BlockFlow(isBody: true)
    try reader.readBlocks(into: &flow)
    try reader.finish(&flow)
    let document = SourceDocument(
      name: name, format: .docx, blocks: flow.blocks, fonts: reader.state.fonts.names,
      characterCount: reader.state.metCharacters, unread: reader.state.unread,
      paragraphCount: reader.xml.paragraphCount)
    return Outcome(document, diagnostics: reader.state.diagnostics)
  }
}
