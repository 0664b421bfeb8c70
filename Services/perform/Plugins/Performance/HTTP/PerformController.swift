import Foundation
import HTTPTypes
import Hummingbird
import PerformCore
import Schemas
import ServiceHTTP

/// `POST /perform` in its three forms.
struct PerformController: Sendable {
  let desk: OrderDesk
  let stage: PerformanceStage
  let links: StreamLinks
  let limits: [RouteLimit]

  var routes: [Route] {
    [
      Route(
        .post, "/perform", "Performs: text, speech and background as one note", access: .user, limits: limits,
        body: PerformRequest.self, handler: perform)
    ]
  }

  private func perform(_ call: Call, _ request: PerformRequest) async throws -> Response {
    let order = try desk.order(request, user: call.userID(), key: call.header("Idempotency-Key"))
    let form = AnswerForm(call)
    switch try await stage.enter(order) {
    case .delivered(let stored): return try await replay(stored, form)
    case .live(let listener):
      return try await call.departure.watching(left: { listener.leave() }) { try await answer(listener, form) }
    }
  }

  private func answer(_ listener: PerformanceListener, _ form: AnswerForm) async throws -> Response {
    switch form {
    case .json:
      let (answer, audio) = try await listener.delivered()
      return try PerformReplies.json(answer, audio)
    case .audio: return PerformReplies.stream(listener, try await listener.head())
    case .accepted:
      let note = try await listener.note()
      listener.pin()
      return try accepted(listener.order.performanceID, recordingID: note.recordingID, audioURL: note.audioURL)
    }
  }

  private func replay(_ stored: StoredPerformance, _ form: AnswerForm) async throws -> Response {
    let answer = stored.answer
    switch form {
    case .json: return try PerformReplies.json(answer, try await stored.audio())
    case .audio: return PerformReplies.whole(answer, try await stored.audio())
    case .accepted:
      return try accepted(answer.performanceID, recordingID: answer.recordingID, audioURL: answer.audioURL)
    }
  }

  private func accepted(_ performanceID: String, recordingID: String, audioURL: String) throws -> Response {
    try PerformReplies.accepted(
      PerformAcceptedAnswer(
        performanceID: performanceID, recordingID: recordingID, streamURL: links.link(to: performanceID),
        audioURL: audioURL))
  }
}
