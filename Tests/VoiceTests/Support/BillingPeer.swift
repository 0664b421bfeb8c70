import Foundation
import Schemas
import Synchronization
import TestSupport

/// Billing as far as voice's sweeper asks it: the state of each performance's reservation.
final class BillingPeer: Sendable {
  private let states: Mutex<[String: ReservationAnswer.State]>

  init(_ states: [String: ReservationAnswer.State]) {
    self.states = Mutex(states)
  }

  func state(_ performanceID: String) -> ReservationAnswer.State? { states.withLock { $0[performanceID] } }

  /// Answers `…/reservations/{id}` and `…/reservations/{id}/release`.
  func answer(_ exchange: HTTPExchange) async throws {
    _ = try await exchange.body()
    let parts = exchange.uri.split(separator: "/").map(String.init)
    let id = parts.count > 3 ? parts[3] : ""
    if parts.last == "release" { states.withLock { if $0[id] == .reserved { $0[id] = .released } } }
    guard let state = state(id) else { return try await exchange.respond(404, json: Self.notFound) }
    try await exchange.respond(json: String(decoding: WireJSON.encode(Self.reservation(id, state)), as: UTF8.self))
  }

  private static let notFound = #"{"error":"NOT_FOUND","message":"none"}"#

  private static func reservation(_ id: String, _ state: ReservationAnswer.State) -> ReservationAnswer {
    ReservationAnswer(
      performanceID: id, userID: "u", state: state, model: "local", costFactor: CostFactor(millionths: 1_000_000),
      charsUsedRaw: 0,
      charsUsedEffective: 0, expiresAt: .now,
      usage: UsageAnswer(charCount: 0, monthlyLimit: 1, remaining: 1, resetsAt: .now, daysUntilReset: 1))
  }
}
