import Foundation
import MucLuc
import ProgrammeModel
import TestSupport
import Testing

/// Every programme of Fixtures/programmes through the whole pipeline, against what was recorded for it.
struct GoldenTests {
  static let programmes: [String] =
    ((try? FileManager.default.contentsOfDirectory(
      atPath: Fixtures.folder.appendingPathComponent("programmes").path)) ?? []).sorted()

  @Test(arguments: programmes)
  func `a fixture becomes the recorded tree, JSON, CSV and text`(_ slug: String) throws {
    let folder = Fixtures.folder.appendingPathComponent("programmes/\(slug)")
    let input = try #require(try FileManager.default.input(in: folder))
    let conversion = try Pipeline().convert(
      [UInt8](Data(contentsOf: input)), named: input.lastPathComponent)
    // A new version of the program changes no recording.
    var programme = conversion.programme
    programme.generator.version = "0.0.0"
    let outputs = [
      "expected.tree.txt": TreeDump.text(of: programme),
      "expected.json": String(decoding: programme.json(), as: UTF8.self),
      "expected.csv": String(decoding: [programme].csv(), as: UTF8.self),
      "expected.txt": String(decoding: conversion.text.plainText(), as: UTF8.self),
    ]
    for (name, output) in outputs.sorted(by: { $0.key < $1.key }) {
      if let difference = try Golden.difference(
        output, recordedAt: folder.appendingPathComponent(name))
      {
        Issue.record("\(difference)")
      }
    }
  }

  @Test(arguments: programmes)
  func `every character of a fixture is placed or counted as unread`(_ slug: String) throws {
    let folder = Fixtures.folder.appendingPathComponent("programmes/\(slug)")
    let input = try #require(try FileManager.default.input(in: folder))
    let coverage = try Pipeline().convert(
      [UInt8](Data(contentsOf: input)), named: input.lastPathComponent
    ).programme.coverage
    #expect(coverage.isComplete, "\(coverage)")
  }

  @Test func `nothing is recorded in continuous integration`() {
    let isIntegrating = ProcessInfo.processInfo.environment["CI"] != nil
    #expect(!(isIntegrating && Golden.isRecording))
  }
}

extension FileManager {
  func input(in folder: URL) throws -> URL? {
    try contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .first { $0.lastPathComponent.hasPrefix("input.") }
  }
}
