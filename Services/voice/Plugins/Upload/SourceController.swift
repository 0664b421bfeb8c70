import Foundation
import Hummingbird
import Schemas
import ServiceHTTP
import VoiceCore
import VoiceServing

/// `GET /users/{id}/voice/source`: the active sample as it is stored.
struct SourceController: Sendable {
  let samples: any SampleStore
  let blobs: any BlobStore

  var routes: [Route] {
    [
      Route(.get, "/users/{id}/voice/source", "The voice sample as MP3, or as base64 in JSON", access: .owner) {
        try await source($0)
      }
    ]
  }

  private func source(_ call: Call) async throws -> Response {
    guard let sample = try await samples.activeSample(of: call.userID()) else {
      throw ServiceError(.recordingNotFound, "There is no voice sample.")
    }
    guard prefersJSON(call) else { return try await AudioReply(blobs).answer(sample.blob, to: call) }
    let bytes = try await blobs.bytes(of: sample.blob)
    return try Reply.json(
      VoiceSourceAnswer(
        audioBase64: Data(bytes).base64EncodedString(), mimeType: "audio/mpeg",
        durationSeconds: sample.durationSeconds))
  }

  private func prefersJSON(_ call: Call) -> Bool {
    call.header("Accept")?.lowercased().contains("application/json") ?? false
  }
}
