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

  package var capabilities: SpeechCapabilities {
    SpeechCapabilities(
      provider: "elevenlabs", clones: true, streams: true,
      normalizesNumbers: { ElevenLabsModel.named($0).normalizesNumbers })
  }
}
