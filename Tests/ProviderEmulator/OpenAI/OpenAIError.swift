/// One row of the table of errors in the form that servers with OpenAI's interface share.
struct OpenAIError: Sendable {
  /// How tests and scripts call it.
  var name: String
  var status: Int
  var type: String
  var code: String?
  var message: String
  var headers: [(name: String, value: String)] = []

  func answer(message override: String? = nil) -> Answer {
    let error: JSON = [
      "message": .string(override ?? message), "type": .string(type), "param": nil,
      "code": code.map(JSON.string) ?? nil,
    ]
    return .json(["error": error], status: status, headers: headers)
  }

  func refusal(_ message: String? = nil) -> Refusal { Refusal(answer: answer(message: message)) }
}

enum OpenAIErrors {
  static let key = OpenAIError(
    name: "openai_invalid_api_key", status: 401, type: "invalid_request_error", code: "invalid_api_key",
    message: "Incorrect API key provided.")
  static let model = OpenAIError(
    name: "openai_model_not_found", status: 404, type: "invalid_request_error", code: "model_not_found",
    message: "The model does not exist or you do not have access to it.")
  static let body = OpenAIError(
    name: "openai_invalid_request", status: 400, type: "invalid_request_error", code: nil,
    message: "We could not parse the JSON body of your request.")
  static let filtered = OpenAIError(
    name: "openai_content_filter", status: 400, type: "invalid_request_error", code: "content_filter",
    message: "The response was filtered due to the prompt triggering a content management policy.")
  static let rate = OpenAIError(
    name: "openai_rate_limit", status: 429, type: "requests", code: "rate_limit_exceeded",
    message: "Rate limit reached for requests.", headers: [("retry-after", "1"), ("retry-after-ms", "250")])
  static let quota = OpenAIError(
    name: "openai_insufficient_quota", status: 429, type: "insufficient_quota", code: "insufficient_quota",
    message: "You exceeded your current quota, please check your plan and billing details.")
  static let fault = OpenAIError(
    name: "openai_server_error", status: 500, type: "server_error", code: nil,
    message: "The server had an error while processing your request.")
  static let overloaded = OpenAIError(
    name: "openai_overloaded", status: 503, type: "service_unavailable", code: nil,
    message: "The engine is currently overloaded, please try again later.")

  static let all = [key, model, body, filtered, rate, quota, fault, overloaded]

  static func named(_ name: String) -> OpenAIError? { all.first { $0.name == name } }
}
