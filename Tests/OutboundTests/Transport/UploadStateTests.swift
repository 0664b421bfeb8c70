import Testing

@testable import OutboundHTTP

@Suite("The state of a streamed request body")
final class UploadStateTests {
  private var state = UploadState()

  @Test("Nothing at hand asks for one pull and no second")
  func onePull() {
    #expect(fill(8) == .wait)

    #expect(startPull())
    #expect(!startPull())
  }

  @Test("A chunk that does not fit is handed out in pieces, then the next is pulled")
  func pieces() {
    _ = startPull()
    state.take([1, 2, 3])

    #expect(fill(2) == .bytes(2))
    #expect(!startPull())
    #expect(fill(2) == .bytes(1))
    #expect(startPull())
  }

  @Test("An empty chunk is not the end")
  func emptyChunk() {
    _ = startPull()

    state.take([])

    #expect(fill(2) == .wait)
    #expect(startPull())
  }

  @Test("The end and a failure stay")
  func endings() {
    state.take(nil)
    #expect(fill(2) == .end)

    state.fail()
    #expect(fill(2) == .failed)
    #expect(state.hasFailed)
  }

  private func startPull() -> Bool {
    state.startPull()
  }

  private func fill(_ room: Int) -> UploadSource.Fill {
    withUnsafeTemporaryAllocation(byteCount: room, alignment: 1) { state.fill($0) }
  }
}
