import Synchronization

extension Transfer {
  /// Starts the transfer and waits for the header of the answer; called once.
  func head() async throws(OutboundError) -> ResponseHead {
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { self.start(waiting: $0) }
    } onCancel: {
      abandon()
    }
    return try result.get()
  }

  /// The next bytes of the body, `nil` after the last.
  func chunk() async throws(OutboundError) -> [UInt8]? {
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { self.read(waiting: $0) }
    } onCancel: {
      abandon()
    }
    return try result.get()
  }

  private func start(waiting continuation: CheckedContinuation<HeadResult, Never>) {
    let ending = waiters.withLock { waiters in
      if waiters.state.ending == nil { waiters.head = continuation }
      return waiters.state.ending
    }
    if let ending {
      continuation.resume(returning: .failure(ending.error ?? OutboundError(.cut)))
    } else if !mailbox.post(.start(self)) {
      end(.failed(OutboundError(.shutDown)))
    }
  }

  private func read(waiting continuation: CheckedContinuation<ChunkResult, Never>) {
    let action = waiters.withLock { waiters in
      let action = waiters.state.read(at: .now)
      if case .wait = action { waiters.chunk = continuation }
      return action
    }
    switch action {
    case .deliver(let bytes, let resume):
      continuation.resume(returning: .success(bytes))
      if resume { mailbox.post(.resume(self)) }
    case .wait(let resume):
      if resume { mailbox.post(.resume(self)) }
    case .end(let ending):
      continuation.resume(returning: ending.result)
    }
  }
}
