import OutboundHTTP
import SpeechProviders

extension ElevenLabsClient: SpeechSynthesizer {
  package func synthesize(_ request: SpeechRequest) async throws(SpeechError) -> SpeechStream {
    let response = try await answer(to: try speechRequest(request), during: .speak)
    let audio = try await AudioBody(of: response)
    return SpeechStream(
      format: Self.format, providerCost: response.headers["character-cost"].flatMap { Int($0) },
      concurrencyLimit: response.headers["maximum-concurrent-requests"].flatMap { Int($0) },
      next: { () async throws(SpeechError) in try await audio.next() })
  }

  /// Any answer will do: it leaves a warm connection behind.
  package func warm() async {
    var request = OutboundRequest(url: configuration.baseURL + "/")
    request.timeouts.firstByte = configuration.speechFirstByteTimeout
    _ = try? await transport.send(request).body.collect(upTo: Self.largestErrorBody)
  }

  private func speechRequest(_ request: SpeechRequest) throws(SpeechError) -> OutboundRequest {
    let path = "/v1/text-to-speech/\(escaped(request.voiceID))/stream?output_format=mp3_44100_128"
    var outbound = self.request("POST", path)
    outbound.headers.append(("content-type", "application/json"))
    outbound.body = .bytes(try Self.encode(SpeechBody(request)))
    outbound.timeouts.firstByte = configuration.speechFirstByteTimeout
    outbound.timeouts.idle = configuration.speechFirstByteTimeout
    return outbound
  }
}
