/// Lets the changes of one user's clone happen one after the other, in the order in which they were asked for.
actor UserTurns {
  private(set) var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]

  /// Runs `work` when it is this user's turn. Not re-entrant.
  func withTurn<Value: Sendable>(of userID: String, _ work: @Sendable () async throws -> Value) async rethrows -> Value
  {
    await begin(userID)
    defer { end(userID) }
    return try await work()
  }

  private func begin(_ userID: String) async {
    guard waiting[userID] != nil else {
      waiting[userID] = []
      return
    }
    await withCheckedContinuation { waiting[userID]?.append($0) }
  }

  private func end(_ userID: String) {
    guard var queue = waiting[userID], !queue.isEmpty else {
      waiting[userID] = nil
      return
    }
    let next = queue.removeFirst()
    waiting[userID] = queue
    next.resume()
  }
}
