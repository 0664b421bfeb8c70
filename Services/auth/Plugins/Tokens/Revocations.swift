import Capabilities
import Foundation
import Schemas
import Tokens

/// Whose access tokens are void although not yet expired. Other services ask every few seconds; auth knows at once.
struct Revocations: Sendable {
  let store: any RevocationStore
  let verifier: RevocationList
  let clock: WallClock
  /// The longest life of an access token or a signed link: older revocations have nothing left to revoke.
  let window: Duration

  func revoke(_ userID: String) async throws {
    let instant = clock.now().roundedUpToMilliseconds
    try await store.revoke(userID, issuedUntil: instant)
    verifier.add(userID, issuedUntil: instant)
  }

  func current() async throws -> [String: Date] {
    // A minute more, for services whose clocks differ from ours.
    let age = TimeInterval(window.components.seconds + 60)
    return try await store.current(since: clock.now().addingTimeInterval(-age))
  }

  /// After a start: what was revoked before it still holds.
  func restore() async throws {
    verifier.replace(with: try await current())
  }
}

extension Date {
  /// Stores and wire cut off below the millisecond, which would spare a token of the same millisecond. Half of one
  /// is added so that binary fractions do not fall just short of the mark.
  fileprivate var roundedUpToMilliseconds: Date {
    Date(timeIntervalSince1970: ((timeIntervalSince1970 * 1000).rounded(.up) + 0.5) / 1000)
  }
}
