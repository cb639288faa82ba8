internal import ProgrammeModel
internal import VietnameseText

// Composing, NFC and the marks that it leaves apart.
extension UnicodePass {
  /// Composes every span that is not in NFC.
  mutating func compose(_ text: inout Rewriting) {
    var pass = text.pass()
    compose(&pass)
    text.apply(pass)
  }

  private mutating func compose(_ pass: inout Rewriting.Pass) {
    let source = pass.source
    var index = 0
    while index < source.count {
      if UnicodePass.isInert(source[index]) {
        index += 1
        continue
      }
      // The span begins with the starter before it and ends before the next.
      let start = index > pass.position ? index - 1 : index
      var end = index + 1
      while end < source.count, !UnicodePass.isInert(source[end]) { end += 1 }
      pass.keep(upTo: start)
      if UnicodePass.composeVowel(&pass, to: end, &remarks) {
        index = pass.position
        continue
      }
      let composed = String(scalars: source[start..<end]).composed.unicodeScalars.map(\.value)
      pass.replace(end - start, with: composed, rule: Rule.nfc)
      index = end
    }
  }

  /// Composes a vowel of Vietnamese with its marks, or leaves the span alone.
  private static func composeVowel(
    _ pass: inout Rewriting.Pass, to end: Int, _ remarks: inout Remarks
  ) -> Bool {
    let source = pass.source
    guard var vowel = Vowel(source[pass.position]) else { return false }
    var rule = Rule.nfc
    var index = pass.position + 1
    while index < end {
      let mark = source[index]
      guard Vowel.isMark(mark) else { return false }
      if Vowel.isUpperShape(mark), vowel.hasUpperTone { rule = Rule.markOrder }
      switch vowel.add(mark) {
      case .added: index += 1
      case .second:
        remarks.doubleMarks += 1
        return false
      case .foreign: return false
      }
    }
    pass.replace(end - pass.position, with: [vowel.scalar], rule: rule)
    return true
  }

  /// Whether a scalar is its own NFC and never joins the one before it.
  ///
  /// These are the starters with NFC_QC=Yes. The ranges hold no other scalar; what is outside of them
  /// is looked at exactly.
  static func isInert(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x300, 0x3C0..<0x480, 0x4C0..<0x580, 0x1E00..<0x1F40, 0x2002..<0x20C0,
      0x2100..<0x2126, 0x2127..<0x212A, 0x212C..<0x2140, 0x2180..<0x21C0, 0x2200..<0x2240,
      0x2300..<0x2329, 0x232B..<0x2340, 0x2500..<0x2600, 0x2700..<0x2740, 0x4E00..<0xA000,
      0xE000..<0xF900:
      true
    default: false
    }
  }
}

extension UnicodePass.Remarks {
  /// What people should know of what was seen, one diagnostic a kind.
  var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    if doubleMarks > 0 { found.append(Diagnostic(.doubleMarks, String(doubleMarks))) }
    if privateUse > 0 { found.append(Diagnostic(.privateUse, String(privateUse))) }
    if controls > 0 { found.append(Diagnostic(.controls, String(controls))) }
    return found
  }
}
