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
    guard codes.count <= 7 else { return false }
    var letters: UInt64 = 0
    var tone: UInt8 = 0
    for code in codes {
      let letter = code & 31
      if letter == SyllableLetter.foreign { return false }
      if code >> 5 != 0 {
        if tone != 0 { return false }
        tone = code >> 5
      }
      letters = letters << 5 | UInt64(letter)
    }
    return isValid(letters: letters, count: codes.count, tone: tone)
  }

  /// Whether letters of Vietnamese, each in five bits, the last one lowest, are a syllable with a tone.
  static func isValid(letters: UInt64, count: Int, tone: UInt8) -> Bool {
    guard count > 0, count <= 7 else { return false }
    // The rhyme is what follows an onset; `gi` is an onset of its own and g with i in the rhyme.
    let tree = parts
    for length in max(0, count - 4)...min(3, count - 1) {
      guard length == 0 || tree.kind(of: letters >> UInt64(5 * (count - length)), length) == .onset
      else { continue }
      switch tree.kind(of: letters, count - length) {
      case .openRhyme: return true
      case .stoppedRhyme: if tone >= 4 { return true }
      case .none, .onset: continue
      }
    }
    return false
  }

  private static let parts = Parts()

  /// The onsets and rhymes as a tree of their letters: no rhyme is an onset.
  private struct Parts: Sendable {
    enum Kind { case none, onset, openRhyme, stoppedRhyme }

    /// For every node and letter the next node, 0 for none; the root is node 0.
    private var nodes = [UInt16](repeating: 0, count: 32)

    /// What ends at every node.
    private var kinds = [Kind.none]

    init() {
      for onset in Syllable.onsets.split(separator: " ") { add(onset, .onset) }
      for rhyme in Syllable.rhymes.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let isStopped = ["c", "h", "p", "t"].contains(rhyme.last) && !rhyme.hasSuffix("nh")
        add(rhyme, isStopped ? .stoppedRhyme : .openRhyme)
      }
    }

    private mutating func add(_ text: Substring, _ kind: Kind) {
      var node = 0
      for scalar in text.unicodeScalars {
        let letter = SyllableLetter.of(scalar.value)?.code ?? SyllableLetter.foreign
        let place = node * 32 + Int(letter & 31)
        if nodes[place] == 0 {
          nodes[place] = UInt16(kinds.count)
          nodes.append(contentsOf: repeatElement(0, count: 32))
          kinds.append(.none)
        }
        node = Int(nodes[place])
      }
      kinds[node] = kind
    }

    /// What the last letters of some are, five bits each.
    func kind(of letters: UInt64, _ count: Int) -> Kind {
      var node = 0
      for place in stride(from: 5 * (count - 1), through: 0, by: -5) {
        node = Int(nodes[node * 32 + Int(letters >> UInt64(place) & 31)])
        if node == 0 { return .none }
      }
      return kinds[node]
    }
  }

  private static let onsets =
    "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"

  /// The rhymes (vần), those after `qu` as well; oong and ooc are left out: in words such as `xoong` they
  /// are rare, and in VNI that is read as TCVN3 they stand for ông and ôc.
  private static let rhymes = """
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
