import Foundation
import OutboundHTTP
import SpeechProviders

/// Speech in one of a server's own voices, over OpenAI's `/v1/audio/speech`: nobody's clone (`stock_voice`).
///
/// Nothing is repeated here: each call is one request.
package struct OpenAICompatibleSynthesizer: SpeechSynthesizer {
  private static let largestErrorBody = 64 * 1024

  private let transport: any OutboundTransport
  private let configuration: OpenAICompatibleConfiguration

  package init(transport: any OutboundTransport, configuration: OpenAICompatibleConfiguration) {
    self.transport = transport
    self.configuration = configuration
  }

  /// Numbers are always spelled out before sending: what the model behind the server does with digits is not known.
  package var capabilities: SpeechCapabilities {
    SpeechCapabilities(
      provider: "openai-compatible", clones: false, streams: true, normalizesNumbers: { _ in false },
      concurrency: { _ in SpeechConcurrency(group: "all", initial: 8) }, usualFormat: Self.format)
  }

  /// MP3 of a rate and bitrate that are the server's own; the frames say which.
  private static let format = SpeechStream.Format.mp3(sampleRate: 24_000, kilobits: 0)

  package func synthesize(_ request: SpeechRequest) async throws(SpeechError) -> SpeechStream {
    let audio = try await AudioBody(of: try await answer(to: try outbound(request)))
    return SpeechStream(
      format: Self.format, providerCost: nil, next: { () async throws(SpeechError) in try await audio.next() })
  }

  package func warm() async {
    _ = try? await transport.send(OutboundRequest(url: configuration.baseURL + "/models", headers: headers)).body
      .collect(upTo: Self.largestErrorBody)
  }

  private var headers: [(name: String, value: String)] {
    configuration.apiKey.map { [("authorization", "Bearer \($0)")] } ?? []
  }

  private func outbound(_ request: SpeechRequest) throws(SpeechError) -> OutboundRequest {
    guard let body = try? JSONEncoder().encode(StockSpeechBody(request)) else {
      throw SpeechError(.invalidRequest, "a value that JSON cannot express")
    }
    let bound = configuration.firstByteTimeout
    return OutboundRequest(
      method: "POST", url: configuration.baseURL + "/audio/speech",
      headers: headers + [("content-type", "application/json")], body: .bytes(Array(body)),
      timeouts: OutboundTimeouts(firstByte: bound, idle: bound))
  }

  private func answer(to request: OutboundRequest) async throws(SpeechError) -> OutboundResponse {
    let response: OutboundResponse
    do throws(OutboundError) {
      response = try await transport.send(request)
    } catch {
      throw SpeechError(error, silenceHasNoEffect: error.code == .cut)
    }
    guard response.status != 200 else { return response }
    let body = (try? await response.body.collect(upTo: Self.largestErrorBody)) ?? []
    throw SpeechError(openAIStatus: response.status, headers: response.headers, body: body)
  }
}
