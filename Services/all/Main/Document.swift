import AllInOne
import ArgumentParser
import Foundation
import OutboundHTTP
import ServiceHost

struct Document: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the generated pages: configuration.md's table, api/*.json, api/routes.md, api/errors.md.")

  @Argument(help: "The folder docs.") var folder: String

  func run() async throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let transport = CurlTransport()
    let host = try await AllInOneHost(
      environment: ["DATA_DIR": scratch.path], capabilities: HostCapabilities(transport: transport))
    let outcome = Result { try write(GeneratedDocs.pages(host.hosts)) }
    await host.release()
    await transport.shutdown()
    try outcome.get()
  }

  private func write(_ pages: [GeneratedDocs.Page]) throws {
    for page in pages {
      let file = URL(filePath: folder).appending(path: page.path)
      let head = (try? String(contentsOf: file, encoding: .utf8)).flatMap(page.keptHead) ?? ""
      try (head + page.text).write(to: file, atomically: true, encoding: .utf8)
    }
  }
}
