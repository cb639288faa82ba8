internal import ProgrammeModel
internal import VietnameseText

/// What is reported of the encodings of a document, and where each was met first.
struct EncodingDoubts {
  /// How often something was met, and where first.
  struct Doubt {
    private(set) var count = 0
    private(set) var location: Location?

    mutating func add(_ more: Int, at place: Location) {
      guard more > 0 else { return }
      if count == 0 { location = place }
      count += more
    }
  }

  /// Font runs that may be legacy text, and were left as they are.
  var undecided = Doubt()
  /// Bytes that are no UTF-8.
  var stray = Doubt()
  /// Letters that their encoding does not have.
  var unknown = Doubt()

  private var contradicted: [(font: LegacyFont, encoding: LegacyEncoding, doubt: Doubt)] = []
  private var met: [LegacyEncoding] = []
  private var mixed: Location?

  /// Notes that text was decoded from an encoding.
  mutating func meet(_ encoding: LegacyEncoding, at location: Location) {
    guard !met.contains(encoding) else { return }
    met.append(encoding)
    if met.count == 2 { mixed = location }
  }

  /// Notes that text in a font was decoded, where the name of the font suggests another encoding.
  mutating func note(_ hint: LegacyFont?, _ encoding: LegacyEncoding, at location: Location) {
    guard let hint, let suggested = hint.encoding, suggested != encoding else { return }
    if let index = contradicted.firstIndex(where: { $0.font == hint && $0.encoding == encoding }) {
      contradicted[index].doubt.add(1, at: location)
    } else {
      contradicted.append((hint, encoding, Doubt()))
      contradicted[contradicted.count - 1].doubt.add(1, at: location)
    }
  }

  /// One diagnostic a kind.
  var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    for (font, encoding, doubt) in contradicted {
      found.append(
        Diagnostic(
          .fontContradicted, font.encoding?.rawValue ?? "", String(doubt.count), encoding.rawValue,
          at: doubt.location))
    }
    let encodings = met.map(\.rawValue).joined(separator: ", ")
    if met.count > 1 { found.append(Diagnostic(.mixedEncodings, encodings, at: mixed)) }
    if undecided.count > 0 {
      found.append(Diagnostic(.undecided, String(undecided.count), at: undecided.location))
    }
    if stray.count > 0 {
      found.append(Diagnostic(.invalidUTF8, String(stray.count), at: stray.location))
    }
    if unknown.count > 0 {
      found.append(
        Diagnostic(.unknownLetters, String(unknown.count), encodings, at: unknown.location))
    }
    return found
  }
}
