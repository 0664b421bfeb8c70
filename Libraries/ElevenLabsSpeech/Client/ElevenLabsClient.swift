import OutboundHTTP
import SpeechProviders

/// Speech and instant clones from ElevenLabs. Nothing is ever repeated here; each call is one request, or one per page.
package struct ElevenLabsClient: Sendable {
  let transport: any OutboundTransport
  let configuration: ElevenLabsConfiguration

  package init(transport: any OutboundTransport, configuration: ElevenLabsConfiguration) {
    self.transport = transport
    self.configuration = configuration
  }

  /// As asked for in every request for speech.
  static let format = SpeechStream.Format.mp3(sampleRate: 44_100, kilobits: 128)

  package var capabilities: SpeechCapabilities {
    SpeechCapabilities(
      provider: "elevenlabs", clones: true, streams: true,
      normalizesNumbers: { ElevenLabsModel.named($0).normalizesNumbers },
      concurrency: { ElevenLabsModel.named($0).concurrency }, usualFormat: Self.format)
  }
}
