import Schemas

/// Speaks text in a voice that the provider holds.
package protocol SpeechSynthesizer: Sendable {
  var capabilities: SpeechCapabilities { get }

  /// Returns when the provider's first audio bytes are in; everything before that throws.
  func synthesize(_ request: SpeechRequest) async throws(SpeechError) -> SpeechStream

  /// Opens a connection ahead of time, where there is one to open. Never billed, and failing is nobody's business.
  func warm() async
}

extension SpeechSynthesizer {
  package func warm() async {}
}

/// What a speech provider can do; pool and failover are written against this, not against a vendor's name.
package struct SpeechCapabilities: Sendable, Equatable {
  /// Stable name, as in `SPEECH_PROVIDERS`: `elevenlabs`, `openai-compatible`, `local`.
  package var provider: String
  /// Holds copies of people's voices in slots of its own.
  package var clones: Bool
  /// Audio arrives while it is made.
  package var streams: Bool
  /// The models that spell out digits by themselves; for all others numbers are spelled out before sending.
  package var normalizesNumbers: @Sendable (_ model: String) -> Bool
  /// How the provider counts requests at once; `nil` for one that has no limit of its own.
  package var concurrency: @Sendable (_ model: String) -> SpeechConcurrency?
  /// What the audio is known to be before it comes, if anything.
  package var usualFormat: SpeechStream.Format?

  package init(
    provider: String, clones: Bool, streams: Bool, normalizesNumbers: @escaping @Sendable (_ model: String) -> Bool,
    concurrency: @escaping @Sendable (_ model: String) -> SpeechConcurrency? = { _ in nil },
    usualFormat: SpeechStream.Format? = nil
  ) {
    self.provider = provider
    self.clones = clones
    self.streams = streams
    self.normalizesNumbers = normalizesNumbers
    self.concurrency = concurrency
    self.usualFormat = usualFormat
  }

  package static func == (left: Self, right: Self) -> Bool {
    (left.provider, left.clones, left.streams, left.usualFormat)
      == (right.provider, right.clones, right.streams, right.usualFormat)
  }
}

/// Models whose requests a provider counts together.
package struct SpeechConcurrency: Sendable, Equatable {
  package var group: String
  /// Requests at once that the provider certainly takes, until it says how many it takes of us.
  package var initial: Int

  package init(group: String, initial: Int) {
    self.group = group
    self.initial = initial
  }
}

/// One sentence or two to be spoken.
package struct SpeechRequest: Sendable {
  package var text: String
  /// The provider's own id of the voice; `local_…` for the local engine.
  package var voiceID: String
  package var model: String
  /// ISO 639-1, for example `es`.
  package var language: String
  package var settings: SpeechSettings
  package var requestID: String
  /// Whom an engine that does not clone should come near to.
  package var profile: VoiceProfile?

  package init(
    text: String, voiceID: String, model: String, language: String, settings: SpeechSettings, requestID: String,
    profile: VoiceProfile? = nil
  ) {
    self.text = text
    self.voiceID = voiceID
    self.model = model
    self.language = language
    self.settings = settings
    self.requestID = requestID
    self.profile = profile
  }
}

/// How the voice is used for one request. All numbers 0…1.
package struct SpeechSettings: Sendable, Equatable {
  package var stability: Double
  package var similarityBoost: Double
  package var style: Double
  package var speakerBoost: Bool
  /// Base voice of an engine that does not clone: `male` or `female`.
  package var sex: String

  package init(stability: Double, similarityBoost: Double, style: Double, speakerBoost: Bool, sex: String) {
    self.stability = stability
    self.similarityBoost = similarityBoost
    self.style = style
    self.speakerBoost = speakerBoost
    self.sex = sex
  }
}

/// Audio that is still being made.
package struct SpeechStream: Sendable {
  package enum Format: Sendable, Equatable {
    /// MPEG-1 layer III, constant bitrate.
    case mp3(sampleRate: Int, kilobits: Int)
    /// Signed 16-bit little-endian, mono.
    case pcm(sampleRate: Int)
  }

  package var format: Format
  /// The provider's own charge in its credits, where it says so.
  package var providerCost: Int?
  /// Requests at once that the provider takes of us, where it says so.
  package var concurrencyLimit: Int?
  /// The next chunk of arbitrary size, `nil` at the end of complete audio; throws when it was cut short.
  package var next: @Sendable () async throws(SpeechError) -> [UInt8]?

  package init(
    format: Format, providerCost: Int?, concurrencyLimit: Int? = nil,
    next: @escaping @Sendable () async throws(SpeechError) -> [UInt8]?
  ) {
    self.format = format
    self.providerCost = providerCost
    self.concurrencyLimit = concurrencyLimit
    self.next = next
  }
}
