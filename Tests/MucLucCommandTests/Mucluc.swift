import Foundation
import TestSupport

/// The built command, run as a process.
enum Mucluc {
  /// What a run left behind.
  struct Run {
    var status: Int32
    var output: Data
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }
  }

  /// The folder that the command was built into: that of the running tests.
  static let folder: URL = {
    let own = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let places = [own, Fixtures.project.appendingPathComponent(".build/debug")]
    return places.first {
      FileManager.default.isExecutableFile(atPath: $0.appendingPathComponent("mucluc").path)
    } ?? own
  }()

  /// The command's path.
  static var path: String { folder.appendingPathComponent("mucluc").path }

  /// Runs the command with arguments.
  static func run(
    _ arguments: String..., input: Data? = nil, in place: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> Run {
    try run(path, arguments, input: input, in: place, environment: environment)
  }

  /// Runs a line of the shell in which `mucluc` is the built command.
  static func shell(
    _ line: String, in place: URL, environment: [String: String] = [:]
  ) throws -> Run {
    try run("/bin/sh", ["-c", line], in: place, environment: environment)
  }

  /// Runs a program.
  static func run(
    _ program: String, _ arguments: [String], input: Data? = nil, in place: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> Run {
    try TemporaryPlace.with { files in
      let output = files.appendingPathComponent("output")
      let errors = files.appendingPathComponent("errors")
      let source = files.appendingPathComponent("input")
      for file in [output, errors] { try Data().write(to: file) }
      try (input ?? Data()).write(to: source)
      let process = start(program, arguments, in: place, environment: environment)
      process.standardInput = try FileHandle(forReadingFrom: source)
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      process.waitUntilExit()
      let signal = process.terminationReason == .uncaughtSignal ? Int32(128) : 0
      return Run(
        status: process.terminationStatus + signal, output: try Data(contentsOf: output),
        errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }
  }

  /// A process that is still to be started.
  static func start(
    _ program: String, _ arguments: [String], in place: URL? = nil,
    environment: [String: String] = [:]
  ) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = place
    // The language of whoever runs the tests is not that of the tests.
    let plain = ["LC_ALL": "C.UTF-8", "MUCLUC_LANG": ""]
    var variables = ProcessInfo.processInfo.environment.merging(plain) { $1 }
      .merging(environment) { $1 }
    variables["PATH"] = "\(folder.path):\(variables["PATH"] ?? "/usr/bin:/bin")"
    process.environment = variables
    return process
  }

  /// Whether a program can be found, and is allowed to do what a test needs it for.
  static func canRun(_ program: String, _ arguments: String...) -> Bool {
    let run = try? run("/usr/bin/env", [program] + arguments)
    return run?.status == 0
  }
}

/// A folder for the time of a test.
enum TemporaryPlace {
  /// Makes a folder, calls `body`, removes the folder.
  static func with<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("mucluc-test-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}

extension URL {
  /// Writes a file below this folder, making the folders on the way.
  @discardableResult
  func write(_ text: String, to path: String) throws -> URL {
    let file = appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file
  }

  /// The files below this folder with their bytes, by their paths; hidden ones too.
  func contents() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      let file = appendingPathComponent(name)
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      if attributes[.type] as? FileAttributeType == .typeRegular {
        files[name] = try Data(contentsOf: file)
      }
    }
    return files
  }
}
