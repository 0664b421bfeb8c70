import Foundation

/// What a handler decided to send, before faults are laid over it.
struct Answer: Sendable {
  enum Body: Sendable {
    /// Sent with a content length.
    case whole(Data)
    /// Sent chunk by chunk with `Transfer-Encoding: chunked`.
    case chunks([Data])
  }

  enum Ending: String, Sendable {
    case complete
    /// The connection is closed without the end of the body.
    case cut
    /// The connection stays open and nothing more comes.
    case stalled
    /// The connection is closed before the first byte of the answer.
    case lost
    /// Nothing comes at all.
    case silent
  }

  var status: Int
  var headers: [(name: String, value: String)]
  var body: Body
  var ending = Ending.complete
  /// Bytes of the body that leave before a cut or a stall; nil: half of it.
  var cutLimit: Int?
  var firstByteDelay = Duration.zero
  var chunkDelay = Duration.zero
  /// Held until the last byte has left.
  var lease: ConcurrencyLease?

  static func json(_ value: JSON, status: Int = 200, headers: [(name: String, value: String)] = []) -> Answer {
    Answer(status: status, headers: [("content-type", "application/json")] + headers, body: .whole(value.data))
  }
}

/// An answer that ends the handling of a call early.
struct Refusal: Error {
  var answer: Answer
}
