/// The control words that mean something for the text; every other word is `other`.
enum RTFWord: String, CaseIterable {
  case other = ""

  // The file and its code pages.
  case rtf, ansi, mac, pc, pca, ansicpg, deff, uc, u, bin, upr, ud

  // Destinations that are read and not shown.
  case fonttbl, stylesheet, listtable, listoverridetable, fldinst, sn, sv, leveltext, levelnumbers
  case formfield, ffl
  case listtext, pntext, pn, listlevel, list, listoverride, lfolevel, nesttableprops

  // Destinations that are shown.
  case field, fldrslt, footnote, shp, shpinst, shptxt, shprslt, dptxbxtext, object, result
  case drawing = "do"
  case header, headerl, headerr, headerf, footer, footerl, footerr, footerf
  case moMath, moMathPara

  // Destinations that are counted.
  case annotation

  // Destinations that are passed over.
  case pict, objdata, shppict, nonshppict, nonesttables, info, colortbl, filetbl, revtbl, rsidtbl
  case generator, themedata, colorschememapping, latentstyles, datastore, xmlnstbl, listpicture
  case listname, liststylename, falt, panose, fontemb, xe, tc, rxe, datafield, ffname
  case bkmkstart, bkmkend, atnid, atnauthor, atntime, atndate, atnicn, atnref, atnparent
  case atrfstart, atrfend, ftnsep, ftnsepc, ftncn, aftnsep, aftnsepc, aftncn, template, userprops
  case docvar, passwordhash, objclass, objname, objalias, objsect, pntxta, pntxtb, pnseclvl
  case privateData = "private"
  case background, keycode, mmathPict, fontfile, pgptbl, htmltag, mhtmltag, oldcprops, oldpprops
  case oldtprops, oldsprops, protusertbl, wgrffmtfilter, mailmerge, xmlopen, xmlclose, factoidname

  // Properties of groups in formulas, which hold names and no text.
  case mrPr, mfPr, mctrlPr, mdPr, mnaryPr, mradPr, msSupPr, msSubPr, msSubSupPr, msPrePr, mfuncPr
  case mlimLowPr, mlimUppPr, maccPr, mbarPr, mboxPr, mborderBoxPr, meqArrPr, mgroupChrPr, mmPr
  case mphantPr, momathParaPr = "moMathParaPr", margPr, mmathPr

  // Letters.
  case par, sect, line, lbr, softline, page, column, tab, cell, row, nestcell, nestrow
  case emdash, endash, emspace, enspace, qmspace, bullet, lquote, rquote, ldblquote, rdblquote
  case zwj, zwnj, zwbo, zwnbo, ltrmark, rtlmark, chpgn, sectnum, chftn

  // Character properties.
  case plain, f, b, i, ul, uld, uldash, uldashd, uldashdd, uldb, ulhwave, ulth, ulw, ulwave, ulnone
  case caps, v, deleted, mvf, spv, cs

  // Paragraph properties.
  case pard, s, ql, qr, qc, qj, qd, qt, li, lin, fi, outlinelevel, pagebb, ls, ilvl
  case pnlvl, pnlvlblt, pnlvlbody, pnlvlcont, intbl, itap, dropcapli

  // Sections.
  case sectd, sbknone, titlepg, facingp

  // Rows.
  case trowd, cellx, clmgf, clmrg, clvmgf, clvmrg, trhdr, trleft
  case trbrdrt, trbrdrl, trbrdrb, trbrdrr, trbrdrh, trbrdrv, clbrdrt, clbrdrl, clbrdrb, clbrdrr
  case brdrt, brdrl, brdrb, brdrr, brdrbtw, brdrbar, box
  case brdrs, brdrth, brdrsh, brdrdb, brdrdot, brdrdash, brdrhair, brdrdashsm, brdrdashd
  case brdrdashdd, brdrinset, brdroutset, brdrtriple, brdrwavy, brdrwavydb, brdremboss
  case brdrengrave, brdrthtnsg, brdrtnthsg, brdrtnthtnsg, brdrthtnmg, brdrtnthmg, brdrtnthtnmg
  case brdrthtnlg, brdrtnthlg, brdrtnthtnlg

  // Fonts.
  case fcharset, cpg

  // Styles.
  case ds, ts, tsrowd, sbasedon

  // Lists.
  case listid, listsimple, levelnfc, levelnfcn, levelstartat, levellegal, levelnorestart
  case listoverridestartat, listoverrideformat

  // Notes and form fields.
  case ftnalt, fftype, ffres, ffdefres

  private static let byName = Dictionary(
    allCases.map { ($0.rawValue, $0) }, uniquingKeysWith: { first, _ in first })

  /// Whether the group that the word begins holds nothing that is shown, and nothing that is defined.
  var beginsSkippedGroup: Bool { Self.skipped.contains(self) }

  private static let skipped: Set<RTFWord> = [
    .pict, .objdata, .nonshppict, .nonesttables, .info, .colortbl, .filetbl, .revtbl, .rsidtbl,
    .generator, .themedata, .colorschememapping, .latentstyles, .datastore, .xmlnstbl, .listpicture,
    .listname, .liststylename, .falt, .panose, .fontemb, .xe, .tc, .rxe, .datafield, .ffname,
    .bkmkstart, .bkmkend, .atnid, .atnauthor, .atntime, .atndate, .atnicn, .atnref, .atnparent,
    .atrfstart, .atrfend, .ftnsep, .ftnsepc, .ftncn, .aftnsep, .aftnsepc, .aftncn, .template,
    .userprops, .docvar, .passwordhash, .objclass, .objname, .objalias, .objsect, .privateData,
    .pntxta, .pntxtb, .pnseclvl, .background, .keycode, .mmathPict, .fontfile, .pgptbl, .htmltag,
    .mhtmltag,
    .oldcprops, .oldpprops, .oldtprops, .oldsprops, .protusertbl, .wgrffmtfilter, .mailmerge,
    .xmlopen, .xmlclose, .factoidname, .mrPr, .mfPr, .mctrlPr, .mdPr, .mnaryPr, .mradPr, .msSupPr,
    .msSubPr, .msSubSupPr, .msPrePr, .mfuncPr, .mlimLowPr, .mlimUppPr, .maccPr, .mbarPr, .mboxPr,
    .mborderBoxPr, .meqArrPr, .mgroupChrPr, .mmPr, .mphantPr, .momathParaPr, .margPr, .mmathPr,
  ]

  /// The word of its letters.
  init(letters: ArraySlice<UInt8>) {
    self = Self.byName[String(decoding: letters, as: UTF8.self)] ?? .other
  }
}
