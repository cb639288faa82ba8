/// The pass that draws small letters as capitals, as some fonts of TCVN3 do.
enum CapitalFontPass {
  /// Rewrites stretches of a text, in scalars; what a stretch holds of a word is one change.
  static func run(over text: inout Rewriting, _ stretches: [Range<Int>]) {
    var pass = text.pass()
    for stretch in stretches {
      pass.keep(upTo: stretch.lowerBound)
      while pass.position < stretch.upperBound {
        let start = pass.position
        if pass.source[start] <= 0x20 {
          pass.keep()
          continue
        }
        while pass.position < stretch.upperBound, pass.source[pass.position] > 0x20 {
          pass.put(Capital.of(pass.source[pass.position]), for: 1)
        }
        pass.record(Rule.capitalFont, from: start)
      }
    }
    text.apply(pass)
  }
}
