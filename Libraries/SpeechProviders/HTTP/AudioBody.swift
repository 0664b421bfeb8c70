import OutboundHTTP
import Synchronization

/// The audio of a provider's answer over HTTP: the chunk that was awaited, then the rest as it arrives.
package final class AudioBody: Sendable {
  private let first: Mutex<[UInt8]?>
  private let rest: OutboundResponseBody

  /// Returns when the first audio is in.
  ///
  /// - Throws: `malformedAnswer` for an answer that is not audio, or holds none; `cut` where it broke off.
  package init(of response: OutboundResponse) async throws(SpeechError) {
    guard response.headers["content-type"]?.hasPrefix("audio/") == true else {
      throw SpeechError(.malformedAnswer, "content type", hadNoEffect: false)
    }
    rest = response.body
    first = Mutex(nil)
    guard let chunk = try await next() else { throw SpeechError(.malformedAnswer, "no audio", hadNoEffect: false) }
    first.withLock { $0 = chunk }
  }

  /// The next chunk, `nil` at the end of complete audio.
  package func next() async throws(SpeechError) -> [UInt8]? {
    if let chunk = first.withLock({ $0.take() }) { return chunk }
    var iterator = rest.makeAsyncIterator()
    do throws(OutboundError) {
      return try await iterator.next()
    } catch {
      throw SpeechError(error.code == .cancelled ? .cancelled : .cut, error.code.rawValue, hadNoEffect: false)
    }
  }
}
