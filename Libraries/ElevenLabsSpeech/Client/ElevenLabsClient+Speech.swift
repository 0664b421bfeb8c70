import OutboundHTTP
import SpeechProviders

extension ElevenLabsClient: SpeechSynthesizer {
  package func synthesize(_ request: SpeechRequest) async throws(SpeechError) -> SpeechStream {
    let response = try await answer(to: try speechRequest(request), during: .speak)
    guard response.headers["content-type"]?.hasPrefix("audio/") == true else {
      throw SpeechError.malformed("content type", during: .speak)
    }
    let audio = AudioBody(first: try await Self.firstChunk(of: response.body), rest: response.body)
    return SpeechStream(
      format: .mp3(sampleRate: 44_100, kilobits: 128),
      providerCost: response.headers["character-cost"].flatMap { Int($0) },
      next: { () async throws(SpeechError) in try await audio.next() })
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

  private static func firstChunk(of body: OutboundResponseBody) async throws(SpeechError) -> [UInt8] {
    let reader = AudioBody(first: nil, rest: body)
    guard let chunk = try await reader.next() else { throw SpeechError.malformed("no audio", during: .speak) }
    return chunk
  }
}
