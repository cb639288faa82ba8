internal import ContentDigest
internal import ProgrammeModel

/// What a finding is known by in another version of its document: sixteen hexadecimal digits.
///
/// They are made of the code and of the text of the paragraph at the place, not of its number. A finding about the
/// whole document has what it says in place of a text, without numbers: what is counted may grow. So has what a
/// document lacks: that is told at a line, but is no doubt about the line.
enum Fingerprint {
  /// The fingerprint of a code and a text.
  static func of(_ code: String, _ text: String = "") -> String {
    String(Digest.sha256(Array("\(code)\n\(text)".utf8)).prefix(16))
  }

  /// The fingerprints of doubts about a document, one for each.
  static func of(_ diagnostics: [Diagnostic], in document: SourceDocument) -> [String] {
    let places = Set(diagnostics.compactMap(\.location))
    var texts: [Location: String] = [:]
    if !places.isEmpty {
      document.forEachParagraph { paragraph in
        if places.contains(paragraph.location) { texts[paragraph.location] = paragraph.text }
      }
    }
    return diagnostics.map { diagnostic in
      let text = lacks.contains(diagnostic.kind) ? nil : diagnostic.location.flatMap { texts[$0] }
      return of(diagnostic.code, text ?? words(of: diagnostic))
    }
  }

  private static let lacks: Set<Diagnostic.Kind> = [.unknownType, .noLetterhead, .unsigned]

  private static func words(of diagnostic: Diagnostic) -> String {
    diagnostic.arguments.filter { argument in
      !argument.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }.joined(separator: "\n")
  }
}
