import AllInOne
import ArgumentParser
import ServiceHost

@main
enum Main {
  static func main() async {
    PrivateFiles.only()
    await All.main()
  }
}

struct All: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all", abstract: "The four services in one process, with embedded defaults.",
    subcommands: [Serve.self, Demo.self, Check.self, Document.self, Maintain.self], defaultSubcommand: Serve.self)
}
