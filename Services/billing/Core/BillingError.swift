import Foundation
import Schemas

/// Why billing refuses.
package enum BillingError: Error, Sendable, Equatable {
  case characterLimitReached(Usage)
  case installationLimitReached(resetsAt: Date)
  case unknownModel
  case reservationExpired
  case reservationConflict
  /// Nothing was ever reserved for the performance.
  case reservationNotFound
}

extension BillingError {
  package var serviceError: ServiceError {
    switch self {
    case .characterLimitReached(let usage):
      ServiceError(
        .characterLimitReached,
        details: [
          "charCount": .number(Double(usage.used)), "monthlyLimit": .number(Double(usage.limit)),
          "resets_at": .string(WireDate.text(usage.period.end)),
        ])
    case .installationLimitReached(let resetsAt):
      ServiceError(.installationLimitReached, details: ["resets_at": .string(WireDate.text(resetsAt))])
    case .unknownModel: ServiceError(.unknownModel)
    case .reservationExpired: ServiceError(.reservationExpired)
    case .reservationConflict: ServiceError(.reservationConflict)
    case .reservationNotFound: ServiceError(.notFound, "Nothing was reserved for this performance.")
    }
  }

  /// Runs a use and turns its refusals into what a caller is told.
  package static func told<Value>(_ use: () async throws -> Value) async throws -> Value {
    do {
      return try await use()
    } catch let error as BillingError {
      throw error.serviceError
    }
  }
}
