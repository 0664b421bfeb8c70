import Testing

/// Waits for something that another task or process does in its own time, at most a minute.
package func eventually(
  _ what: String, sourceLocation: SourceLocation = #_sourceLocation, _ holds: () async throws -> Bool
) async throws {
  let deadline = ContinuousClock.now + .seconds(60)
  while ContinuousClock.now < deadline {
    if try await holds() { return }
    try await Task.sleep(for: .milliseconds(50))
  }
  Issue.record("never came true: \(what)", sourceLocation: sourceLocation)
}
