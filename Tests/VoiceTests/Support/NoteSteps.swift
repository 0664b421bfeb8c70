import Foundation
import Schemas
import ServiceClients

extension NoteOpening {
  static func sample(
    _ performanceID: String, of userID: String = "u", title: String? = "Groceries", date: String? = "yesterday",
    time: String? = "07:30", rehearsal: Bool = false, voice: String? = "local_0123456789"
  ) -> NoteOpening {
    NoteOpening(
      performanceID: performanceID, userID: userID, requestDigest: "digest", routineType: "cards",
      voiceCloneID: voice, title: title, date: date, time: time, rehearsal: rehearsal)
  }
}

extension VoiceClient {
  /// Writes an MP3 in small pieces, as a performance does.
  func write(_ bytes: [UInt8], to performanceID: String, attempt: Int = 1) async throws -> NoteAnswer {
    let source = ChunkSource(bytes)
    return try await writeNote(performanceID, attempt: attempt, draft: .sample) { await source.next() }
  }

  func deliver(_ opening: NoteOpening, _ bytes: [UInt8]) async throws -> NoteAnswer {
    _ = try await openNote(opening)
    _ = try await write(bytes, to: opening.performanceID)
    return try await confirmNote(opening.performanceID, NoteConfirmation(answer: #"{"text":"secret"}"#))
  }
}

actor ChunkSource {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
  }

  func next() -> [UInt8]? {
    guard !bytes.isEmpty else { return nil }
    defer { bytes = bytes.dropFirst(3000) }
    return Array(bytes.prefix(3000))
  }
}

extension NoteDraft {
  /// What perform sends along with a note's audio.
  static let sample = NoteDraft(
    answer: PerformAnswer(
      routineType: "cards", text: "secret", audioBase64: nil, audioURL: "", recordingID: "", performanceID: "",
      filename: "note.mp3", durationSeconds: 0, charCount: 0, monthlyLimit: 0, voiceSource: "local_matched",
      textSource: "template", charsUsedRaw: 6, charsUsedEffective: 0, model: "local", timings: [:]),
    madeAt: "2026-11-22T21:04:05Z", consentReference: "consent")
}
