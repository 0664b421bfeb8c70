import Schemas

/// The performer's characters, kept by billing. Every call may be repeated; the performance's id makes it one.
package protocol Charges: Sendable {
  func reserve(_ request: ReservationRequest) async throws -> ReservationAnswer
  func commit(_ performanceID: String, _ request: CommitRequest) async throws -> ReservationAnswer
  /// - Returns: where the performance stands afterwards: a committed one stays committed.
  func release(_ performanceID: String) async throws -> ReservationAnswer
  func reservation(_ performanceID: String) async throws -> ReservationAnswer
  func usage(of userID: String) async throws -> UsageAnswer
}
