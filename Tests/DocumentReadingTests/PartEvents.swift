import TestSupport

@testable import DocumentReading

/// What reading takes from a part: tags that are known, texts, and the error at the end.
///
/// Elements that are not known and empty say nothing.
enum PartEvents {
  static func events(of part: [UInt8], sifts: Bool) -> [String] {
    var archive = ArchiveWriter()
    archive.add("part.xml", part)
    return events(of: "part.xml", in: archive.bytes(), sifts: sifts)
  }

  static func events(of part: String, in file: [UInt8], sifts: Bool) -> [String] {
    unsafe file.withUnsafeBufferPointer { bytes in
      var events: [String] = []
      do {
        let limits = ReadingLimits()
        let archive = try unsafe ZIPArchive(
          reading: bytes, file: "a.docx", limits: limits, budget: ReadingBudget(limits))
        guard let names = XMLNames(), let entry = try archive.open(part) else { return ["none"] }
        var xml = try XMLPullReader(entry, names: names, limits: limits, sifts: sifts)
        loop: while true {
          switch try xml.next() {
          case .start(let element):
            let values = XMLName.allCases.compactMap { name in
              xml.value(name, of: element).map { "\(name)=\($0.string)" }
            }
            events.append("<\(element.namespace).\(element.name) \(element.localName) \(values)")
          case .text(let text): events.append(text.string)
          case .end:
            if let last = events.last, Self.saysNothing(last) {
              events.removeLast()
            } else {
              events.append(">")
            }
          case .finish: break loop
          }
        }
      } catch {
        events.append("<!\(error)")
      }
      return join(events)
    }
  }

  /// Whether a start tag says nothing where an end tag follows it.
  private static func saysNothing(_ event: String) -> Bool {
    let names = XMLName.wrappers.union([.other])
    return event.hasPrefix("<") && names.contains { event.contains(".\($0) ") }
  }

  /// Texts that stand together are one text, wherever a chunk ended.
  private static func join(_ events: [String]) -> [String] {
    events.reduce(into: []) { joined, event in
      if let last = joined.last, !last.hasPrefix("<"), last != ">", !event.hasPrefix("<"),
        event != ">"
      {
        joined[joined.count - 1] = last + event
      } else {
        joined.append(event)
      }
    }
  }
}
