import OutboundHTTP

/// What a request does at the provider, which decides whether a failure may hide an effect.
enum ElevenLabsOperation {
  case read, speak, change, delete

  /// A server error: reading changes nothing, and speech that failed is not charged.
  var serverErrorMayHideEffect: Bool { self == .change || self == .delete }

  /// A request that was sent and not answered. Speech may be asked for again where the connection broke: a connection
  /// that had been idle often does. Where the provider took too long it may still be at work.
  func silenceHasNoEffect(_ error: OutboundError) -> Bool {
    self == .read || self == .speak && error.code == .cut
  }
}
