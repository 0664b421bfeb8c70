import Capabilities
import SpeechProviders

/// One more try for speech that failed before its first byte and left no trace.
struct SpeechRetry: Sendable {
  /// Somebody waits on a stage: a provider that asks for more patience than this is given up.
  static let longestPause = Duration.seconds(2)
  /// Upper bound of the pause where the provider names none.
  static let backoff = Duration.milliseconds(300)

  let pause: Pause
  let randomness: Randomness

  func first(_ attempt: () async throws(SpeechError) -> SpeechStream) async throws(SpeechError) -> SpeechStream {
    do throws(SpeechError) {
      return try await attempt()
    } catch {
      let delay = error.retryAfter ?? jitteredBackoff
      // A time-out has used up the patience already.
      guard error.isRetryable, error.hadNoEffect, error.code != .timeout, delay <= Self.longestPause else {
        throw error
      }
      do { try await pause.sleep(delay) } catch { throw SpeechError(.cancelled) }
    }
    return try await attempt()
  }

  private var jitteredBackoff: Duration {
    Self.backoff * (Double(randomness.bytes(1).first ?? 0) / 255)
  }
}
