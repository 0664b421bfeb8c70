import AudioIngest
import Schemas

/// What is wrong with a recording, as its owner is told.
extension ServiceError {
  init(_ error: IngestError) {
    switch error {
    case .tooShort(let seconds):
      self.init(.audioTooShort, details: ["duration": .number((seconds * 10).rounded() / 10)])
    case .tooLong: self.init(.audioTooLong)
    case .silent: self.init(.audioSilent)
    case .clipped: self.init(.audioClipped)
    case .notSpeech: self.init(.audioNotSpeech)
    case .unreadable: self.init(.audioUnreadable)
    case .unsupported: self.init(.unsupportedAudio)
    case .unavailable(let cause):
      self.init(
        .dependencyUnavailable, "Recordings cannot be decoded at the moment.", details: ["dependency": "decoder"],
        retryAfter: .seconds(10), cause: cause)
    }
  }
}
