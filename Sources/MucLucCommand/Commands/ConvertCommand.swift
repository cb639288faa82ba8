internal import ArgumentParser
internal import MucLuc
internal import ProgrammeExport
internal import ProgrammeModel

/// `mucluc convert`: documents in, results out.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Convert documents to JSON and other formats.")

  @Argument(help: "Files; - is standard input.")
  var paths: [String]

  @Option(help: "The format of the result.")
  var to: OutputFormat = .json

  @Option(name: [.short, .long], help: "The file to write.")
  var output: String?

  func run() throws {
    var failed = false
    for path in paths {
      do {
        let bytes = try FileBytes.read(path)
        let conversion = try Pipeline().convert(
          bytes, named: path == "-" ? "-" : Path.name(of: path))
        let result = to.bytes(of: conversion)
        if let output, output != "-" {
          try AtomicFile.write(result, to: output)
        } else {
          try ByteOutput.writeToStandardOutput(result)
        }
      } catch {
        ByteOutput.complain("mucluc: \(path): \(error)")
        failed = true
      }
    }
    if failed { throw ExitCode(1) }
  }
}

/// The formats of results.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case json, jsonl, text

  /// The result of one document.
  func bytes(of conversion: Conversion) -> [UInt8] {
    switch self {
    case .json, .jsonl: JSONExport().bytes(of: conversion.programme)
    case .text: PlainTextRendering.bytes(of: conversion.text.document)
    }
  }
}
