import Capabilities
import HTTPTypes
import Hummingbird
import Schemas
import ServiceHTTP
import VoiceCore

/// `POST /users/{id}/voice/pool/touch`: deprecated, kept for older clients (V10).
struct PoolController: Sendable {
  let pool: (any SlotPool)?
  let clones: any CloneStore
  let enabled: Bool
  let clock: WallClock

  var routes: [Route] {
    [
      Route(.post, "/users/{id}/voice/pool/touch", "Marks the voice as recently used (deprecated)", access: .owner) {
        try await touch($0)
      }
    ]
  }

  private func touch(_ call: Call) async throws -> Response {
    let userID = try call.userID()
    guard let voiceID = try await clones.clone(of: userID)?.voiceID else { throw ServiceError(.voiceCloneRequired) }
    let place = await pool?.touch(voiceID)
    if place != nil { try await clones.touch(userID, at: clock.now()) }
    let answer = PoolTouchAnswer(
      status: place == nil ? "not_in_pool" : "ok", voiceCloneID: voiceID, position: place?.position,
      size: place?.size ?? 0, enabled: enabled)
    return try Reply.json(answer, headers: Self.deprecation)
  }

  /// RFC 9745; the date is the day on which `POST /perform/prepare` took over.
  private static var deprecation: HTTPFields {
    HTTPField.Name("Deprecation").map { [$0: "@1795305600"] } ?? [:]
  }
}
