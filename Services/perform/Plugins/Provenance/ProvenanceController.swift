import HTTPTypes
import Hummingbird
import PerformCore
import Schemas
import ServiceHTTP

/// `POST /provenance/verify`: for anybody who holds a note, or its hash, and wonders where it comes from.
struct ProvenanceController: Sendable {
  let check: ProvenanceCheck
  let limits: [RouteLimit]

  var routes: [Route] {
    [
      Route(
        .post, "/provenance/verify", "Whether a note is what its signed record says", access: .open, limits: limits,
        input: .stream(contentTypes: ["audio/mpeg", "application/json"], maxBytes: NoteSize.maximum), handler: verify)
    ]
  }

  private func verify(_ call: Call) async throws -> Response {
    switch call.mediaType {
    case "audio/mpeg":
      let audio = try await call.body(upTo: NoteSize.maximum)
      guard !audio.isEmpty else { throw ServiceError(.validationFailed, "The body must be the note's MP3.") }
      return try Reply.json(try await check.check(audio, record: call.header("Provenance-Record")))
    default:
      let body = try ProvenanceRequest.decode(try await call.json(upTo: RouteInput.jsonBytes))
      return try Reply.json(try await check.check(sha256: body.sha256, record: body.record))
    }
  }
}
