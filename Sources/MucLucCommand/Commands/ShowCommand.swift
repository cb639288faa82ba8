internal import ArgumentParser
internal import MucLuc
internal import ProgrammeModel

/// `mucluc show`: the tree in the terminal.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the tree of one document.")

  @Argument(help: "The file; - is standard input.")
  var file: String

  func run() throws {
    do {
      let bytes = try FileBytes.read(file)
      let conversion = try Pipeline().convert(bytes, named: Path.name(of: file))
      let text = TreeRendering(width: nil, isColoured: false).text(of: conversion.programme)
      try ByteOutput.writeToStandardOutput(Array(text.utf8))
    } catch {
      ByteOutput.complain("mucluc: \(file): \(error)")
      throw ExitCode(1)
    }
  }
}
