import OutboundHTTP
import TextProviders

/// Notes written by Google's Gemini over `generateContent`: one question, one answer, no retries of its own.
package struct GeminiWriter: TextWriter {
  package let source = "gemini"
  private let exchange: GeminiExchange
  private let transport: any OutboundTransport
  private let notice: @Sendable (GeminiNotice) -> Void

  /// - Parameter notice: called with good answers that carry news about the model.
  package init(
    configuration: GeminiConfiguration, transport: any OutboundTransport,
    notice: @escaping @Sendable (GeminiNotice) -> Void = { _ in }
  ) {
    exchange = GeminiExchange(configuration: configuration)
    self.transport = transport
    self.notice = notice
  }

  /// - Throws: ``TextError``; `timeout` when `request.timeout` passes without an answer.
  package func write(_ request: TextRequest) async throws(TextError) -> WrittenText {
    let (status, body) = try await send(try exchange.request(for: request))
    let answer = try exchange.answer(status: status, body: body)
    let asked = exchange.configuration.model.id
    GeminiNotice.all(in: answer, asked: asked).forEach(notice)
    return WrittenText(text: try answer.text(), model: answer.modelVersion ?? asked)
  }

  private func send(_ request: OutboundRequest) async throws(TextError) -> (Int, [UInt8]) {
    do {
      let response = try await transport.send(request)
      return (response.status, try await response.body.collect(upTo: Self.largestAnswer))
    } catch {
      throw TextError(error)
    }
  }

  /// In bytes; a note's answer has about two thousand.
  private static let largestAnswer = 1 << 20
}

extension TextError {
  init(_ error: OutboundError) {
    switch error.code {
    case .connectTimeout, .firstByteTimeout, .idleTimeout: self.init(.timeout, error.code.rawValue)
    case .cancelled: self.init(.cancelled)
    case .invalidURL, .invalidRequest, .requestBody: self.init(.invalidRequest, error.code.rawValue)
    case .tooLarge: self.init(.malformedAnswer, error.code.rawValue)
    case .resolve, .connect, .tls, .cut, .shutDown: self.init(.unavailable, error.code.rawValue)
    }
  }
}
