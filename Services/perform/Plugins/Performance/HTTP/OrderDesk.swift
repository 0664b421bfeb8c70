import Capabilities
import PerformCore
import Schemas

/// Makes orders out of requests: everything about them that needs nobody else is checked here.
struct OrderDesk: Sendable {
  let routines: RoutineCatalog
  let speech: any SpeechSynthesizing
  let identifiers: Identifiers

  /// - Parameter key: the request's Idempotency-Key.
  /// - Throws: `UNKNOWN_ROUTINE`, `INVALID_VALUE`, `VALIDATION_FAILED`, `UNKNOWN_MODEL`.
  func order(_ request: PerformRequest, user: String, key: String?) throws -> PerformOrder {
    let routine = try routine(request.routineType)
    let subject = try SpokenSubject(value: request.value, topic: request.topic, for: routine)
    return PerformOrder(
      performanceID: try performanceID(user: user, key: key), userID: user, isRepeatable: key != nil,
      digest: try request.digest(), routine: routine, value: subject.value, topic: subject.topic,
      settingsOverride: try request.settingsOverride.map { try SettingsOverride.decode(.object($0)).change } ?? .none,
      model: try speech.model(request.model), rehearsal: request.rehearsal)
  }

  private func routine(_ id: String) throws(ServiceError) -> Routine {
    do { return try routines.routine(id) } catch { throw ServiceError(error) }
  }

  private func performanceID(user: String, key: String?) throws(ServiceError) -> String {
    guard let key else { return identifiers.make() }
    guard PerformanceID.isAcceptable(key: key) else {
      throw .validation([FieldProblem(field: "Idempotency-Key", problem: "must be 1 to 255 visible ASCII characters")])
    }
    return PerformanceID.derived(user: user, key: key)
  }
}
