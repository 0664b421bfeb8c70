import Schemas
import ServiceHTTP

/// A whole performance, charged and delivered, for plugins that have routes of their own.
package protocol Performing: Sendable {
  /// How often somebody may perform; shared by every route that performs.
  var limits: [RouteLimit] { get }
  /// How often somebody may have words alone, which is counted apart.
  var thoughtLimits: [RouteLimit] { get }

  /// Returns once the note is paid for and delivered. A client that leaves before speech has begun ends it.
  ///
  /// - Parameters:
  ///   - user: who performs.
  ///   - call: the request that asked; its `Idempotency-Key` is honoured.
  /// - Throws: the ``ServiceError`` that `POST /perform` would answer.
  func perform(_ request: PerformRequest, user: String, for call: Call) async throws -> DeliveredPerformance
}

/// A performance that was paid for, with its whole MP3.
package struct DeliveredPerformance: Sendable {
  package var answer: PerformAnswer
  package var audio: [UInt8]

  package init(answer: PerformAnswer, audio: [UInt8]) {
    self.answer = answer
    self.audio = audio
  }
}
