import OutboundHTTP
import Schemas

/// What perform asks of voice.
package struct VoiceClient: Sendable {
  private let caller: ServiceCaller

  package init(caller: ServiceCaller) {
    self.caller = caller
  }

  /// A leased voice and the performance's pending note, together; neither where one is refused.
  ///
  /// - Throws: as ``lease(_:)``, and `NOTE_SETTLING`.
  package func takeStage(_ opening: NoteOpening) async throws -> StageAnswer {
    try await caller.call("POST", "/internal/voice/performances", body: opening, firstByte: .seconds(90))
  }

  /// A leased voice that can speak now; an evicted one is made again first, which takes as long as the provider does.
  ///
  /// - Throws: `VOICE_CLONE_REQUIRED`, `POOL_BUSY`, `POOL_EXHAUSTED`, `VOICE_ALLOWANCE_EXHAUSTED`, `PROVIDER_…`.
  package func lease(_ request: LeaseRequest) async throws -> LeaseAnswer {
    try await caller.call("POST", "/internal/voice/leases", body: request, firstByte: .seconds(90))
  }

  package func endLease(_ leaseID: String) async throws {
    try await caller.perform("DELETE", "/internal/voice/leases/\(leaseID)")
  }

  /// The provider did not know the voice: a lease on one made anew, once.
  package func reportMissing(_ leaseID: String, _ report: VoiceMissingReport) async throws -> LeaseAnswer {
    try await caller.call(
      "POST", "/internal/voice/leases/\(leaseID)/missing", body: report, firstByte: .seconds(90))
  }

  package func openNote(_ opening: NoteOpening) async throws -> NoteAnswer {
    try await caller.call("POST", "/internal/voice/notes", body: opening)
  }

  /// Writes the pending note's MP3 while it is made; returns once it is whole and on disk (`sealed`).
  ///
  /// - Parameter attempt: as the opened note has it; what an overtaken one still writes is refused.
  package func writeNote(
    _ performanceID: String, attempt: Int, draft: NoteDraft,
    audio: @escaping @Sendable () async throws -> [UInt8]?
  ) async throws -> NoteAnswer {
    let response = try await caller.send(
      "PUT", Self.audioPath(performanceID) + "?attempt=\(attempt)", body: .stream(audio),
      headers: [("Content-Type", "audio/mpeg"), (NoteDraft.header, try draft.headerValue())],
      firstByte: .seconds(120))
    return try WireJSON.decode(NoteAnswer.self, from: await response.body.collect(upTo: 64 * 1024))
  }

  package func confirmNote(_ performanceID: String, _ confirmation: NoteConfirmation) async throws -> NoteAnswer {
    try await caller.call("POST", "/internal/voice/notes/\(performanceID)/confirm", body: confirmation)
  }

  /// Removes the note that was opened under that number, unless it is confirmed; `nil`, where the opening's answer was
  /// lost, removes a pending one only. Anything else stays and is not an error.
  package func discardNote(_ performanceID: String, attempt: Int?) async throws {
    let query = attempt.map { "?attempt=\($0)" } ?? ""
    try await caller.perform("DELETE", "/internal/voice/notes/\(performanceID)\(query)")
  }

  /// `nil` where there is no note for the performance.
  package func note(_ performanceID: String) async throws -> NoteAnswer? {
    do {
      return try await caller.call("GET", "/internal/voice/notes/\(performanceID)", as: NoteAnswer.self)
    } catch let error as ServiceError where error.code == .notFound {
      return nil
    }
  }

  /// The whole MP3 of a sealed or confirmed note.
  package func audio(of performanceID: String) async throws -> [UInt8] {
    try await caller.bytes("GET", Self.audioPath(performanceID))
  }

  /// The same MP3 as a player asks for it.
  ///
  /// - Parameter headers: `Range`, `If-Range` and `If-None-Match` are honoured: 200, 206 and 304 are answers.
  /// - Throws: `RECORDING_NOT_FOUND`, `RANGE_NOT_SATISFIABLE`.
  package func noteAudio(
    _ performanceID: String, headers: [(name: String, value: String)] = []
  ) async throws -> OutboundResponse {
    try await caller.send("GET", Self.audioPath(performanceID), body: .none, headers: headers)
  }

  private static func audioPath(_ performanceID: String) -> String { "/internal/voice/notes/\(performanceID)/audio" }
}
