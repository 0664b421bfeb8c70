import ServiceHTTP
import ServiceHost

/// Takes uploads that are to stand in the list like recordings of the phone's own.
package struct DecoyIntake: Sendable {
  /// Of the route that receives them.
  package var limits: [RouteLimit]
  /// Of a whole body.
  package var maxBytes: Int
  /// Decodes, levels and stores the audio; the recording is not in the list yet.
  package var receive: @Sendable (Call) async throws -> Recording

  package init(
    limits: [RouteLimit], maxBytes: Int, receive: @escaping @Sendable (Call) async throws -> Recording
  ) {
    self.limits = limits
    self.maxBytes = maxBytes
    self.receive = receive
  }
}

extension PortKey where Value == DecoyIntake {
  package static var decoyIntake: Self { PortKey("voice.decoyIntake") }
}
