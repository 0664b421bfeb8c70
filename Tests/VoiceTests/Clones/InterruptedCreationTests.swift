import Foundation
import GRDB
import Persistence
import ProviderEmulator
import Schemas
import TestSupport
import Testing
import VoiceCore
import VoiceStorage

@Suite("Creations that were interrupted", .serialized)
struct InterruptedCreationTests {
  /// A database as a process leaves it that ended in the middle of a creation, begun `age` seconds ago.
  private func interrupted(
    age: TimeInterval = 10, failed: Bool = false,
    _ body: (_ folder: String, _ labels: [String: String]) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "voice-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await SeededSample.store([SeededSample("u")], in: folder)
    let database = try Persistence.Database(path: "\(folder)/voice.sqlite", migrations: StoragePlugin().migrations)
    let begun = Date.now.addingTimeInterval(-age)
    let intent = CreationIntent(id: "i", userID: "u", sampleHash: "5a11", createdAt: begun)
    let clones = GRDBCloneStore(database)
    try await clones.apply(CloneChange(userID: "u", event: .begun(intentID: "i"), intent: .open(intent), at: begun))
    if failed {
      let settle = CloneChange.IntentChange.settle(id: "i", .uncertain)
      try await clones.apply(CloneChange(userID: "u", event: .failed(intentID: "i"), intent: settle, at: begun))
    }
    let id = try await database.read { try String.fetchOne($0, sql: "SELECT id FROM installation") }
    try database.close()
    try await body(folder, InstallationID(id ?? "").labels(intentID: "i"))
  }

  private func state(_ world: VoiceWorld) async throws -> JSONValue? {
    try await world.user("u").meta(of: "u").json["clone_state"]
  }

  @Test("What the provider made is found by its label and taken into use")
  func adoption() async throws {
    try await interrupted { folder, labels in
      try await withCloningVoice(
        ["DATA_DIR": folder], prepare: { $0.addForeignVoice(name: "vm-i", labels: labels) }
      ) { world async throws in
        try await eventually("the voice is adopted") { try await state(world) == "ready" }

        #expect(try await world.user("u").meta(of: "u").json["inPool"] == true)
        #expect(try await world.user("u").makeClone(of: "u").json["action"] == "update_skipped")
        #expect(world.provider?.calls(.voicesAdd) == 0)
      }
    }
  }

  @Test("An adopted voice is in the pool as soon as its clone is ready, while it is still being renamed")
  func adoptedAtOnce() async throws {
    try await interrupted { folder, labels in
      let prepare = { (provider: EmulatorState) in
        provider.addForeignVoice(name: "vm-i", labels: labels)
        provider.script(Fault(.voiceEdit) { $0.firstByteDelayMs = 2_000 })
      }
      try await withCloningVoice(["DATA_DIR": folder], prepare: prepare) { world async throws in
        try await eventually("the voice is adopted") { try await state(world) == "ready" }

        let meta = try await world.user("u").meta(of: "u").json
        #expect(meta["inPool"] == true)
      }
    }
  }

  @Test("What the provider made although the creation counts as failed is deleted")
  func uncertain() async throws {
    try await interrupted(failed: true) { folder, labels in
      try await withCloningVoice(
        ["DATA_DIR": folder], prepare: { $0.addForeignVoice(name: "vm-i", labels: labels) }
      ) { world async throws in
        try await eventually("the voice is deleted") {
          world.provider?.snapshot.voices.contains { $0.name == "vm-i" } == false
        }

        #expect(try await state(world) == "failed")
      }
    }
  }

  @Test("A creation that left nothing is given up after its time, and a new one may begin at any moment")
  func nothingMade() async throws {
    try await interrupted(age: 200) { folder, _ in
      try await withCloningVoice(["DATA_DIR": folder]) { world async throws in
        try await eventually("the creation is given up") { try await state(world) == "failed" }
      }
    }
    try await interrupted(age: 1) { folder, _ in
      try await withCloningVoice(["DATA_DIR": folder]) { world async throws in
        #expect(try await state(world) == "creating")
        #expect(try await world.user("u").makeClone(of: "u").json["clone_state"] == "ready")
      }
    }
  }
}
