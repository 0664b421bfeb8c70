/// What a request does at the provider, which decides whether a failure may hide an effect.
enum ElevenLabsOperation {
  case read, speak, change, delete

  /// A server error: reading changes nothing, and speech that failed is not charged.
  var serverErrorMayHideEffect: Bool { self == .change || self == .delete }

  /// No answer after the request was sent.
  var silenceMayHideEffect: Bool { self != .read }
}
