import Hummingbird
import Schemas
import ServiceHTTP
import VoiceCore
import VoiceServing

/// `GET /audio/{filename}`: a recording by the file name that older clients were told.
struct AudioFileController: Sendable {
  let recordings: any RecordingStore
  let blobs: any BlobStore

  private static let suffix = ".mp3"

  var routes: [Route] {
    [
      Route(.get, "/audio/{filename}", "A recording's MP3, by the name `POST /generate-audio` gave", access: .user) {
        try await audio($0)
      }
    ]
  }

  private func audio(_ call: Call) async throws -> Response {
    let name = try call.parameter("filename")
    guard name.hasSuffix(Self.suffix),
      let recording = try await recordings.recording(String(name.dropLast(Self.suffix.count)), of: call.userID())
    else { throw ServiceError(.recordingNotFound) }
    return try await AudioReply(blobs).answer(recording.blob, to: call)
  }
}
