import Synchronization

/// One request and its answer, shared between the task that waits and the thread that moves the bytes.
final class Transfer: Sendable {
  typealias HeadResult = Result<ResponseHead, OutboundError>
  typealias ChunkResult = Result<[UInt8]?, OutboundError>

  struct Waiters {
    var state: TransferState
    var head: CheckedContinuation<HeadResult, Never>?
    var chunk: CheckedContinuation<ChunkResult, Never>?
  }

  let request: OutboundRequest
  let mailbox: Mailbox
  let waiters: Mutex<Waiters>

  init(_ request: OutboundRequest, mailbox: Mailbox, bufferLimit: Int) {
    self.request = request
    self.mailbox = mailbox
    waiters = Mutex(Waiters(state: TransferState(timeouts: request.timeouts, bufferLimit: bufferLimit)))
  }

  /// Ends the transfer for the reader at once and tells the thread to let go of it.
  func abandon() {
    if end(.failed(OutboundError(.cancelled))) { mailbox.post(.drop(self)) }
  }

  /// - Returns: whether this was the first ending.
  @discardableResult
  func end(_ ending: TransferState.Ending) -> Bool {
    let (isFirst, head, chunk) = waiters.withLock { waiters in
      let isFirst = waiters.state.end(ending)
      defer { (waiters.head, waiters.chunk) = (nil, nil) }
      return (isFirst, waiters.head, waiters.chunk)
    }
    head?.resume(returning: .failure(ending.error ?? OutboundError(.cut, "the answer has no header")))
    chunk?.resume(returning: ending.result)
    return isFirst
  }
}

extension TransferState.Ending {
  var error: OutboundError? {
    switch self {
    case .complete: nil
    case .failed(let error): error
    }
  }

  var result: Transfer.ChunkResult {
    if let error { .failure(error) } else { .success(nil) }
  }
}
