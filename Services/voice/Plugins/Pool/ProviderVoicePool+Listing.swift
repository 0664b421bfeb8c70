import Foundation
import Logging
import SpeechProviders
import VoiceCore

extension ProviderVoicePool {
  /// Fills the pool from the store, so that it serves while the provider is down.
  func restore() async throws {
    let retiring = try await parts.deletions.due(at: .distantFuture, limit: .max).map(\.voiceID)
    let held = try await parts.clones.held()
    let known = Dictionary(held.compactMap(Self.known).map { ($0.id, $0) }) { $0.joined(with: $1) }
    machine.restore(
      known.values + retiring.map { KnownVoice(retiring: $0) },
      leaseTime: TimeInterval(parts.configuration.leaseSeconds), at: now)
  }

  /// Reads voices and limits from the provider and settles creations that were interrupted.
  func readProvider() async throws {
    let start = now
    machine.beginListing()
    let listed = try await parts.cloning.voices()
    await readAllowance()
    let own = listed.filter { parts.installation.owns($0.labels) }
    capacity.foreign = listed.count { $0.takesSlot && !parts.installation.owns($0.labels) }
    try await settleIntents(own)
    machine.adopt(try await knownVoices(own), askedAt: start, at: now)
  }

  private func readAllowance() async {
    do throws(SpeechError) {
      let allowance = try await parts.cloning.allowance()
      capacity.voiceLimit = allowance.voiceLimit
      budget = AddEditBudget(allowance)
    } catch {
      parts.logger.warning("voice_allowance_unreadable", metadata: ["error": "\(error)"])
    }
  }

  private func knownVoices(_ listed: [ProviderVoice]) async throws -> [KnownVoice] {
    let retiring = Set(try await parts.deletions.due(at: .distantFuture, limit: .max).map(\.voiceID))
    let held = try await parts.clones.held().compactMap(Self.known)
    let owned = Dictionary(held.map { ($0.id, $0) }) { $0.joined(with: $1) }
    return listed.map { voice in
      if retiring.contains(voice.id) { return KnownVoice(retiring: voice.id) }
      return owned[voice.id] ?? KnownVoice(id: voice.id, owners: [], lastUsedAt: .distantPast)
    }
  }

  private static func known(_ clone: CloneRecord) -> KnownVoice? {
    clone.heldVoiceID.map {
      KnownVoice(id: $0, owners: [clone.userID], lastUsedAt: clone.lastPerformAt ?? clone.updatedAt)
    }
  }
}

extension KnownVoice {
  fileprivate init(retiring id: String) {
    self.init(id: id, owners: [], lastUsedAt: .distantPast, isRetiring: true)
  }

  /// The same voice with both owners.
  fileprivate func joined(with other: KnownVoice) -> KnownVoice {
    KnownVoice(id: id, owners: owners.union(other.owners), lastUsedAt: max(lastUsedAt, other.lastUsedAt))
  }
}

extension ProviderVoice {
  /// The provider's own and professional voices are counted elsewhere.
  fileprivate var takesSlot: Bool { category != "premade" && category != "professional" }
}
