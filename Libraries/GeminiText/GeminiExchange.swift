import Foundation
import OutboundHTTP
import TextProviders

/// The HTTP form of one question and its answer, without any transport.
struct GeminiExchange {
  let configuration: GeminiConfiguration

  func request(for text: TextRequest) throws(TextError) -> OutboundRequest {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let body = try? encoder.encode(GeminiRequestBody(text, configuration)) else {
      throw TextError(.invalidRequest, "body")
    }
    return OutboundRequest(
      method: "POST", url: url, headers: headers(timeout: text.timeout), body: .bytes([UInt8](body)),
      timeouts: .text(within: text.timeout))
  }

  /// - Parameter body: complete.
  func answer(status: Int, body: [UInt8]) throws(TextError) -> GeminiAnswer {
    guard status == 200 else { throw GeminiFailure.textError(status: status, body: body) }
    guard let answer = try? JSONDecoder().decode(GeminiAnswer.self, from: Data(body)) else {
      throw TextError(.malformedAnswer, "not the expected JSON")
    }
    return answer
  }

  private var url: String {
    "\(configuration.baseURL)/\(configuration.version)/models/\(configuration.model.id):generateContent"
  }

  private func headers(timeout: Duration) -> [(name: String, value: String)] {
    [
      ("x-goog-api-key", configuration.apiKey), ("Content-Type", "application/json"), ("Accept", "application/json"),
      ("X-Server-Timeout", String(max(1, timeout.components.seconds))),
    ]
  }
}
