import Schemas

/// What other services ask of billing. Every call may be repeated.
package struct BillingClient: Sendable {
  private let caller: ServiceCaller

  package init(caller: ServiceCaller) {
    self.caller = caller
  }

  /// - Throws: `CHARACTER_LIMIT_REACHED`, `INSTALLATION_LIMIT_REACHED`, `UNKNOWN_MODEL`, `RESERVATION_CONFLICT`.
  package func reserve(_ request: ReservationRequest) async throws -> ReservationAnswer {
    try await caller.call("POST", "/internal/billing/reservations", body: request)
  }

  /// - Throws: `RESERVATION_EXPIRED`, `RESERVATION_CONFLICT`.
  package func commit(_ performanceID: String, _ request: CommitRequest) async throws -> ReservationAnswer {
    try await caller.call("POST", "/internal/billing/reservations/\(performanceID)/commit", body: request)
  }

  package func release(_ performanceID: String) async throws -> ReservationAnswer {
    try await caller.call("POST", "/internal/billing/reservations/\(performanceID)/release")
  }

  /// - Throws: `NOT_FOUND` when nothing was ever reserved for it.
  package func reservation(_ performanceID: String) async throws -> ReservationAnswer {
    try await caller.call("GET", "/internal/billing/reservations/\(performanceID)")
  }

  /// The user's account, where a reservation of this size would pass now. Nothing is set aside.
  ///
  /// - Throws: as ``reserve(_:)``.
  package func admission(_ request: AdmissionRequest) async throws -> UsageAnswer {
    try await caller.call("POST", "/internal/billing/admissions", body: request)
  }

  package func usage(of userID: String) async throws -> UsageAnswer {
    try await caller.call("GET", "/internal/billing/users/\(userID)/usage")
  }

  package func modelCosts() async throws -> ModelCostsAnswer {
    try await caller.call("GET", "/internal/billing/models/costs")
  }
}
