import ArgumentParser

@main
struct MucLucCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "mucluc")
}
