import Capabilities
import Observability
import OutboundHTTP

/// What the outside world gives to a host; tests give something else.
package struct HostCapabilities: Sendable {
  package var clock: WallClock
  package var steadyClock: SteadyClock
  package var identifiers: Identifiers
  package var randomness: Randomness
  package var pause: Pause
  package var transport: any OutboundTransport
  package var logSink: LogSink

  package init(
    clock: WallClock = .system, steadyClock: SteadyClock = .system, identifiers: Identifiers = .system,
    randomness: Randomness = .system, pause: Pause = .system, transport: any OutboundTransport,
    logSink: LogSink = .standardError
  ) {
    self.clock = clock
    self.steadyClock = steadyClock
    self.identifiers = identifiers
    self.randomness = randomness
    self.pause = pause
    self.transport = transport
    self.logSink = logSink
  }
}
