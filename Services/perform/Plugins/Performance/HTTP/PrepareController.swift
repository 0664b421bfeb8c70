import Capabilities
import HTTPTypes
import Hummingbird
import PerformCore
import Schemas
import ServiceHTTP

/// `POST /perform/prepare`: finds out before any value is known whether a performance would succeed.
///
/// An evicted voice is made again on the way, and the connections to the other services and to the providers are warm
/// afterwards. Nothing is reserved, charged or kept.
struct PrepareController: Sendable {
  let stage: PerformanceStage
  let identifiers: Identifiers
  let limits: [RouteLimit]

  private var ports: PerformancePorts { stage.conductor.ports }

  var routes: [Route] {
    [
      Route(
        .post, "/perform/prepare", "Whether a performance would succeed now, and if not, why", access: .user,
        limits: limits
      ) { call in try Reply.json(try await prepare(call.userID())) }
    ]
  }

  private func prepare(_ user: String) async throws -> PrepareAnswer {
    async let settings = reason { try await checkSettings(user) }
    async let characters = reason { try await checkCharacters(user) }
    async let voice = reason { try await checkVoice(user) }
    async let speech = reason { try checkSpeech() }
    async let speaking: Void = ports.speech.warm()
    async let writing: Void = ports.composer.warm()
    let reasons = await [settings, characters, voice, speech].compactMap(\.self)
    _ = await (speaking, writing)
    return PrepareAnswer(reasons: reasons.enumerated().filter { !reasons[..<$0].contains($1) }.map(\.element))
  }

  private func checkSettings(_ user: String) async throws {
    try ports.mixing.requireBackground(of: try await ports.accounts.settings(of: user))
  }

  private func checkCharacters(_ user: String) async throws {
    _ = try await ports.charges.admission(
      AdmissionRequest(userID: user, maxChars: NoteLength.usual.upperBound, model: try ports.speech.model(nil)))
  }

  private func checkVoice(_ user: String) async throws {
    let lease = try await ports.voices.lease(LeaseRequest(userID: user, performanceID: identifiers.make()))
    try? await ports.voices.endLease(lease.leaseID)
  }

  private func checkSpeech() throws {
    if let obstacle = stage.obstacle(model: try ports.speech.model(nil)) { throw obstacle }
  }

  private func reason(_ check: () async throws -> Void) async -> String? {
    do {
      try await check()
      return nil
    } catch {
      return ServiceError(endingPerformance: error).code.rawValue
    }
  }
}
