import Synchronization

/// Called on the loop's thread only.
extension Transfer {
  func markStarted() -> Bool {
    waiters.withLock { waiters in
      waiters.state.start(at: .now)
      return waiters.state.ending == nil
    }
  }

  func receive(_ head: ResponseHead) {
    let waiter = waiters.withLock { waiters in
      waiters.state.receive(head)
      return waiters.head.take()
    }
    waiter?.resume(returning: .success(head))
  }

  func receive(_ bytes: UnsafeRawBufferPointer) -> TransferState.BodyAction {
    let (action, waiter) = waiters.withLock { waiters in
      let action = waiters.state.receive(bytes)
      guard case .deliver = action else { return (action, nil as CheckedContinuation<ChunkResult, Never>?) }
      return (action, waiters.chunk.take())
    }
    if case .deliver(let chunk) = action { waiter?.resume(returning: .success(chunk)) }
    return action
  }

  /// Ends the transfer if one of its bounds has run out.
  ///
  /// - Returns: whether it did, and otherwise when to look again.
  func expire(at now: ContinuousClock.Instant) -> (isOverdue: Bool, nextCheck: ContinuousClock.Instant?) {
    let (overdue, next) = waiters.withLock { ($0.state.overdue(at: now), $0.state.nextCheck(after: now)) }
    guard let overdue else { return (false, next) }
    end(overdue)
    return (true, nil)
  }

  var wantsPause: Bool { waiters.withLock { $0.state.isPaused } }
}
