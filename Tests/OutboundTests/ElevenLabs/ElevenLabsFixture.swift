import ElevenLabsSpeech
import OutboundHTTP
import SpeechProviders
import Synchronization
import TestSupport

/// Runs `body` with a client whose provider answers by `script`.
func withElevenLabs(
  bound: Duration = .seconds(30), to script: @escaping HTTPPeerScript,
  _ body: @Sendable (ElevenLabsClient) async throws -> Void
) async throws {
  try await withTransport(to: script) { transport, peer in
    let configuration = ElevenLabsConfiguration(
      apiKey: "sk_test", baseURL: peer.url + "/", speechFirstByteTimeout: bound, cloneTimeout: bound)
    try await body(ElevenLabsClient(transport: transport, configuration: configuration))
  }
}

extension SpeechRequest {
  static func sample(model: String = "eleven_turbo_v2_5", voice: String = "voice1") -> SpeechRequest {
    SpeechRequest(
      text: "Hola", voiceID: voice, model: model, language: "es",
      settings: SpeechSettings(stability: 0.5, similarityBoost: 0.75, style: 0.25, speakerBoost: true, sex: "female"),
      requestID: "r")
  }
}

extension SpeechStream {
  func collect() async throws(SpeechError) -> [UInt8] {
    var bytes: [UInt8] = []
    while let chunk = try await next() { bytes += chunk }
    return bytes
  }
}

/// The error that `body` throws.
func speechError(_ body: () async throws -> Void) async -> SpeechError? {
  do {
    try await body()
    return nil
  } catch {
    return error as? SpeechError
  }
}

/// What a peer has noted, for the test to look at.
final class Notes: Sendable {
  private let lines = Mutex<[String]>([])

  func add(_ line: String) {
    lines.withLock { $0.append(line) }
  }

  var all: [String] { lines.withLock { $0 } }
}
