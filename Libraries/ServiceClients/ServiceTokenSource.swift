import Capabilities
import Foundation
import Schemas

/// Service tokens for calls to others, fetched once per audience and renewed a minute before they expire.
package actor ServiceTokenSource {
  private struct Held {
    var token: String
    var renewAt: Date
  }

  private let clock: WallClock
  private let fetch: @Sendable (_ audience: ServiceName) async throws -> ServiceTokenAnswer
  private var held: [ServiceName: Held] = [:]
  private var fetching: [ServiceName: Task<ServiceTokenAnswer, any Error>] = [:]

  package init(
    clock: WallClock, fetch: @escaping @Sendable (_ audience: ServiceName) async throws -> ServiceTokenAnswer
  ) {
    self.clock = clock
    self.fetch = fetch
  }

  package func token(for audience: ServiceName) async throws -> String {
    if let held = held[audience], clock.now() < held.renewAt { return held.token }
    let task = fetching[audience] ?? Task { [fetch] in try await fetch(audience) }
    fetching[audience] = task
    defer { fetching[audience] = nil }
    let answer = try await task.value
    held[audience] = Held(
      token: answer.token, renewAt: clock.now().addingTimeInterval(TimeInterval(max(1, answer.expiresIn - 60))))
    return answer.token
  }

  /// Forgets a token that its audience refused, for example after auth's keys were made anew.
  package func forget(_ audience: ServiceName) {
    held[audience] = nil
  }
}
