import Foundation
import TestSupport
import Testing

@testable import BatchConversion
@testable import MucLucCommand

/// A program at the other end of a pipe: it names a path, gets a line, names the next.
@Suite struct WorkerTests {
  static let hasPython = Mucluc.canRun("python3", "-c", "import json")

  @Test(.enabled(if: hasPython, "Python is needed"))
  func `a worker that Python drives answers every path with one line`() throws {
    let script = Fixtures.folder.appendingPathComponent("worker/drive-worker").path
    let run = try Mucluc.run("/usr/bin/env", ["python3", script, Mucluc.path])
    #expect(run.errors == "")
    #expect(run.text == "Every path has its line\n")
  }

  @Test(arguments: [
    ("a\0b", ["a", "b"]), ("a\0\0b\0", ["a", "b"]), ("a\nb\0c\n\0", ["a\nb", "c\n"]),
    ("a\nb", ["a", "b"]), ("a\r\n\r\n\nb c \r\n", ["a", "b c "]), ("a", ["a"]), ("", []),
    ("\n", []),
    ("đề án.txt\n%.txt\n", ["đề án.txt", "%.txt"]),
  ])
  func `a list holds lines or paths ended by a zero byte`(_ list: String, _ paths: [String]) throws
  {
    #expect(try Self.paths(in: Array(list.utf8)) == paths)
  }

  @Test func `a byte that is not UTF-8 goes through a list and back`() throws {
    let name: [UInt8] = [0x6B, 0xE9, 0x2E, 0xFF, 0xC3]
    let path = try #require(try Self.paths(in: name + [0]).first)
    #expect(path.systemName == name.map(CChar.init(bitPattern:)) + [0])
    #expect(SystemPath.escaped(path) == "k%E9.%FF%C3")
    #expect(SystemPath.shown(path) == "k\u{FFFD}.\u{FFFD}\u{FFFD}")
  }

  @Test(arguments: ["k.txt", "đề án", "\u{10FE7F}\u{10FF00}", "", "😀"])
  func `a name of UTF-8 stands as it is`(_ name: String) {
    #expect(SystemPath.text(of: Array(name.utf8)) == name)
    #expect(SystemPath.shown(name) == name)
  }

  @Test(arguments: ["\u{10FE80}", "a\u{10FEFF}b"])
  func `a name with a scalar that stands for a byte keeps its own bytes`(_ name: String) {
    let text = SystemPath.text(of: Array(name.utf8))
    #expect(text != name)
    #expect(text.systemName == Array(name.utf8).map(CChar.init(bitPattern:)) + [0])
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x61, 0, 0x0A, 0], PathListFault.utf16), ([0xFE, 0xFF, 0, 0x61], .utf16),
  ])
  func `a list of UTF-16 is refused`(_ bytes: [UInt8], _ fault: PathListFault) throws {
    #expect(throws: FileFailure.noPathList(fault)) { try Self.paths(in: bytes) }
  }

  @Test(arguments: [
    ("", "b", 5000, "", PathListFault.longPath), ("a\n", "b", 70_000, "\n", .longPath),
    ("a\0", "b", 4097, "\0", .longPath), ("a\n", "b\n", 40_000, "b\0", .mixed),
  ])
  func `what is no list of paths is refused`(
    _ head: String, _ repeated: String, _ count: Int, _ tail: String, _ fault: PathListFault
  ) throws {
    let list = head + String(repeating: repeated, count: count) + tail
    #expect(throws: FileFailure.noPathList(fault)) { try Self.paths(in: Array(list.utf8)) }
  }

  private static func paths(in bytes: [UInt8]) throws -> [String] {
    try TemporaryPlace.with { place in
      let file = place.appendingPathComponent("list")
      try Data(bytes).write(to: file)
      var list = try PathList(file.path)
      var paths: [String] = []
      while let path = try list.next() { paths.append(path) }
      return paths
    }
  }
}
