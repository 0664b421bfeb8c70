import PerformCore
import Schemas
import ServiceClients

/// The records of delivered notes, as voice keeps them.
struct KeptRecords: Sendable {
  let voice: VoiceClient
  let seal: ProvenanceSeal

  /// A note whose performance died before it could sign has its record made now, from what was kept with the audio.
  func record(of performanceID: String) async throws -> String? {
    guard let note = try await voice.note(performanceID), note.state == .confirmed else { return nil }
    if let answer = note.answer { return try? Self.decode(PerformAnswer.self, answer).provenance }
    guard let draft = note.draft.flatMap({ try? Self.decode(NoteDraft.self, $0) }) else { return nil }
    return try seal.record(of: draft, audio: try await voice.audio(of: performanceID))
  }

  private static func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
    try WireJSON.decode(type, from: Array(json.utf8))
  }
}
