import OutboundHTTP
import SpeechProviders
import Synchronization

/// The audio of an answer: the chunk that was awaited, then the rest as it arrives.
final class AudioBody: Sendable {
  private let first: Mutex<[UInt8]?>
  private let rest: OutboundResponseBody

  init(first: [UInt8]?, rest: OutboundResponseBody) {
    self.first = Mutex(first)
    self.rest = rest
  }

  func next() async throws(SpeechError) -> [UInt8]? {
    if let chunk = first.withLock({ $0.take() }) { return chunk }
    var iterator = rest.makeAsyncIterator()
    do throws(OutboundError) {
      return try await iterator.next()
    } catch {
      throw SpeechError.interrupted(error)
    }
  }
}
