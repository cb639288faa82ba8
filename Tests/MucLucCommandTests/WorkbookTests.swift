import Foundation
import TestSupport
import Testing

/// The workbook as spreadsheet programs read it.
@Suite struct WorkbookTests {
  static let hasReader = Mucluc.canRun("/usr/bin/python3", "-c", "import openpyxl")
  static let office = Tool.path(of: "soffice")
  static let hasCalc =
    office != nil
    && FileManager.default.fileExists(atPath: "/usr/lib/libreoffice/program/libsclo.so")

  @Test(.enabled(if: hasReader, "python3-openpyxl is needed"))
  func `every sheet says what the other outputs say, without a formula, days as days`() throws {
    try TemporaryPlace.with { place in
      let programmes = Fixtures.folder.appendingPathComponent("programmes").path
      let names = ["kho.xlsx", "kho.csv", "records.csv", "kho.jsonl"]
      for (format, name) in zip(["xlsx", "csv", "archive-csv", "jsonl"], names) {
        let run = try Mucluc.run(
          "convert", programmes, "--to", format, "--output", name, "--quiet", in: place)
        #expect(run.status == 0, "\(run.errors)")
      }
      let script = Fixtures.folder.appendingPathComponent("workbook/check-workbook").path
      let check = try Mucluc.run(
        "/usr/bin/python3", [script] + names, in: place)
      #expect(check.status == 0, "\(check.errors)")
      let left = try FileManager.default.contentsOfDirectory(atPath: place.path)
      let beside = ["kho.csv-metadata.json", "records.paths.csv"]
      #expect(Set(left) == Set(names + beside))
    }
  }

  @Test func `the same documents give the same bytes, to a file and to standard output`() throws {
    try TemporaryPlace.with { place in
      try Data("KẾ HOẠCH\n1. =1+1 là việc.\n".utf8).write(
        to: place.appendingPathComponent("k #1 100%.txt"))
      let runs = try (0..<2).map { _ in
        try Mucluc.run("convert", "k #1 100%.txt", "--to", "xlsx", "--quiet", in: place)
      }
      #expect(runs.map(\.status) == [0, 0])
      #expect(runs[0].output == runs[1].output)
      #expect(runs[0].output.starts(with: Data("PK".utf8)))
    }
  }

  @Test(.enabled(if: hasReader, "python3-openpyxl is needed"), arguments: ["en", "vi"])
  func `headings are Vietnamese unless English is asked for`(_ language: String) throws {
    try TemporaryPlace.with { place in
      try Data("KẾ HOẠCH\n1. Mở lớp.\n".utf8).write(to: place.appendingPathComponent("k.txt"))
      _ = try Mucluc.run(
        "convert", "k.txt", "--to", "xlsx", "--lang", language, "--output", "k.xlsx", in: place)
      let names = try Mucluc.run(
        "/usr/bin/python3",
        ["-c", "import openpyxl; print(openpyxl.load_workbook('k.xlsx').sheetnames[1])"], in: place)
      #expect(names.text == (language == "en" ? "Tasks\n" : "Nhiệm vụ\n"))
    }
  }

  @Test(.enabled(if: hasCalc, "LibreOffice Calc is needed"))
  func `LibreOffice opens the workbook and keeps ids as they are`() throws {
    let office = try #require(Self.office)
    try TemporaryPlace.with { place in
      try Data("KẾ HOẠCH\nI. VIỆC\n1. Mở lớp.\n2. Mở lớp khác.\n".utf8).write(
        to: place.appendingPathComponent("k.txt"))
      _ = try Mucluc.run(
        "convert", "k.txt", "--to", "xlsx", "--output", "k.xlsx", "--quiet", in: place)
      _ = try Mucluc.run(
        office,
        [
          "-env:UserInstallation=file://\(place.path)/profile", "--headless", "--convert-to",
          "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2", "k.xlsx",
        ], in: place)
      let table = try FileManager.default.contentsOfDirectory(atPath: place.path)
        .first { $0.hasSuffix(".csv") }
      let text = try String(
        contentsOf: place.appendingPathComponent(try #require(table)), encoding: .utf8)
      #expect(text.contains(",1.1/1,"))
      #expect(text.contains(",1.2/1,"))
    }
  }
}
