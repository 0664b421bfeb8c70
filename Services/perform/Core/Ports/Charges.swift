import Schemas

/// The performer's characters, kept by billing. Every call may be repeated; the performance's id makes it one.
package protocol Charges: Sendable {
  func reserve(_ request: ReservationRequest) async throws -> ReservationAnswer
  func commit(_ performanceID: String, _ request: CommitRequest) async throws -> ReservationAnswer
  /// - Throws: `RESERVATION_CONFLICT` for a committed one, which stays so.
  func release(_ performanceID: String) async throws -> ReservationAnswer
  func reservation(_ performanceID: String) async throws -> ReservationAnswer
  /// - Throws: what a reservation of this size would be refused with now.
  func admission(_ request: AdmissionRequest) async throws -> UsageAnswer
}
