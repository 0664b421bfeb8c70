import Testing

@testable import OutboundHTTP

@Suite("The state of a transfer")
final class TransferStateTests {
  private let start = ContinuousClock.now
  private var state = TransferState(
    timeouts: OutboundTimeouts(firstByte: .seconds(10), idle: .seconds(5)), bufferLimit: 4)

  @Test("Bytes go straight to a reader that waits")
  func waitingReader() {
    #expect(read(at: start) == .wait(resume: false))

    #expect(receive([1, 2]) == .deliver([1, 2]))
  }

  @Test("Bytes for an absent reader are kept and handed out together")
  func absentReader() {
    #expect(receive([1, 2]) == .keep)
    #expect(receive([3]) == .keep)

    #expect(read(at: start) == .deliver([1, 2, 3], resume: false))
  }

  @Test("A full buffer pauses the sender until the reader has emptied it")
  func fullBuffer() {
    #expect(receive([1, 2, 3, 4]) == .keep)
    #expect(receive([5]) == .pause)

    #expect(read(at: start) == .deliver([1, 2, 3, 4], resume: true))
    #expect(receive([5]) == .keep)
  }

  @Test("What arrived before the peer's cut is still read, then the error, again and again")
  func cutAfterBytes() {
    let cut = TransferState.Ending.failed(OutboundError(.cut))
    _ = receive([1])

    #expect(end(cut))

    #expect(read(at: start) == .deliver([1], resume: false))
    #expect(read(at: start) == .end(cut))
    #expect(read(at: start) == .end(cut))
  }

  @Test("Cancelling discards what was buffered and refuses what follows")
  func cancelled() {
    let cancelled = TransferState.Ending.failed(OutboundError(.cancelled))
    _ = receive([1])

    #expect(end(cancelled))

    #expect(receive([2]) == .refuse)
    #expect(read(at: start) == .end(cancelled))
  }

  @Test("Only the first ending counts")
  func firstEnding() {
    #expect(end(.complete))
    #expect(!end(.failed(OutboundError(.cut))))

    #expect(read(at: start) == .end(.complete))
  }

  @Test("A header that does not come in time is overdue at the first-byte bound")
  func firstByteBound() {
    state.start(at: start)

    #expect(state.nextCheck(after: start) == start + .seconds(10))
    #expect(state.overdue(at: start + .milliseconds(9999)) == nil)
    #expect(code(state.overdue(at: start + .seconds(10))) == .firstByteTimeout)
  }

  @Test("Silence counts only while the reader waits")
  func idleBound() {
    state.start(at: start)
    state.receive(ResponseHead(status: 200, headers: OutboundHeaders()))
    #expect(state.overdue(at: start + .seconds(100)) == nil)

    _ = read(at: start + .seconds(100))

    #expect(state.overdue(at: start + .seconds(104)) == nil)
    #expect(code(state.overdue(at: start + .seconds(105))) == .idleTimeout)
  }

  @Test("A reader who begins to wait right after a check is checked in time")
  func checkAhead() {
    state.start(at: start)
    state.receive(ResponseHead(status: 200, headers: OutboundHeaders()))

    #expect(state.nextCheck(after: start) == start + .seconds(5))
  }

  private func read(at now: ContinuousClock.Instant) -> TransferState.ReadAction {
    state.read(at: now)
  }

  private func end(_ ending: TransferState.Ending) -> Bool {
    state.end(ending)
  }

  private func receive(_ bytes: [UInt8]) -> TransferState.BodyAction {
    bytes.withUnsafeBytes { state.receive($0) }
  }

  private func code(_ ending: TransferState.Ending?) -> OutboundError.Code? {
    ending?.error?.code
  }
}
