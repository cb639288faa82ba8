internal import ProgrammeModel
internal import VietnameseText

extension WordReader {
  /// Counts the text of all parts that were not read: charts, diagrams, headers and notes that nothing refers
  /// to; and notes what is missing or stands twice.
  func countUnreadParts(_ package: borrowing WordPackage, _ reader: inout BodyReader) {
    var places: [String: Location] = [:]
    for reference in reader.references {
      let part = package.relationships[reference.id]?.part
      if reference.isSubdocument {
        reader.builder.note(.missingPart, part ?? reference.id, at: reference.location)
      } else if let part, places[part] == nil {
        places[part] = reference.location
      }
    }
    for part in package.archive.unopened
    where part.hasSuffix(".xml") && !Self.isWithoutText(package.types[part]) {
      for (element, count) in textCounts(of: part, package).sorted(by: { $0.key < $1.key }) {
        reader.builder.skip(count, element: element, in: part)
        // What a template offers for its fields stands on no page.
        guard element != "w:glossaryDocument" else { continue }
        reader.builder.note(.unreadText, String(count), part, at: places[part])
      }
    }
    for part in package.archive.duplicates { reader.builder.note(.duplicateEntry, part) }
  }

  /// How many visible characters a part holds, by the elements they are counted under; of a part that is
  /// broken those before the break.
  private func textCounts(
    of part: String, _ package: borrowing WordPackage
  ) -> [String: Int] {
    var counts: [String: Int] = [:]
    do throws(ReadingError) {
      guard var xml = try package.open(part) else { return [:] }
      var root: String?
      var element: String?
      while true {
        switch try xml.nextEvent() {
        case .start(let start):
          root = root ?? (start.isWord ? Self.names[xml.localName(of: start)] : nil) ?? "w:t"
          switch (start.namespace, start.name) {
          case (.word, .t): element = root
          case (.drawing, .t): element = "a:t"
          case (.chart, .v): element = "c:v"
          default: element = nil
          }
        case .text(let text):
          if let element {
            counts[element, default: 0] += xml.bytes(of: text).visibleCharacterCount
          }
        case .end: element = nil
        case .finish: return counts.filter { $0.value > 0 }
        }
      }
    } catch {
      return counts.filter { $0.value > 0 }
    }
  }

  /// Whether the parts of a content type hold no text of the document: themes, settings, tables of fonts,
  /// properties.
  private static func isWithoutText(_ type: String?) -> Bool {
    guard let type else { return false }
    return ["theme+xml", "ettings+xml", "fontTable+xml", "-properties+xml"].contains {
      type.hasSuffix($0)
    }
  }

  /// Under which elements the text of parts is counted, by their root elements.
  private static let names = [
    "hdr": "w:hdr", "ftr": "w:ftr", "footnotes": "w:footnote", "endnotes": "w:endnote",
    "comments": "w:comment", "glossaryDocument": "w:glossaryDocument",
  ]
}
