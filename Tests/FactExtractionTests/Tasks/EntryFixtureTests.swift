import Foundation
import ProgrammeModel
import TestSupport
import Testing

@testable import FactExtraction

/// The invented entries of Fixtures/tasks/entries.tsv, each below its title.
struct EntryFixtureTests {
  /// A row of the table.
  struct Row: Sendable, CustomTestStringConvertible {
    var cells: [String: String]
    var testDescription: String { cells["text"] ?? "" }

    func cell(_ name: String) -> String? { cells[name].flatMap { $0 == "-" ? nil : $0 } }

    func list(_ name: String) -> [String] { cell(name)?.components(separatedBy: " | ") ?? [] }
  }

  static let rows: [Row] = {
    let file = Fixtures.folder.appendingPathComponent("tasks/entries.tsv")
    let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.components(separatedBy: "\t") }
    guard let names = lines.first else { return [] }
    return lines.dropFirst().map { Row(cells: Dictionary(uniqueKeysWithValues: zip(names, $0))) }
  }()

  @Test func `there are two hundred of them`() {
    #expect(EntryFixtureTests.rows.count >= 200)
  }

  @Test(arguments: rows)
  func `an entry is read as its row says`(_ row: Row) throws {
    let title = try #require(row.cell("title"))
    let marker = title.firstIndex(of: " ").map { title[title.startIndex..<$0] } ?? ""
    let name = marker.hasSuffix(".") ? String(title.dropFirst(marker.count + 1)) : title
    let entries = SampleEntries.read(try #require(row.cell("text")), under: name)
    let entry = try #require(entries.first)
    #expect(entry.role.rawValue == row.cell("role"))
    guard entry.role == .task || entry.role == .target else { return }
    #expect(entry.lead == row.list("lead"))
    #expect(entry.cooperating == row.list("cooperating"))
    #expect(entry.deadline?.text == row.cell("deadline"))
    #expect(entry.deadline?.edtf == row.cell("edtf"))
    #expect(entry.targets.map(words) == row.list("targets"))
  }

  private func words(_ target: Target) -> String {
    var value = ""
    switch target.value {
    case .number(let number): value = Int(exactly: number).map(String.init) ?? "\(number)"
    case .text(let text): value = text
    }
    return "\(target.indicator) \(target.comparator.rawValue) \(value) \(target.unit)"
      + (target.by.map { " (\($0))" } ?? "")
  }
}
