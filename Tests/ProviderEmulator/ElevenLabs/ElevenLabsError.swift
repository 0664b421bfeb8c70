import Foundation

/// One row of the table of ElevenLabs' errors.
struct ElevenLabsError: Sendable {
  enum Envelope: Sendable { case current, legacy }

  /// How tests and scripts call it.
  var name: String
  var http: Int
  /// Nil members are left out of the body.
  var type: String?
  var code: String?
  /// The discriminating member, though called legacy.
  var status: String
  var message: String
  var param: String?
  var docsURL: String?
  var envelope = Envelope.current

  /// The error as sent; `x-trace-id` is the body's `request_id`, and there is no `request-id`.
  func answer(to request: EmulatorRequest, message override: String? = nil) -> Answer {
    let trace = RandomID.hex()
    var detail: [String: JSON] = ["status": .string(status), "message": .string(override ?? message)]
    if envelope == .current {
      detail["request_id"] = .string(trace)
      detail["type"] = type.map(JSON.string)
      detail["code"] = code.map(JSON.string)
      detail["param"] = param.map(JSON.string)
      detail["docs_url"] = docsURL.map(JSON.string)
    }
    return ElevenLabsAnswer.error(["detail": .object(detail)], status: http, trace: trace, to: request)
  }

  /// The same as something to throw.
  func refusal(_ request: EmulatorRequest, message: String? = nil) -> Refusal {
    Refusal(answer: answer(to: request, message: message))
  }
}
