import AllInOne
import ArgumentParser

@main
struct All: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all", abstract: "The four services in one process, with embedded defaults.",
    subcommands: [Serve.self, Demo.self, Check.self, Variables.self, Maintain.self], defaultSubcommand: Serve.self)
}
