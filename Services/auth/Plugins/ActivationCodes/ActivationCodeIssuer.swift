import AuthCore
import Capabilities
import Foundation
import Schemas
import ServiceHost

/// Makes new activation codes.
struct ActivationCodeIssuer: Sendable {
  let store: any ActivationCodeStore
  let audit: any AuditRecording
  let clock: WallClock
  let randomness: Randomness

  func issue(_ request: ActivationCodesRequest, by actor: String) async throws -> [ActivationCode] {
    try await issue(
      request.count, expiresInDays: request.expiresInDays, forUser: request.forUser, by: actor)
  }

  private func issue(
    _ count: Int, expiresInDays days: Int?, forUser user: String?, by actor: String
  ) async throws -> [ActivationCode] {
    let now = clock.now()
    let expiry = days.map { now.addingTimeInterval(TimeInterval($0) * 86_400) }
    let codes = (0..<count).map { _ in
      ActivationCode.fresh(randomness, createdAt: now, expiresAt: expiry, forUser: user)
    }
    try await store.insert(codes)
    try await audit.record(.codesIssued, by: actor, about: user, ["count": .number(Double(count))])
    return codes
  }

  /// `activation-codes [count]`: prints new codes, one per line.
  var command: MaintenanceCommand {
    MaintenanceCommand(name: "activation-codes", usage: "[count]  makes codes (1 by default, at most 1000)") {
      arguments in
      guard let count = Int(arguments.first ?? "1"), (1...1000).contains(count), arguments.count <= 1 else {
        throw CommandRefused("activation-codes takes one number from 1 to 1000.")
      }
      return try await issue(count, expiresInDays: nil, forUser: nil, by: AuditActor.operator)
        .map(\.text).joined(separator: "\n")
    }
  }
}
