import Foundation
import Schemas
import Synchronization
import VoiceCore

extension MemoryRecordingStore: SampleStore {
  package func activeSample(of userID: String) async throws -> Sample? {
    tables.withLock { tables in tables.samples.first { $0.id == tables.activeSample[userID] } }
  }

  package func keep(_ sample: Sample, _ consent: Consent) async throws -> Sample {
    tables.withLock { tables in
      tables.consents.append(consent)
      let known = tables.samples.first { $0.userID == sample.userID && $0.hash == sample.hash }
      if known == nil { tables.samples.append(sample) }
      tables.activeSample[sample.userID] = (known ?? sample).id
      return known ?? sample
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
      tables.activeSample[userID] = nil
      return blobs
    }
  }
}
