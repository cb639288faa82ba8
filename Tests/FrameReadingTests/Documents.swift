import FrameReading
import ProgrammeModel
import VietnameseLanguage

@testable import DocumentLines

/// Documents made by hand, and what frame reading makes of them.
enum Documents {
  /// A text file of lines; those that are blank are no paragraphs but counted.
  static func text(_ lines: [String]) -> NormalisedDocument {
    let blocks = lines.enumerated().compactMap { index, line -> SourceBlock? in
      let text = Line.trimmed(line)
      guard !text.isEmpty else { return nil }
      return .paragraph(SourceParagraph(text: text, location: Location(line: index + 1)))
    }
    return NormalisedDocument(
      document: SourceDocument(
        name: "sample.txt", format: .txt, blocks: blocks, paragraphCount: blocks.count))
  }

  /// The frame of a text file.
  static func frame(_ lines: [String], _ lexicon: Lexicon = .standard) -> Outcome<Frame> {
    FrameReader(lexicon: lexicon).read(text(lines))
  }

  /// The frame of a text file as lines, the form of the files in Fixtures/frame.
  static func dump(_ lines: [String]) -> [String] {
    let outcome = frame(lines)
    let frame = outcome.value
    var dump: [String] = []
    for part in frame.parts {
      let indentation = part.isAppendix ? "  " : ""
      if part.isAppendix { dump.append("appendix") }
      dump += part.title.map { indentation + "title: \($0)" }
      dump += part.lines.map { indentation + "\($0.role): \($0.text)" }
      dump += part.body.map { indentation + "text: \(frame.lines[$0].text)" }
      if let signature = part.signature { dump.append(indentation + "signed \(words(signature))") }
    }
    return dump + metadata(frame.metadata) + outcome.diagnostics.map(\.code)
  }

  private static func words(_ signature: Signature) -> String {
    (signature.authority + [signature.title ?? "-", signature.name ?? "-"]).joined(separator: " | ")
  }

  /// What metadata say, a value a line; what is absent is left out.
  private static func metadata(_ metadata: Metadata) -> [String] {
    let values: [(String, String?)] = [
      ("superior", metadata.superior), ("issuer", metadata.issuer), ("motto", metadata.motto),
      ("code", metadata.code), ("symbol", metadata.code == nil ? metadata.symbol : nil),
      ("type", metadata.type.map { "\($0), \(metadata.typeCode ?? "no code")" }),
      ("subject", metadata.subject), ("place", metadata.place),
      ("date", metadata.date.map { "\($0.text) = \($0.edtf ?? "nothing")" }),
      ("period", metadata.period.map { "\($0.text) = \($0.edtf)" }),
      ("security", metadata.security), ("urgency", metadata.urgency),
      ("draft", metadata.isDraft ? "yes" : nil),
    ]
    return values.compactMap { name, value in value.map { "= \(name): \($0)" } }
      + metadata.addressees.map { "= to: \($0)" } + metadata.recipients.map { "= copy: \($0)" }
      + (metadata.signature.map { ["= signed: \(words($0))"] } ?? [])
  }
}
