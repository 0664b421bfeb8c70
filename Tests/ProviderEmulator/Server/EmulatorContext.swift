import Hummingbird
import NIOCore

/// Keeps the connection at hand, since some scripted faults end it.
struct EmulatorContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }
}

/// The client hung up.
struct ClientGone: Error {}

extension EmulatorContext {
  /// Waits, but ends early with an error when the client hangs up.
  func pause(_ duration: Duration) async throws {
    let clock = ContinuousClock()
    let end = clock.now + duration
    while clock.now < end {
      guard channel.isActive else { throw ClientGone() }
      try await clock.sleep(for: min(.milliseconds(20), end - clock.now))
    }
  }

  /// Waits until the client hangs up or the emulator stops.
  func hang() async throws -> Never {
    while true { try await pause(.seconds(3600)) }
  }
}
