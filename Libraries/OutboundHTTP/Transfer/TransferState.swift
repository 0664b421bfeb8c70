/// One answer on its way from the peer to its reader: values in, actions out, no concurrency inside.
///
/// The header is taken once; the body is buffered up to `bufferLimit` bytes, past which the sender pauses.
struct TransferState {
  typealias Instant = ContinuousClock.Instant

  enum Ending: Equatable {
    case complete
    case failed(OutboundError)
  }

  private let timeouts: OutboundTimeouts
  private let bufferLimit: Int
  private(set) var startedAt: Instant?
  private(set) var head: ResponseHead?
  private(set) var ending: Ending?
  private(set) var isPaused = false
  private var buffer: [UInt8] = []
  private var readerWaitsSince: Instant?

  init(timeouts: OutboundTimeouts, bufferLimit: Int) {
    self.timeouts = timeouts
    self.bufferLimit = bufferLimit
  }
}

// MARK: - What the peer's side reports

extension TransferState {
  mutating func start(at now: Instant) {
    startedAt = now
  }

  mutating func receive(_ head: ResponseHead) {
    self.head = head
  }

  enum BodyAction: Equatable {
    case deliver([UInt8])
    case keep
    /// Not taken: the sender offers the same bytes again after the reader has made room.
    case pause
    case refuse
  }

  mutating func receive(_ bytes: UnsafeRawBufferPointer) -> BodyAction {
    if ending != nil { return .refuse }
    if readerWaitsSince != nil {
      readerWaitsSince = nil
      return .deliver(Array(bytes))
    }
    if buffer.count >= bufferLimit {
      isPaused = true
      return .pause
    }
    buffer.append(contentsOf: bytes)
    return .keep
  }

  /// The first ending counts; a failure that our side decided on also discards what is buffered.
  mutating func end(_ ending: Ending) -> Bool {
    guard self.ending == nil else { return false }
    self.ending = ending
    readerWaitsSince = nil
    if ending.discardsBuffer { buffer = [] }
    return true
  }
}

// MARK: - What the reader's side asks

extension TransferState {
  enum ReadAction: Equatable {
    case deliver([UInt8], resume: Bool)
    case wait(resume: Bool)
    case end(Ending)
  }

  mutating func read(at now: Instant) -> ReadAction {
    precondition(readerWaitsSince == nil, "a response body has one reader")
    if !buffer.isEmpty {
      defer { buffer = [] }
      return .deliver(buffer, resume: takePause())
    }
    if let ending { return .end(ending) }
    readerWaitsSince = now
    return .wait(resume: takePause())
  }

  private mutating func takePause() -> Bool {
    defer { isPaused = false }
    return isPaused
  }
}

// MARK: - Time

extension TransferState {
  /// The failure whose bound has run out, if any.
  func overdue(at now: Instant) -> Ending? {
    guard ending == nil, let startedAt else { return nil }
    if head == nil {
      return now >= startedAt + timeouts.firstByte ? .failed(OutboundError(.firstByteTimeout, "no answer")) : nil
    }
    guard let readerWaitsSince, now >= readerWaitsSince + timeouts.idle else { return nil }
    return .failed(OutboundError(.idleTimeout, "the answer fell silent"))
  }

  /// When ``overdue(at:)`` can next change: a reader who begins to wait after `now` is overdue no earlier than that.
  func nextCheck(after now: Instant) -> Instant? {
    guard ending == nil, let startedAt else { return nil }
    if head == nil { return startedAt + timeouts.firstByte }
    return (readerWaitsSince ?? now) + timeouts.idle
  }
}

extension TransferState.Ending {
  fileprivate var discardsBuffer: Bool {
    guard case .failed(let error) = self else { return false }
    return error.code == .cancelled || error.code == .shutDown
  }
}
