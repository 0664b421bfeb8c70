import Foundation
import OutboundHTTP
import ProviderEmulator
import Schemas
import ServiceClients
import ServiceHost
import TestSupport
import Testing

/// A moment at which the voice program is killed, and what has to hold once it runs again.
struct KillMoment: Sendable, CustomTestStringConvertible {
  enum Work: Sendable {
    /// The real clip; its body stops after that many bytes where one is given.
    case upload(stallAfter: Int? = nil)
    case clone
  }

  private let name: String
  private let work: Work
  private let fault: Fault?
  private let hasCome: @Sendable (KilledVoice) throws -> Bool

  init(
    _ name: String, _ work: Work, _ fault: Fault? = nil,
    hasCome: @escaping @Sendable (KilledVoice) throws -> Bool
  ) {
    self.name = name
    self.work = work
    self.fault = fault
    self.hasCome = hasCome
  }

  var testDescription: String { name }
  var isUpload: Bool { if case .upload = work { true } else { false } }

  /// - Parameters:
  ///   - samples: stored before the first start; with a voice, the first one is what the update adds.
  ///   - hasVoice: whether the user has one already.
  func run(samples: [SeededSample], hasVoice: Bool, slots: Int = 30) async throws {
    try await withKilledVoice(samples: samples, slots: slots) { voice in
      try await voice.start()
      if hasVoice { try await voice.prepareUpdate() }
      voice.begin(fault)

      let interrupted = Task { try await voice.perform(work) }
      try await eventually("the moment", every: .milliseconds(5)) { try hasCome(voice) }
      await voice.kill()
      _ = try? await interrupted.value
      voice.provider.clearFaults()
      try await voice.start()

      try await check(voice)
    }
  }

  private func check(_ voice: KilledVoice) async throws {
    let state = try await voice.client.meta(of: "u").json["clone_state"]?.stringValue
    #expect(state.flatMap(CloneState.init) != nil, "\(state ?? "")")
    try await voice.speakSomehow(isUpload: isUpload)
    try await eventually("the provider holds what is owned, and nothing else") {
      let meta = try await voice.client.meta(of: "u").json
      return meta["clone_state"] == "ready"
        && [meta["voiceCloneId"]] == voice.provider.snapshot.ownVoices.map { .string($0.id) }
    }
    try await eventually("every file is a recording's") {
      try AudioFolder.blobs(in: voice.folder) == voice.namedBlobs()
    }
    for name in ["parts", "work"] { #expect(try AudioFolder.unfinished(name, in: voice.folder) == [], "\(name)") }
  }
}
