import OutboundHTTP
import PerformCore
import Schemas
import ServiceClients

/// The clients of the other services are these ports as they stand.
extension BillingClient: Charges {}

extension VoiceClient: Voices {}

extension VoiceClient: Notes {
  package func audio(of performanceID: String) async throws -> [UInt8] {
    do {
      return try await noteAudio(performanceID).collect(upTo: NoteSize.maximum)
    } catch let error as OutboundError {
      throw ServiceError(
        .dependencyUnavailable, "The voice service does not answer.", details: ["dependency": "voice"],
        retryAfter: .seconds(2), cause: error.description)
    }
  }
}
