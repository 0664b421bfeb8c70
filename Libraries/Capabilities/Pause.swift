/// Waiting, as a parameter: back-off and polling take one, so that no test sleeps.
package struct Pause: Sendable {
  package var sleep: @Sendable (Duration) async throws -> Void

  package init(sleep: @escaping @Sendable (Duration) async throws -> Void) {
    self.sleep = sleep
  }

  package static let system = Pause { try await Task.sleep(for: $0) }
}
