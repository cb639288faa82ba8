/// The local names of elements and attributes that reading knows; every other one is `.other`.
///
/// Elements of different namespaces share a name (`w:p`, `a:p`): `XMLElement.namespace` tells them apart.
/// Attributes are told by their local name alone.
enum XMLName: String, CaseIterable, BitwiseCopyable {
  case other = ""
  /// An element of WordprocessingML that is left out with all that is in it.
  case ignored = "*"

  // Packages (ISO/IEC 29500-2) and alternate content (29500-3).
  case relationship = "Relationship"
  case relationshipID = "Id"
  case target = "Target"
  case targetMode = "TargetMode"
  case relationshipType = "Type"
  case override = "Override"
  case defaultType = "Default"
  case partName = "PartName"
  case fileExtension = "Extension"
  case contentType = "ContentType"
  case alternateContent = "AlternateContent"
  case choice = "Choice"
  case fallback = "Fallback"
  case requires = "Requires"
  case ignorable = "Ignorable"
  case processContent = "ProcessContent"

  // Body, paragraphs and runs.
  case document, body, p, r, t, tab, br, cr, ptab, sym, noBreakHyphen, softHyphen
  case pPr, rPr, sectPr
  case sdt, sdtContent, smartTag, customXml, hyperlink
  case bdo, dir, ruby, rubyPr, rt, rubyBase, subDoc
  case ins, del, moveFrom, moveTo, delText, delInstrText, cellDel
  case fldSimple, fldChar, instrText, fldData, ffData, pgNum
  case footnoteReference, endnoteReference, footnotes, endnotes, footnote, endnote
  case footnoteRef, endnoteRef, annotationRef, separator, continuationSeparator
  case comments, comment, commentReference, hdr, ftr
  case drawing, pict, object, txbxContent, textpath, altChunk, altChunkPr, background
  case headerReference, footerReference, titlePg, evenAndOddHeaders, settings

  // Tables.
  case tbl, tblPr, tblPrEx, tr, trPr, tc, tcPr, tblStyle, tblBorders, tcBorders
  case gridBefore, gridSpan, vMerge, hMerge, tblHeader
  case top, bottom, left, right, start, end, insideH, insideV

  // Properties.
  case pStyle, rStyle, numPr, numId, ilvl, jc, outlineLvl, ind, pageBreakBefore
  case b, i, u, caps, vanish, specVanish, rFonts, framePr, dropCap

  // Styles and themes.
  case styles, style, docDefaults, rPrDefault, pPrDefault, basedOn, name, styleId
  case fontScheme, majorFont, minorFont, latin, typeface

  // Pictures.
  case chart, relIds, dm, v, blip, imagedata

  // Numbering.
  case numbering, abstractNum, abstractNumId, num, lvl, lvlOverride, startOverride, numFmt, lvlText
  case lvlRestart, isLgl, suff, numStyleLink, styleLink

  // Attributes.
  case val, type, id, space, instr, fldCharType, font, char, ascii, hAnsi, asciiTheme, hAnsiTheme
  case firstLine, hanging, format, string
  case ddList, checkBox, checked, result, listEntry
  case defaultAttribute = "default"
}

extension XMLName {
  /// What local names mean for reading.
  static let known: [String: XMLName] = {
    var known: [String: XMLName] = [:]
    for name in ignoredNames { known[name] = .ignored }
    for name in allCases where name != .other && name != .ignored { known[name.rawValue] = name }
    return known
  }()

  /// Elements of WordprocessingML that say nothing of text, labels, fonts or the look that is kept.
  private static let ignoredNames = [
    // Runs.
    "bCs", "iCs", "sz", "szCs", "color", "lang", "kern", "w", "position", "spacing", "shd", "bdr",
    "highlight", "effect", "fitText", "vertAlign", "em", "snapToGrid", "noProof", "smallCaps",
    "strike", "dstrike", "outline", "shadow", "emboss", "imprint", "rtl", "cs", "eastAsianLayout",
    "oMath", "lastRenderedPageBreak", "rPrChange", "webHidden",
    // Paragraphs.
    "keepNext", "keepLines", "widowControl", "suppressLineNumbers", "suppressAutoHyphens", "pBdr",
    "tabs", "contextualSpacing", "mirrorIndents", "textAlignment", "textboxTightWrap",
    "textDirection", "adjustRightInd", "autoSpaceDE", "autoSpaceDN", "bidi", "divId", "cnfStyle",
    "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "suppressOverlap",
    "pPrChange", "numberingChange", "proofErr", "bookmarkStart", "bookmarkEnd",
    "commentRangeStart", "commentRangeEnd", "permStart", "permEnd", "moveFromRangeStart",
    "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    // Tables and sections.
    "tblW", "tblInd", "tblLayout", "tblCellMar", "tblLook", "tblGrid", "tblpPr", "tblOverlap",
    "tblCellSpacing", "tblStyleRowBandSize", "tblStyleColBandSize", "tblStylePr", "tblPrChange",
    "tblPrExChange", "trHeight", "cantSplit", "trPrChange", "tcW", "vAlign", "noWrap", "tcMar",
    "tcFitText", "hideMark", "tcPrChange", "pgSz", "pgMar", "pgBorders", "cols", "docGrid",
    "sectPrChange", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr",
    // Styles and lists.
    "latentStyles", "uiPriority", "qFormat", "semiHidden", "unhideWhenUsed", "rsid", "rsids",
    "next", "link", "locked", "nsid", "tmpl", "multiLevelType", "lvlJc", "lvlPicBulletId",
    "legacy",
  ]
}

/// The namespaces whose elements reading knows.
enum XMLNamespace: UInt8, BitwiseCopyable {
  /// No namespace, or one that is not known.
  case other
  /// WordprocessingML, transitional or strict.
  case word
  /// Markup compatibility: `mc:AlternateContent`.
  case compatibility
  /// Office mathematics.
  case math
  /// DrawingML.
  case drawing
  /// DrawingML for charts.
  case chart
  /// VML.
  case vector
  /// Relationships and content types of packages.
  case package
  /// One that is not known and may be left out (`mc:Ignorable`).
  case ignorable

  /// The URIs of the known namespaces; strict OOXML has URIs of its own (ISO/IEC 29500-1, Annex A).
  static let known: [String: XMLNamespace] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": .word,
    "http://purl.oclc.org/ooxml/wordprocessingml/main": .word,
    "http://schemas.openxmlformats.org/markup-compatibility/2006": .compatibility,
    "http://schemas.openxmlformats.org/officeDocument/2006/math": .math,
    "http://purl.oclc.org/ooxml/officeDocument/math": .math,
    "http://schemas.openxmlformats.org/drawingml/2006/main": .drawing,
    "http://purl.oclc.org/ooxml/drawingml/main": .drawing,
    "http://schemas.openxmlformats.org/drawingml/2006/chart": .chart,
    "http://purl.oclc.org/ooxml/drawingml/chart": .chart,
    "urn:schemas-microsoft-com:vml": .vector,
    "http://schemas.openxmlformats.org/package/2006/relationships": .package,
    "http://schemas.openxmlformats.org/package/2006/content-types": .package,
  ]
}

extension XMLNamespace {
  /// Whether reading understands a namespace: it knows it, or it is one of Word's extensions.
  static func isUnderstood(_ identifier: String) -> Bool {
    known[identifier] != nil || extensions.contains(identifier)
  }

  /// The namespaces whose elements stand in documents of Word and hold text that is read, or none.
  private static let extensions: Set<String> = {
    let word = [
      "2006/wordml", "2010/wordml", "2012/wordml", "2015/wordml/symex", "2016/wordml/cid",
      "2018/wordml", "2018/wordml/cex", "2020/wordml/sdtdatahash", "2023/wordml/word16du",
      "2024/wordml/sdtformatlock", "2010/wordprocessingDrawing", "2012/wordprocessingDrawing",
      "2010/wordprocessingCanvas", "2010/wordprocessingGroup", "2010/wordprocessingInk",
      "2010/wordprocessingShape",
    ]
    return Set(
      word.map { "http://schemas.microsoft.com/office/word/\($0)" } + [
        "http://schemas.microsoft.com/office/drawing/2010/main",
        "urn:schemas-microsoft-com:office:office", "urn:schemas-microsoft-com:office:word",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
      ])
  }()
}
