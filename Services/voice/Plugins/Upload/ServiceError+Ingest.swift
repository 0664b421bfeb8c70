import AudioIngest
import Schemas

/// What is wrong with a recording, as its owner is told.
extension ServiceError {
  /// - Parameter limits: that the recording had to meet.
  init(_ error: IngestError, _ limits: IngestLimits) {
    switch error {
    case .tooShort(let seconds):
      let duration = (seconds * 10).rounded() / 10
      self.init(
        .audioTooShort, "The recording is too short: it has \(duration) seconds. \(limits.asked)",
        details: ["duration": .number(duration)])
    case .tooLong: self.init(.audioTooLong, "The recording is too long. \(limits.asked)")
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

extension IngestLimits {
  fileprivate var asked: String {
    "It must have \(Self.text(duration.lowerBound)) to \(Self.text(duration.upperBound)) seconds."
  }

  private static func text(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
  }
}
