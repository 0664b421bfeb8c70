import Schemas
import ServiceClients

/// Finds out whether a performance is paid for, and makes sure that one that is not never will be.
struct ChargeSettlement: Sendable {
  let reservation: @Sendable (_ performanceID: String) async throws -> ReservationAnswer.State
  let release: @Sendable (_ performanceID: String) async throws -> ReservationAnswer.State

  /// - Throws: `DEPENDENCY_UNAVAILABLE` where billing does not answer; ask again later.
  func isCharged(_ performanceID: String) async throws -> Bool {
    do {
      guard try await reservation(performanceID) == .reserved else {
        return try await reservation(performanceID) == .committed
      }
      return try await release(performanceID) == .committed
    } catch let error as ServiceError where error.code == .notFound {
      return false
    } catch let error as ServiceError where error.code == .reservationConflict {
      return try await reservation(performanceID) == .committed
    }
  }
}

extension ChargeSettlement {
  init(_ billing: BillingClient) {
    self.init(
      reservation: { try await billing.reservation($0).state }, release: { try await billing.release($0).state })
  }
}
