import Capabilities
import HTTPTypes
import Hummingbird
import PerformCore
import Schemas
import ServiceHTTP

/// `GET /perform/{performance_id}/stream`: what the link of an accepted performance opens.
///
/// The replica that performs streams it while it is made; any other waits until the note is delivered. A delivered note
/// is served in any part (docs/decisions/0301-accepted-performances.md).
struct StreamController: Sendable {
  let running: RunningPerformances
  let notes: any Notes
  let links: StreamLinks
  let pause: Pause

  var routes: [Route] {
    [
      Route(
        .get, "/perform/{performance_id}/stream", "The MP3 of an accepted performance, by its signed link",
        access: .open, handler: stream)
    ]
  }

  private func stream(_ call: Call) async throws -> Response {
    let id = try call.parameter("performance_id")
    try links.check(id, expires: call.query("expires"), signature: call.query("signature"))
    // HEAD is told the length, which nobody knows before the note is whole.
    if call.request.method != .head, let listener = running.run(of: id)?.attach() {
      return PerformReplies.stream(listener, try await listener.head())
    }
    return try await DeliveredAudio(notes: notes).answer(try await delivered(id), to: call)
  }

  /// A failed attempt may have been followed by a better one: the note counts first. A performance whose link was given
  /// out has a note until it fails.
  private func delivered(_ id: String) async throws -> NoteAnswer {
    for _ in 0..<PerformanceStage.looks {
      let note = try await notes.note(id)
      if let note, note.state == .confirmed { return note }
      if let failure = running.failure(of: id) { throw failure }
      if note == nil { throw ServiceError(.recordingNotFound, "The performance ended without a note.") }
      try await pause.sleep(PerformanceStage.betweenLooks)
    }
    throw ServiceError(.noteSettling, retryAfter: .seconds(5))
  }
}
