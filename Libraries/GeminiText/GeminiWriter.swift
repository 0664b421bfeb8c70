import OutboundHTTP
import TextProviders

/// Notes written by Google's Gemini over `generateContent`: one question, one answer, no retries of its own.
package struct GeminiWriter: TextWriter {
  package let source = "gemini"
  private let exchange: GeminiExchange
  private let transfer: TextTransfer
  private let notice: @Sendable (GeminiNotice) -> Void

  /// - Parameter notice: called with good answers that carry news about the model.
  package init(
    configuration: GeminiConfiguration, transport: any OutboundTransport,
    notice: @escaping @Sendable (GeminiNotice) -> Void = { _ in }
  ) {
    exchange = GeminiExchange(configuration: configuration)
    transfer = TextTransfer(transport)
    self.notice = notice
  }

  /// - Throws: ``TextError``; `timeout` when `request.timeout` passes without a whole answer.
  package func write(_ request: TextRequest) async throws(TextError) -> WrittenText {
    let received = try await transfer.send(try exchange.request(for: request), within: request.timeout)
    let answer = try exchange.answer(status: received.status, body: received.body)
    let asked = exchange.configuration.model.id
    GeminiNotice.all(in: answer, asked: asked).forEach(notice)
    return WrittenText(text: try answer.text(), model: answer.modelVersion ?? asked)
  }
}
