public import Foundation

/// Debian's Python, the independent reader of the tests.
public enum Python {
  /// Its path, or `nil` where it is missing; other Pythons lack Debian's packages.
  public static let path: String? = {
    let path = "/usr/bin/python3"
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  /// Whether the validator of JSON Schema is there (Debian: python3-jsonschema).
  public static let hasJSONSchema: Bool = {
    guard let path else { return false }
    let result = try? Python.run(path, "import jsonschema", [], input: [])
    return result?.status == 0
  }()

  /// Runs a script with arguments and input.
  public static func run(
    _ python: String, _ script: String, _ arguments: [String], input: [UInt8]
  ) throws -> (status: Int32, bytes: [UInt8]) {
    try Tool.run(python, ["-c", script] + arguments, input: input)
  }
}

/// Running another program.
public enum Tool {
  /// The path of a program on `PATH`, or `nil` where it is missing.
  public static func path(of name: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/\(name)" }
      .first(where: FileManager.default.isExecutableFile(atPath:))
  }

  /// Runs a program to its end and gives its exit code and what it printed; its complaints go to the
  /// tests' own.
  public static func run(
    _ path: String, _ arguments: [String], input: [UInt8] = [], in folder: URL? = nil
  ) throws -> (status: Int32, bytes: [UInt8]) {
    // Files in between, so that no pipe fills up while nobody reads.
    let base = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let inputFile = base.appendingPathExtension("in")
    let outputFile = base.appendingPathExtension("out")
    defer {
      try? FileManager.default.removeItem(at: inputFile)
      try? FileManager.default.removeItem(at: outputFile)
    }
    try Data(input).write(to: inputFile)
    try Data().write(to: outputFile)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, [UInt8](try Data(contentsOf: outputFile)))
  }
}
