import Foundation

/// Written before a voice is created at the provider, so that a creation that was interrupted can be found again.
package struct CreationIntent: Sendable, Equatable {
  package enum Status: String, Sendable {
    /// Under way, or interrupted by the end of the process.
    case open
    /// The provider may have made the voice although it never said so.
    case uncertain
    case done
    case failed
    /// Made and given back at once: the provider wants a person to verify the voice. It counts as a creation.
    case refused
    /// Found at the provider after an interruption and taken into use.
    case adopted
    /// Given up after an interruption; what the provider had was deleted.
    case abandoned
  }

  package var id: String
  package var userID: String
  /// ``SampleSet/key``.
  package var sampleHash: String
  package var createdAt: Date
  package var status: Status

  package init(id: String, userID: String, sampleHash: String, createdAt: Date, status: Status = .open) {
    self.id = id
    self.userID = userID
    self.sampleHash = sampleHash
    self.createdAt = createdAt
    self.status = status
  }
}
