@testable import FrameReading
import Foundation
import ProgrammeModel
import TestSupport
import Testing
import VietnameseLanguage

/// Metadata of the documents that were annotated by hand, from the roles that the annotation gives the
/// lines: what is wrong here is wrong in extracting, not in outlining.
struct GoldMetadataTests {
  @Test(
    .enabled(if: Shared.folder != nil, "the shared material is absent"),
    arguments: ["seed", "qd256", "qd604", "qd991"])
  func `metadata of an annotated document is as annotated`(_ name: String) throws {
    let gold = try #require(Shared.folder).appendingPathComponent("gold")
    let wanted = try JSONDecoder().decode(
      GoldMetadata.self, from: Data(contentsOf: gold.appendingPathComponent("\(name).meta.json")))
    let read = MetadataReader.read(try lines(of: name, in: gold), in: .standard).value
    #expect(GoldMetadata(read).comparable == wanted.comparable)
  }

  /// The annotated lines with their roles; the right column of a line gets the role that belongs there.
  private func lines(of name: String, in gold: URL) throws -> [FrameLine] {
    let texts = try rows(gold.appendingPathComponent("\(name).lines"))
    let labels = try rows(gold.appendingPathComponent("\(name).tsv"))
    let byNumber = Dictionary(texts.map { ($0[0], $0[1]) }) { $1 }
    let rightRoles: [DocumentLine.Role: DocumentLine.Role] = [
      .issuer: .motto, .number: .placedate, .recipients: .signature,
    ]
    var lines: [FrameLine] = []
    for label in labels {
      if label[1] == "appendix" { break }
      guard let role = DocumentLine.Role(rawValue: label[1]), let text = byNumber[label[0]] else {
        continue
      }
      let cells = text.replacing(/\t+ *|\s{10,}/, with: "\t").split(separator: "\t")
      for (place, cell) in cells.enumerated() {
        let role = place == 0 ? role : rightRoles[role] ?? role
        let location = Location(line: Int(label[0]) ?? 0)
        lines.append(FrameLine(role, String(cell), at: location, in: .standard))
      }
    }
    return lines
  }

  private func rows(_ file: URL) throws -> [[String]] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      let cells = $0.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      return cells.count < 2
        ? [String($0), ""]
        : file.pathExtension == "tsv"
          ? $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
          : cells.map(String.init)
    }
  }
}

/// The fields that the annotation has.
private struct GoldMetadata: Decodable {
  var superior: String?
  var issuer: String?
  var number: String?
  var symbol: String?
  var type: String?
  var typeCode: String?
  var title: String?
  var place: String?
  var date: String?
  var addressees: [String]?
  var recipients: [String]?
  var signature: Signature?

  private enum CodingKeys: String, CodingKey {
    case superior, issuer, number, symbol, type, title, place, addressees, recipients, signature
    case typeCode = "type_code"
    case date = "date_edtf"
  }

  init(_ metadata: Metadata) {
    superior = metadata.superior
    issuer = metadata.issuer
    number = metadata.number
    symbol = metadata.symbol
    type = metadata.type
    typeCode = metadata.typeCode
    title = metadata.subject
    place = metadata.place
    date = metadata.date?.edtf
    addressees = metadata.addressees
    recipients = metadata.recipients
    signature = metadata.signature
  }

  /// The fields without regard to case and blanks.
  var comparable: [String] {
    let fields: [String?] = [
      superior, issuer, number, symbol, type, typeCode, title, place, date,
      (addressees ?? []).joined(separator: " | "), (recipients ?? []).joined(separator: " | "),
      (signature?.authority ?? []).joined(separator: " | "), signature?.title, signature?.name,
    ]
    return fields.map {
      ($0 ?? "").lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }
}
