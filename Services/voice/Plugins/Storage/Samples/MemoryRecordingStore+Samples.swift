import Foundation
import Schemas
import Synchronization
import VoiceCore

extension MemoryRecordingStore: SampleStore {
  package func activeSamples(of userID: String) async throws -> [Sample] {
    tables.withLock { $0.activeSamples(of: userID) }
  }

  package func setActive(_ id: String, of userID: String, _ isActive: Bool) async throws -> SampleActivation {
    tables.withLock { tables in
      guard tables.samples.contains(where: { $0.id == id && $0.userID == userID }) else { return .noSuchSample }
      let active = tables.activeSamples(of: userID).map(\.id)
      if let refusal = SampleActivation(refusing: isActive, id, among: active) { return refusal }
      if isActive { tables.activeSamples.insert(id) } else { tables.activeSamples.remove(id) }
      return .done
    }
  }

  package func keep(_ sample: Sample, _ consent: Consent) async throws -> Sample {
    tables.withLock { tables in
      tables.consents.append(consent)
      let known = tables.samples.first { $0.userID == sample.userID && $0.hash == sample.hash }
      if let known, tables.activeSamples.contains(known.id) { return known }
      if known == nil { tables.samples.append(sample) }
      tables.activeSamples.subtract(tables.activeSamples(of: sample.userID).map(\.id))
      tables.activeSamples.insert((known ?? sample).id)
      return known ?? sample
    }
  }

  package func activate(_ hashes: [String], of userID: String) async throws -> Bool {
    tables.withLock { tables in
      let known = tables.samples.filter { $0.userID == userID && hashes.contains($0.hash) }.map(\.id)
      guard !known.isEmpty else { return false }
      tables.activeSamples.subtract(tables.activeSamples(of: userID).map(\.id))
      tables.activeSamples.formUnion(known)
      return true
    }
  }

  package func consent(of userID: String, sampleHash: String) async throws -> Consent? {
    tables.withLock { $0.consents.last { $0.userID == userID && $0.sampleHash == sampleHash } }
  }

  package func mark(_ userID: String, sampleHash: String, as state: RecordingAnswer.State) async throws {
    tables.withLock { tables in
      guard let index = tables.samples.firstIndex(where: { $0.userID == userID && $0.hash == sampleHash }) else {
        return
      }
      tables.samples[index].state = state
    }
  }

  package func removeAll(of userID: String, at now: Date) async throws -> [BlobID] {
    tables.withLock { tables in
      let blobs = tables.samples.filter { $0.userID == userID }.map(\.blob)
      tables.samples.removeAll { $0.userID == userID }
      tables.consents.removeAll { $0.userID == userID }
      return blobs
    }
  }
}

extension MemoryRecordingStore.Tables {
  func activeSamples(of userID: String) -> [Sample] {
    samples.filter { $0.userID == userID && activeSamples.contains($0.id) }
      .sorted { ($1.createdAt, $1.id) < ($0.createdAt, $0.id) }
  }

  /// Removes a sample and its consent; another one is active afterwards.
  ///
  /// - Returns: `false`, and nothing is changed, where there is no other.
  mutating func remove(_ id: String, _ facts: Recording.SampleFacts, of userID: String) -> Bool {
    let others = samples.filter { $0.userID == userID && $0.id != id }
    guard let newest = others.max(by: { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }) else { return false }
    if activeSamples(of: userID).map(\.id) == [id] { activeSamples.insert(newest.id) }
    samples.removeAll { $0.id == id }
    activeSamples.remove(id)
    consents.removeAll { $0.userID == userID && $0.sampleHash == facts.hash }
    return true
  }
}
