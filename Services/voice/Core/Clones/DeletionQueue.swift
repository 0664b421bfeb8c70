import Foundation
import ServiceHost

/// Voices that the provider still has to delete; a voice leaves the queue when the provider confirms (V8).
package protocol DeletionQueue: Sendable {
  /// Queued once, however often it is asked for.
  func enqueue(_ voiceID: String, at: Date) async throws
  /// Those whose turn has come, longest waiting first.
  func due(at: Date, limit: Int) async throws -> [PendingDeletion]
  func finish(_ voiceID: String) async throws
  func postpone(_ voiceID: String, until: Date) async throws
  func count() async throws -> Int
}

extension PortKey where Value == any DeletionQueue {
  package static var deletionQueue: Self { PortKey("voice.deletionQueue") }
}

package struct PendingDeletion: Sendable, Equatable {
  package var voiceID: String
  /// Attempts that failed.
  package var attempts: Int

  package init(voiceID: String, attempts: Int) {
    self.voiceID = voiceID
    self.attempts = attempts
  }
}
