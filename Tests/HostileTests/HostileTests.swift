import Foundation
import MucLuc
import TestSupport
import Testing

/// Every hostile file ends with its error or with a result whose characters add up, on the smallest stack.
@Suite(.serialized) struct HostileTests {
  /// Whether there is a hundred times as much as where every change is tested.
  private static let isFull = ProcessInfo.processInfo.environment["MUCLUC_FULL_TESTS"] == "1"

  /// How many there are of what there is too much of.
  private static let count = isFull ? 100_000 : 1_000

  @Test(.timeLimit(.minutes(2)), arguments: HostileFile.all)
  func `a hostile file does no harm`(_ file: HostileFile) throws {
    let bytes = try file.make(Self.count)
    let ending = Self.isFull ? file.fullEnding ?? file.ending : file.ending
    #expect(SmallStack.run { Ending.of(bytes, named: file.fileName) } == ending)
  }

  @Test(.enabled(if: Python.path != nil, "needs python3"), arguments: HostileFile.bombs)
  func `a bomb is refused before it costs much`(_ file: HostileFile) throws {
    let bytes = try file.make(Self.count)
    #expect(SmallStack.run { Ending.of(bytes, named: file.fileName) } == file.ending)
  }

  @Test func `what once stopped a fuzz target ends well`() throws {
    let folder = Fixtures.folder.appendingPathComponent("crashes")
    for file in try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    where file.lastPathComponent != "README.md" {
      let bytes = [UInt8](try Data(contentsOf: file))
      let ending = SmallStack.run { Ending.of(bytes, named: file.lastPathComponent) } ?? ""
      #expect(ending == "result" || ending.hasPrefix("read."), "\(file.lastPathComponent)")
    }
  }

  /// `HOSTILE_FOLDER=/tmp/h swift test --filter HostileTests` writes the files, for measuring the command.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["HOSTILE_FOLDER"] != nil))
  func `the files are written`() throws {
    let folder = URL(
      fileURLWithPath: ProcessInfo.processInfo.environment["HOSTILE_FOLDER"] ?? "hostile")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in HostileFile.all + HostileFile.bombs {
      // A text is taken as it is: its costs go with its size, four hundred pages here.
      try Data(try file.make(file.isWord ? 100_000 : 20_000))
        .write(to: folder.appendingPathComponent(file.fileName))
    }
  }
}
