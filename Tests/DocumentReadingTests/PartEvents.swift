import TestSupport

@testable import DocumentReading

/// What reading takes from a part: tags with what is known of them, texts, and the error at the end.
struct PartEvents: Equatable {
  /// The events, one a line.
  var lines: [String] = []
  /// Whether the tokenizer read all of the part.
  var isPlain = false

  /// Reads bytes as a part.
  init(of part: [UInt8], _ parser: XMLPullReader.Parser) {
    var archive = ArchiveWriter()
    archive.add("part.xml", part)
    self.init(of: "part.xml", in: archive.bytes(), parser)
  }

  /// Reads a part of a package.
  init(of part: String, in file: [UInt8], _ parser: XMLPullReader.Parser) {
    let limits = ReadingLimits()
    do throws(ReadingError) {
      try ZIPArchive.read(file, file: "a.docx", limits: limits, budget: ReadingBudget(limits)) {
        (archive) throws(ReadingError) in
        guard let entry = try archive.open(part) else { return }
        var xml = try XMLPullReader(entry, parser: parser)
        try read(&xml)
        isPlain = xml.isPlain
      }
    } catch {
      lines.append("<!\(error)")
    }
  }

  private mutating func read(_ xml: inout XMLPullReader) throws(ReadingError) {
    while true {
      switch try xml.nextEvent() {
      case .start(let element):
        let values = XMLName.allCases.compactMap { name in
          xml.value(name, of: element).map { "\(name)=\($0)" }
        }
        lines.append(
          "<\(element.namespace).\(element.name) \(xml.localName(of: element)) \(values)")
      case .text(let text): lines.append(String(decoding: xml.bytes(of: text), as: UTF8.self))
      case .end: lines.append(">")
      case .finish: return
      }
    }
  }
}
