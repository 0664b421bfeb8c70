import Foundation
import Hummingbird
import PerformCore
import Schemas
import ServiceHTTP

/// `POST /generate-thought`, which costs nothing, and `POST /generate-audio`, which is a performance.
///
/// The file name of the second one is what `GET /audio/{filename}` at voice finds the recording by.
struct ThoughtsController: Sendable {
  let thoughts: Thoughts
  let performing: any Performing

  var routes: [Route] {
    [
      Route(
        .post, "/generate-thought", "The words of a note alone; not charged", access: .user,
        limits: performing.thoughtLimits, body: ThoughtRequest.self
      ) { call, request in
        try Reply.json(ThoughtAnswer(thought: try await thoughts.thought(request, for: call.userID())))
      },
      Route(
        .post, "/generate-audio", "A performance for older clients: words, MP3 and file name", access: .user,
        limits: performing.limits, body: ThoughtRequest.self, handler: audio),
    ]
  }

  private func audio(_ call: Call, _ request: ThoughtRequest) async throws -> Response {
    let order = PerformRequest(routineType: Thoughts.routine, value: request.value, topic: request.topic)
    let delivered = try await performing.perform(order, user: call.userID(), for: call)
    return try Reply.json(
      ThoughtAudioAnswer(
        audioBase64: Data(delivered.audio).base64EncodedString(), text: delivered.answer.text,
        filename: delivered.answer.recordingID + ".mp3"),
      headers: [.cacheControl: "no-store"])
  }
}
