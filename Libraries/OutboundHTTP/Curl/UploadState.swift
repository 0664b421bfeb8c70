/// What is at hand of a streamed request body; a value without concurrency.
struct UploadState {
  private enum Phase {
    case idle, pulling
    case ready(ArraySlice<UInt8>)
    case ended, failed
  }

  private var phase = Phase.idle

  /// Copies what is at hand into `room`.
  mutating func fill(_ room: UnsafeMutableRawBufferPointer) -> UploadSource.Fill {
    switch phase {
    case .idle, .pulling: return .wait
    case .ended: return .end
    case .failed: return .failed
    case .ready(let chunk):
      let part = chunk.prefix(room.count)
      room.copyBytes(from: part)
      let rest = chunk.dropFirst(part.count)
      phase = rest.isEmpty ? .idle : .ready(rest)
      return .bytes(part.count)
    }
  }

  /// - Returns: whether the next chunk is to be pulled now.
  mutating func startPull() -> Bool {
    guard case .idle = phase else { return false }
    phase = .pulling
    return true
  }

  /// An empty chunk is passed over: to curl it would be the end.
  mutating func take(_ chunk: [UInt8]?) {
    guard let chunk else { return phase = .ended }
    phase = chunk.isEmpty ? .idle : .ready(chunk[...])
  }

  mutating func fail() {
    phase = .failed
  }

  var isPulling: Bool {
    if case .pulling = phase { true } else { false }
  }

  var hasFailed: Bool {
    if case .failed = phase { true } else { false }
  }
}
