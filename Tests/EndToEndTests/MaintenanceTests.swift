import Foundation
import TestSupport
import Testing

@Suite(.serialized) struct MaintenanceTests {
  @Test("A maintenance command touches nothing but its own service's data")
  func alone() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "maintain-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }

    let printed = try await Program(
      "all", ["maintain", "auth", "activation-codes", "1"], environment: ["DATA_DIR": folder]
    ).finished()

    #expect(printed.contains(/[A-Za-z0-9]{11}/))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(files.contains("auth.sqlite"))
    let others = files.filter { name in ["voice", "billing", "perform", "audio"].contains { name.hasPrefix($0) } }
    #expect(others == [])
  }
}
