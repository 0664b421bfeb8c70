import AllInOne
import Foundation
import OutboundHTTP
import ServiceHost
import TestSupport
import Testing

@Suite struct GeneratedDocsTests {
  @Test("The generated pages of docs say what the programs do")
  func pages() async throws {
    try await withTransport { transport in
      let folder = FileManager.default.temporaryDirectory.appending(path: "docs-\(UUID().uuidString)").path
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let host = try await AllInOneHost(
        environment: ["DATA_DIR": folder], capabilities: HostCapabilities(transport: transport))
      let pages = try GeneratedDocs.pages(host.hosts)
      await host.release()

      for page in pages {
        #expect(try Repository.text(of: "docs/\(page.path)").hasSuffix(page.text), "run scripts/generated-docs")
      }
    }
  }
}
