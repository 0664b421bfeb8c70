import AuthCore
import AuthSettings
import Schemas
import Testing

@Suite struct SettingsStoreTests {
  enum Kind: CaseIterable { case grdb, memory }

  @Test("A user who changed nothing has the defaults as version 0", arguments: Kind.allCases)
  func defaults(kind: Kind) async throws {
    try await withStore(kind) { store in
      let stored = try await store.settings(of: "ana")

      #expect(stored == StoredSettings())
    }
  }

  @Test("A change is kept as the next version of its user's document", arguments: Kind.allCases)
  func updates(kind: Kind) async throws {
    try await withStore(kind) { store in
      var settings = UserSettings()
      settings.voiceNoteName = "Idée"

      let stored = try await store.update("ana") { [settings] _ in settings }

      #expect(stored == StoredSettings(settings: settings, version: 1))
      #expect(try await store.settings(of: "ana") == stored)
      #expect(try await store.settings(of: "bob") == StoredSettings())
    }
  }

  @Test("A change that fails leaves the document as it was", arguments: Kind.allCases)
  func rollsBack(kind: Kind) async throws {
    try await withStore(kind) { store in
      await #expect(throws: ServiceError.self) {
        try await store.update("ana") { _ in throw ServiceError(.preconditionFailed) }
      }

      let stored = try await store.settings(of: "ana")
      #expect(stored.version == 0)
    }
  }

  private func withStore(_ kind: Kind, _ body: (any SettingsStore) async throws -> Void) async throws {
    switch kind {
    case .memory: try await body(MemorySettingsStore())
    case .grdb: try await withDatabase([SettingsPlugin()]) { try await body(GRDBSettingsStore($0)) }
    }
  }
}
