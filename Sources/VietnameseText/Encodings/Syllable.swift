/// The test whether letters make a Vietnamese syllable.
///
/// A syllable is an onset, a rhyme of the list below and at most one tone; a rhyme that ends in c, ch,
/// p or t has the tone sắc or nặng. The tone may stand on any vowel: `hoà` and `hòa` are both good.
///
/// ```swift
/// Syllable.isValid("quyết")  // true
/// Syllable.isValid("quyÕt")  // false: no such letter
/// Syllable.isValid("thuôc")  // false: a rhyme in c without its tone
/// ```
public enum Syllable {
  /// Whether a word is a syllable, in any case; the text is in NFC.
  public static func isValid(_ word: String) -> Bool {
    var codes: [UInt8] = []
    for scalar in word.unicodeScalars {
      guard let letter = SyllableLetter.of(scalar.value) else { return false }
      codes.append(letter.code)
    }
    return isValid(codes[...])
  }

  /// Whether scalars, which are composed, are a syllable, in any case.
  public static func isValid(scalars: some Collection<UInt32>) -> Bool {
    guard scalars.count <= 7 else { return false }
    var codes: [UInt8] = []
    codes.reserveCapacity(7)
    for scalar in scalars {
      guard let letter = SyllableLetter.of(scalar) else { return false }
      codes.append(letter.code)
    }
    return isValid(codes[...])
  }

  /// Whether letters are a syllable; see `SyllableLetter.code`.
  static func isValid(_ codes: ArraySlice<UInt8>) -> Bool {
    guard !codes.isEmpty, codes.count <= 7 else { return false }
    var packed: UInt64 = 0
    var tone: UInt8 = 0
    for code in codes {
      let letter = code & 31
      if letter == SyllableLetter.foreign { return false }
      if code >> 5 != 0 {
        if tone != 0 { return false }
        tone = code >> 5
      }
      packed = packed << 5 | UInt64(letter)
    }
    // The rhyme is what follows an onset; `gi` is an onset of its own and g with i in the rhyme.
    for length in 0...min(3, codes.count - 1) {
      let rest = codes.count - length
      guard rest <= 4 else { continue }
      let onset = Int(packed >> UInt64(5 * rest))
      guard length == 0 || onsets[onset] else { continue }
      let rhyme = Int(packed & (1 << UInt64(5 * rest) - 1))
      switch rhymes[rhyme] {
      case open: return true
      case stopped: if tone >= 4 { return true }
      default: continue
      }
    }
    return false
  }

  private static let open: UInt8 = 1
  private static let stopped: UInt8 = 2

  /// Three letters of five bits: whether they are an onset.
  private static let onsets: [Bool] = {
    var table = [Bool](repeating: false, count: 1 << 15)
    let list = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
    for onset in list.split(separator: " ") { table[packed(onset)] = true }
    return table
  }()

  /// Four letters of five bits: what the rhyme is, 0 for none.
  private static let rhymes: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 1 << 20)
    for rhyme in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let isStopped = ["c", "h", "p", "t"].contains(rhyme.last) && !rhyme.hasSuffix("nh")
      table[packed(rhyme)] = isStopped ? stopped : open
    }
    return table
  }()

  private static func packed(_ letters: Substring) -> Int {
    letters.unicodeScalars.reduce(0) {
      $0 << 5 | Int((SyllableLetter.of($1.value)?.code ?? SyllableLetter.foreign) & 31)
    }
  }

  /// The rhymes (vần), those after `qu` as well; oong and ooc are left out: in words such as `xoong` they
  /// are rare, and in VNI that is read as TCVN3 they stand for ông and ôc.
  private static let list = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in ing inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi
    om on ong oot op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơng ơp ơt
    u ua uân uâng uât uây uăng uc uê uêch uêu uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy
    uya uych uyên uyêt uynh uyn uyp uyt uyu
    ư ưa ưc ưi ưm ưn ưng ưt ươc ươi ươm ươn ương ươp ươt ươu ưu
    y ych yêm yên yêng yêt yêu ym yn ynh yp yt yu
    """
}
