import Schemas

/// The performer's voice, kept by the voice service.
package protocol Voices: Sendable {
  /// A leased voice and the performance's pending note, together.
  func takeStage(_ opening: NoteOpening) async throws -> StageAnswer

  /// A voice that can speak now and is not deleted while the lease lives. Takes long when it has to be made again.
  func lease(_ request: LeaseRequest) async throws -> LeaseAnswer

  /// The provider did not know the leased voice.
  ///
  /// - Returns: a lease on a voice made anew.
  func reportMissing(_ leaseID: String, _ report: VoiceMissingReport) async throws -> LeaseAnswer

  func endLease(_ leaseID: String) async throws
}
