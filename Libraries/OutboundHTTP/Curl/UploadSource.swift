import Synchronization

/// Pulls the chunks of a streamed request body, one ahead of what curl has taken.
final class UploadSource: Sendable {
  enum Fill: Equatable {
    case bytes(Int)
    case wait, end, failed
  }

  private struct State {
    var content = UploadState()
    var pull: Task<Void, Never>?
  }

  private let next: @Sendable () async throws -> [UInt8]?
  private let transfer: Transfer
  private let state = Mutex(State())

  /// `nil` unless the request's body is a stream.
  init?(_ transfer: Transfer) {
    guard case .stream(let next) = transfer.request.body else { return nil }
    self.next = next
    self.transfer = transfer
  }

  func fill(_ room: UnsafeMutableRawBufferPointer) -> Fill {
    state.withLock { state in
      let fill = state.content.fill(room)
      if state.content.startPull() { state.pull = Task { await self.pull() } }
      return fill
    }
  }

  var isWaiting: Bool { state.withLock { $0.content.isPulling } }

  var hasFailed: Bool { state.withLock { $0.content.hasFailed } }

  func cancel() {
    state.withLock { $0.pull }?.cancel()
  }

  private func pull() async {
    do {
      let chunk = try await next()
      state.withLock { $0.content.take(chunk) }
    } catch {
      state.withLock { $0.content.fail() }
    }
    transfer.mailbox.post(.resume(transfer))
  }
}
