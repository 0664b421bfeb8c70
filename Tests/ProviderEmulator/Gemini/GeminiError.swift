import Foundation

/// One row of the table of Gemini's errors, in Google's common form.
struct GeminiError: Sendable {
  /// How tests and scripts call it.
  var name: String
  var code: Int
  var status: String
  var message: String
  var details: [JSON] = []
  /// Sent inside a one-element array, as gateways and the stream without SSE do.
  var isWrapped = false

  func body(message override: String? = nil) -> JSON {
    var error: [String: JSON] = [
      "code": .int(code), "status": .string(status), "message": .string(override ?? message),
    ]
    if !details.isEmpty { error["details"] = .array(details) }
    return ["error": .object(error)]
  }

  func answer(to request: EmulatorRequest, message: String? = nil) -> Answer {
    let asArray = isWrapped || request.endpoint == .generateStream && request.query("alt") != "sse"
    let body = body(message: message)
    return Answer(
      status: code,
      headers: [("content-type", "application/json; charset=UTF-8"), ("server", "scaffolding on HTTPServer2")],
      body: .whole((asArray ? .array([body]) : body).data))
  }

  func refusal(_ request: EmulatorRequest, message: String? = nil) -> Refusal {
    Refusal(answer: answer(to: request, message: message))
  }
}
