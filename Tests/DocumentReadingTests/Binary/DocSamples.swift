import DocumentReading
import ProgrammeModel
import TestSupport
import VietnameseText

/// The codes of property modifiers that tests use, and what is made of them.
enum Property {
  static let special = sprm(0x0855, 1)
  static let bold = 0x0835
  static let hidden = sprm(0x083C, 0x81)
  static let deleted = sprm(0x0800, 0x81)
  static let inserted = sprm(0x0801, 0x81)
  static let cell = sprm(0x2416, 1)

  /// The font of ASCII and of other letters.
  static func font(_ number: Int) -> [UInt8] { sprm(0x4A4F, number) + sprm(0x4A51, number) }

  /// A place in a list.
  static func list(_ use: Int, level: Int? = 0) -> [UInt8] {
    (level.map { sprm(0x260A, $0) } ?? []) + sprm(0x460B, use)
  }

  /// A depth in tables.
  static func depth(_ depth: Int) -> [UInt8] { cell + sprm(0x6649, depth) }
}

/// Reads a document that was built in memory, and checks that every character is accounted for.
func read(
  _ doc: DocBuilder, limits: ReadingLimits = ReadingLimits()
) throws -> Outcome<SourceDocument> {
  let outcome = try DocumentReader(limits: limits).read(doc.bytes(), named: "test.doc")
  var placed = outcome.value.unread.reduce(0) { $0 + $1.count }
  outcome.value.forEachParagraph { placed += $0.text.visibleCharacterCount }
  guard placed == outcome.value.characterCount else {
    throw LostCharacters(met: outcome.value.characterCount, placed: placed)
  }
  return outcome
}

/// Characters that were met and stand nowhere.
struct LostCharacters: Error {
  var met: Int
  var placed: Int
}

/// A document as text; see `dump(_:)` of documents.
func dump(_ doc: DocBuilder) throws -> String { dump(try read(doc).value) }

/// The labels of a document's paragraphs, joined by blanks; – where there is none.
func labels(_ doc: DocBuilder) throws -> String {
  var labels: [String] = []
  try read(doc).value.forEachParagraph { labels.append($0.label?.text ?? "–") }
  return labels.joined(separator: " ")
}

/// A field: its code, and its result where it has one.
func field(_ code: String, _ result: String? = nil) -> [(String, [UInt8])] {
  let mark = Property.special
  var runs = [("\u{13}", mark), (code, [])]
  if let result { runs += [("\u{14}", mark), (result, [])] }
  return runs + [("\u{15}", mark)]
}

/// Positions of a PLC with an entry behind them for each but the last.
func positions(_ places: [Int], _ entries: [[UInt8]] = []) -> [UInt8] {
  places.flatMap { UInt32($0).littleEndian32 } + entries.flatMap { $0 }
}
