internal import ArgumentParser
internal import BatchConversion
internal import ProgrammeExport
internal import ProgrammeModel

/// `mucluc schema`: the JSON Schema of the output.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: said(
      "Print the JSON Schema of the output.",
      "In JSON Schema của kết quả."),
    discussion: said(
      """
      EXAMPLES:
        mucluc schema > document-2.schema.json
      """,
      """
      VÍ DỤ:
        mucluc schema > document-2.schema.json
      """))

  func run() throws {
    try Printing.orExit(.english) { () throws(SystemError) in
      try ByteOutput.writeToStandardOutput(Schema.document)
    }
  }
}
