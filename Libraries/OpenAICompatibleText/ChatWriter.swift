import Foundation
import OutboundHTTP
import TextProviders

/// Notes written by any server that speaks `/v1/chat/completions`: one question, one answer, no retries of its own.
package struct ChatWriter: TextWriter {
  package let source = "openai_compatible"
  private let configuration: ChatConfiguration
  private let transfer: TextTransfer

  package init(configuration: ChatConfiguration, transport: any OutboundTransport) {
    self.configuration = configuration
    transfer = TextTransfer(transport)
  }

  package func warm() async {
    await transfer.warm(configuration.endpoint)
  }

  /// - Throws: ``TextError``; `timeout` when `request.timeout` passes without a whole answer.
  package func write(_ request: TextRequest) async throws(TextError) -> WrittenText {
    let answer = try await transfer.send(try outbound(request), within: request.timeout)
    guard answer.status == 200 else { throw ChatFailure.textError(answer) }
    guard let chat = try? JSONDecoder().decode(ChatAnswer.self, from: Data(answer.body)) else {
      throw TextError(.malformedAnswer, "not the expected JSON")
    }
    return WrittenText(text: try chat.text(), model: chat.model ?? configuration.model)
  }

  private func outbound(_ request: TextRequest) throws(TextError) -> OutboundRequest {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let body = try? encoder.encode(ChatRequestBody(request, model: configuration.model)) else {
      throw TextError(.invalidRequest, "body")
    }
    return OutboundRequest(
      method: "POST", url: configuration.endpoint, headers: headers, body: .bytes([UInt8](body)),
      timeouts: .text(within: request.timeout))
  }

  private var headers: [(name: String, value: String)] {
    let usual = [(name: "Content-Type", value: "application/json"), (name: "Accept", value: "application/json")]
    return configuration.apiKey.map { usual + [(name: "Authorization", value: "Bearer \($0)")] } ?? usual
  }
}
