import PerformCore
import Schemas
import ServiceHTTP

/// Performs for other plugins' routes as `POST /perform` does in its JSON form.
struct DirectPerforming: Performing {
  let desk: OrderDesk
  let stage: PerformanceStage
  let limits: [RouteLimit]
  let thoughtLimits: [RouteLimit]

  func perform(_ request: PerformRequest, user: String, for call: Call) async throws -> DeliveredPerformance {
    let order = try desk.order(request, user: user, key: call.header("Idempotency-Key"))
    switch try await stage.enter(order) {
    case .delivered(let stored): return DeliveredPerformance(answer: stored.answer, audio: try await stored.audio())
    case .live(let listener):
      let (answer, audio) = try await call.departure.watching(left: { listener.leave() }) {
        try await listener.delivered()
      }
      return DeliveredPerformance(answer: answer, audio: audio)
    }
  }
}
