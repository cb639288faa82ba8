import Foundation
import ProgrammeExport
import ProgrammeModel
import SwiftCSV
import TestSupport
import Testing

@testable import ProgrammeExport

@Suite struct CSVExportTests {
  @Test func `a row says everything about its task`() throws {
    let rows = try rows(of: CSVExport().bytes(of: [Samples.everything]))
    #expect(rows.count == 5)
    #expect(
      Array(rows[2][7...]) == [
        "chương trình.docx", "1.1", "I > 1", "NHIỆM VỤ TRỌNG TÂM NĂM 2023", "1.", "item", "task",
        "1.1/2",
        "Văn phòng chủ trì, phối hợp các ban báo cáo trước ngày 20/11 tăng 16 - 18%/năm.", "false",
        "Văn phòng", "sentence", "các ban | Mặt trận", "trước ngày 20/11", "XXXX-11-20", "báo cáo",
        "sản lượng 16-18 %/năm (2023) | giải ngân = 100 %", "", "16 - 18%/năm",
        "word/document.xml#8",
      ])
    #expect(rows[3][10] == "NHIỆM VỤ TRỌNG TÂM NĂM 2023 > Công tác dân vận")
    #expect(
      rows[4][8...10] == ["A1.1", "A", "PHỤ LỤC I Phân công nhiệm vụ > Bảng > CÔNG TÁC ĐẢNG"])
  }

  @Test(
    arguments: CSVOptions.Delimiter.allCases, [false, true])
  func `two other readers find the cells that were written`(
    _ delimiter: CSVOptions.Delimiter, _ hasByteOrderMark: Bool
  ) throws {
    let options = CSVOptions(delimiter: delimiter, hasByteOrderMark: hasByteOrderMark)
    let bytes = CSVExport(options: options).bytes(of: Samples.all.map(\.programme))
    var expected = [CSVColumn.all.map(\.name)]
    for sample in Samples.all {
      sample.programme.forEachTask { task in
        expected.append([task.document, task.task.id, task.task.text])
      }
    }
    let swift = try rows(of: bytes, delimiter)
    #expect(swift.dropFirst().map { [$0[7], $0[14], $0[15]] } == Array(expected.dropFirst()))
    #expect(swift.allSatisfy { $0.count == CSVColumn.all.count })

    guard let python = Python.path else { return }
    let script = """
      import csv, io, json, sys
      text = io.TextIOWrapper(sys.stdin.buffer, "utf-8-sig", newline="")
      rows = csv.reader(text, delimiter=sys.argv[1], strict=True)
      json.dump(list(rows), sys.stdout)
      """
    let output = try Python.run(
      python, script, [String(decoding: [delimiter.byte], as: UTF8.self)], input: bytes)
    let read = try JSONDecoder().decode([[String]].self, from: Data(output.bytes))
    #expect(output.status == 0)
    #expect(read == swift)
  }

  @Test(arguments: [
    ("", ""), ("một", "một"), ("một,hai", "\"một,hai\""), ("\"", "\"\"\"\""), ("a\nb", "\"a\nb\""),
    ("a;b", "a;b"), (" a", "\" a\""), ("a ", "\"a \""), ("a\rb", "\"a\rb\""), ("=1", "=1"),
  ])
  func `a cell is quoted only where it has to be`(_ text: String, _ written: String) {
    var writer = CSVWriter()
    writer.row([text, "x"])
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "\(written),x\r\n")
  }

  @Test(arguments: [
    ("=SUM(A1)", "'=SUM(A1)"), ("+84", "'+84"), ("-1, 2", "\"'-1, 2\""), ("@x", "'@x"),
    ("\tx", "\"'\tx\""), ("một = hai", "một = hai"), ("'=1", "'=1"), ("", ""), ("–1", "–1"),
  ])
  func `safe cells are no formulas`(_ text: String, _ written: String) {
    var writer = CSVWriter(options: CSVOptions(guardsFormulas: true))
    writer.row([text])
    #expect(String(decoding: writer.bytes, as: UTF8.self) == written + "\r\n")
  }

  @Test(arguments: [
    ("I.", "I"), ("1.1.", "1.1"), ("a)", "a"), ("(1)", "(1)"), ("-", "-"), (".", "."),
    ("Điều 1.", "Điều 1"),
  ])
  func `a path drops what closes a marker`(_ text: String, _ path: String) {
    #expect(Marker(text: text, style: .other, ordinal: 1, origin: .typed).pathText == path)
  }

  @Test func `the metadata describes the table`() throws {
    let options = CSVOptions(delimiter: .semicolon)
    let bytes = CSVExport(options: options).metadata(named: "chương trình 1.csv")
    let metadata = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(metadata["@context"] as? String == "http://www.w3.org/ns/csvw")
    #expect(metadata["url"] as? String == "ch%C6%B0%C6%A1ng%20tr%C3%ACnh%201.csv")
    #expect((metadata["dialect"] as? [String: Any])?["delimiter"] as? String == ";")
    let columns = try #require(
      (metadata["tableSchema"] as? [String: Any])?["columns"] as? [[String: Any]])
    // The titles have to be those of the header row (CSVW, *Tabular Data Model*, 6.1).
    let table = CSVExport(options: options).bytes(of: [])
    #expect(columns.map { $0["titles"] as? String ?? "" } == (try rows(of: table, .semicolon))[0])
    #expect(
      columns.filter { $0["separator"] != nil }.map { $0["name"] as? String } == [
        "lead", "cooperating", "targets", "references", "quantities",
      ])
  }

  private func rows(
    of bytes: [UInt8], _ delimiter: CSVOptions.Delimiter = .comma
  ) throws -> [[String]] {
    let byDelimiter: [CSVOptions.Delimiter: CSVDelimiter] = [
      .comma: .comma, .semicolon: .semicolon, .tab: .tab,
    ]
    var text = String(decoding: bytes, as: UTF8.self)
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    let table = try EnumeratedCSV(
      string: text, delimiter: byDelimiter[delimiter] ?? .comma, loadColumns: false)
    return [table.header] + table.rows
  }
}
