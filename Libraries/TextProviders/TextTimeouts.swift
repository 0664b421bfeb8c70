import OutboundHTTP

extension OutboundTimeouts {
  /// For one question: three seconds to connect and two of silence in the answer, or less where the deadline is near.
  package static func text(within deadline: Duration) -> OutboundTimeouts {
    OutboundTimeouts(
      connect: min(.seconds(3), deadline), firstByte: deadline, idle: min(.seconds(2), deadline))
  }
}
