/// Waits for something that another task or process does in its own time.
///
/// - Throws: ``NeverHappened`` where it has not come true within `limit`.
package func eventually(
  _ what: String, within limit: Duration = .seconds(60), every interval: Duration = .milliseconds(20),
  _ holds: () async throws -> Bool
) async throws {
  let end = ContinuousClock.now + limit
  while ContinuousClock.now < end {
    if try await holds() { return }
    try await Task.sleep(for: interval)
  }
  throw NeverHappened(what: what)
}

package struct NeverHappened: Error {
  package var what: String

  package init(what: String) {
    self.what = what
  }
}
