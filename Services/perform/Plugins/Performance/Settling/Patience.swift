import Capabilities
import Schemas

/// Repeats a step that may be repeated while the other service does not answer.
struct Patience: Sendable {
  /// Between the attempts.
  static let pauses: [Duration] = [.milliseconds(50), .milliseconds(300)]

  let pause: Pause

  func insist<Value: Sendable>(_ step: @escaping @Sendable () async throws -> Value) async throws -> Value {
    for pause in Self.pauses {
      do {
        return try await step()
      } catch let error as ServiceError where error.code == .dependencyUnavailable {
        try await self.pause.sleep(pause)
      }
    }
    return try await step()
  }
}
