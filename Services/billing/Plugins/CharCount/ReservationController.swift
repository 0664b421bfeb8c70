import BillingCore
import Hummingbird
import Schemas
import ServiceHTTP

/// The routes by which perform charges a performance, and voice settles a pending note.
struct ReservationController: Sendable {
  private static let path = "/internal/billing/reservations"

  let ledger: CharacterLedger

  var routes: [Route] {
    [
      Route(
        .post, Self.path, "Sets characters aside for a performance", access: .services(["perform"]),
        body: ReservationRequest.self, handler: reserve),
      Route(
        .post, "/internal/billing/admissions", "Whether characters could be set aside now",
        access: .services(["perform"]), body: AdmissionRequest.self, handler: admit),
      Route(
        .post, Self.path + "/{performance_id}/commit", "Charges a delivered performance",
        access: .services(["perform"]), body: CommitRequest.self, handler: commit),
      Route(
        .post, Self.path + "/{performance_id}/release", "Gives a reservation back",
        access: .services(["perform", "voice"]), handler: release),
      Route(
        .get, Self.path + "/{performance_id}", "Where a performance stands", access: .services(["perform", "voice"]),
        handler: show),
    ]
  }

  private func reserve(_ call: Call, _ request: ReservationRequest) async throws -> Response {
    try await answer {
      try await ledger.reserve(
        userID: request.userID, performanceID: request.performanceID, maxRaw: request.maxChars, model: request.model)
    }
  }

  private func admit(_ call: Call, _ request: AdmissionRequest) async throws -> Response {
    let usage = try await BillingError.told {
      try await ledger.admission(of: request.userID, maxRaw: request.maxChars, model: request.model)
    }
    return try Reply.json(usage.answer(at: ledger.now))
  }

  private func commit(_ call: Call, _ request: CommitRequest) async throws -> Response {
    let id = try call.parameter("performance_id")
    return try await answer {
      try await ledger.commit(id, raw: request.charsRaw, providerCost: request.providerCost)
    }
  }

  private func release(_ call: Call) async throws -> Response {
    let id = try call.parameter("performance_id")
    return try await answer { try await ledger.release(id) }
  }

  private func show(_ call: Call) async throws -> Response {
    let id = try call.parameter("performance_id")
    return try await answer { try await ledger.reservation(id) }
  }

  private func answer(_ step: () async throws -> ReservationStanding) async throws -> Response {
    let standing = try await BillingError.told(step)
    return try Reply.json(ReservationAnswer(standing, at: ledger.now))
  }
}
