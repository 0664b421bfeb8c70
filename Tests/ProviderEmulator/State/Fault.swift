/// One scripted deviation from good behaviour, taken by the next matching calls.
package struct Fault: Sendable, Codable, Equatable {
  package enum Ending: String, Sendable, Codable {
    /// The connection closes in the middle of the body (`cutAfterBytes`, else half of it).
    case cut
    /// As `cut`, but the connection stays open and silent.
    case stall
    /// The call takes effect, then the connection closes without an answer.
    case lostAnswer = "lost_answer"
    /// No effect and no answer; the connection stays open.
    case hang
    /// The call takes effect, then nothing comes.
    case hangAfterEffect = "hang_after_effect"
  }

  /// Nil: every endpoint.
  package var endpoint: Endpoint?
  /// How many matching calls are left alone first.
  package var skip: Int?
  /// How many calls take it; nil: one; negative: all until the faults are cleared.
  package var times: Int?
  /// Only calls whose body contains this text.
  package var whenBodyContains: String?

  /// A row of the error tables; answered instead of any check or effect.
  package var error: String?
  /// Replaces the message of the row.
  package var message: String?
  /// A bare status with `body`, for answers that no table has.
  package var status: Int?
  package var body: String?
  package var contentType: String?
  package var headers: [String: String]?

  package var firstByteDelayMs: Int?
  package var chunkDelayMs: Int?
  /// Size of the pieces of a streamed body.
  package var chunkBytes: Int?
  package var cutAfterBytes: Int?
  package var ending: Ending?

  /// voices/add answers that the voice must be verified first.
  package var requiresVerification: Bool?
  /// How Gemini misbehaves while answering 200.
  package var behaviour: GeminiBehaviour?

  /// A fault for one endpoint; set the members that matter.
  package init(_ endpoint: Endpoint? = nil, times: Int? = nil, configure: (inout Fault) -> Void = { _ in }) {
    self.endpoint = endpoint
    self.times = times
    configure(&self)
  }

  /// Whether the call must not reach its handler.
  var replacesTheCall: Bool { error != nil || status != nil || ending == .hang }
}
