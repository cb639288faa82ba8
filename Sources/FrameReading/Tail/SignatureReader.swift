internal import DocumentLines
internal import ProgrammeModel

/// Reads who signed, from the signature lines of a document or an appendix.
///
/// ```swift
/// SignatureReader.signatures(in: lines)  // TM. ỦY BAN NHÂN DÂN | KT. CHỦ TỊCH · PHÓ CHỦ TỊCH · Nguyễn Văn An
/// ```
///
/// A position or an authority that comes after a name begins the signature of the next person. Two
/// persons side by side stand in lines that share their location, left column first.
struct SignatureReader {
  /// The signatures in the order of the page, left column before right column.
  ///
  /// Of several, the last is the one that counts: the leading body of a joint document, and the chair
  /// of a meeting, sign on the right.
  static func signatures(in lines: [FrameLine]) -> [Signature] {
    columns(of: lines).flatMap { lines in
      var reader = SignatureReader()
      for line in lines { reader.read(line) }
      reader.close()
      return reader.signatures
    }
  }

  /// The lines of the left and the right column, or of one column.
  ///
  /// Exactly two lines at one location stand side by side; a line alone belongs to the right column.
  private static func columns(of lines: [FrameLine]) -> [[SignatureLine]] {
    let signed = lines.compactMap { line -> (Location, [SignatureLine])? in
      if case .signature(let lines) = line.content { (line.location, lines) } else { nil }
    }
    let counts = signed.reduce(into: [Location: Int]()) { $0[$1.0, default: 0] += 1 }
    guard counts.values.contains(2), counts.values.allSatisfy({ $0 <= 2 }) else {
      return [signed.flatMap(\.1)]
    }
    var left: [SignatureLine] = []
    var right: [SignatureLine] = []
    var previous: Location?
    for (location, lines) in signed {
      if counts[location] == 2, previous != location { left += lines } else { right += lines }
      previous = location
    }
    return [left, right]
  }

  private var signatures: [Signature] = []
  private var authority: [String] = []
  private var positions: [String] = []
  private var names: [String] = []
  private var last = SignatureLine.Kind.remark

  /// Adds a line to the signature it belongs to.
  private mutating func read(_ line: SignatureLine) {
    switch line.kind {
    case .remark: return
    case .authority:
      if !names.isEmpty { close() }
      authority.append(line.words)
    case .position:
      if !names.isEmpty { close() }
      if line.isQualifier, let last = positions.indices.last {
        positions[last] += " " + line.words
      } else {
        positions.append(line.words)
      }
    case .name: names.append(line.words)
    case .other: goOn(line.words)
    }
    last = line.kind == .other ? last : line.kind
  }

  /// Adds words to the line above them; without one they are the authority.
  private mutating func goOn(_ words: String) {
    switch last {
    case .position: positions[positions.count - 1] += " " + words
    case .authority: authority[authority.count - 1] += " " + words
    case .name: break
    case .remark, .other:
      authority.append(words)
      last = .authority
    }
  }

  /// Closes the signature that is being read.
  private mutating func close() {
    if names.count > 1, names.count == positions.count {
      // two columns line by line: first all positions, then all names
      for (position, name) in zip(positions, names) {
        signatures.append(Signature(authority: authority, title: position, name: name))
      }
    } else if names.count > 1, positions.count > names.count {
      // somebody in the middle did not sign: the first and the last position have their names
      signatures += [(positions.first, names.first), (positions.last, names.last)].map {
        Signature(authority: authority, title: $0.0, name: $0.1)
      }
    } else if names.count > 1, positions.isEmpty {
      signatures += names.map { Signature(authority: authority, title: nil, name: $0) }
    } else if !authority.isEmpty || !positions.isEmpty || !names.isEmpty {
      // one position has one name: a line in capitals below it may only look like another; the second position
      // is another office of the same person
      signatures.append(
        Signature(authority: authority, title: positions.first, name: names.first))
    }
    (authority, positions, names, last) = ([], [], [], .remark)
  }
}
