import AudioCodecs
import Schemas
import SpeechProviders
import VoiceMatching

/// A speaking child's audio, moved towards a person's pitch and tone while it comes.
///
/// The first seconds are heard out before anything leaves, since they tell by how much to change; the engine makes
/// them about a hundred times faster than they sound.
actor MatchedStream {
  /// How much is heard before the first sample leaves.
  private static let overture = 15 * VoiceRate.hertz
  /// Quieter than this at the beginning is silence.
  private static let silence: Float = 0.005
  /// What stays before the first sound (10 ms).
  private static let leadIn = VoiceRate.hertz / 100

  private let engine: EspeakStream
  private let target: VoiceProfile
  private var pcm = PCM16Stream()
  private var splitter = PhraseSplitter()
  private var matcher: VoiceMatcher?
  private var ready: [Float] = []
  private var hasEnded = false

  init(_ engine: EspeakStream, target: VoiceProfile) {
    self.engine = engine
    self.target = target
  }

  /// - Throws: `malformed_answer` where the engine said nothing that could be matched: its own voice is nobody's.
  func open() async throws(SpeechError) {
    var heard: [Float] = []
    while heard.count < Self.overture, let bytes = try await engine.next() { heard += pcm.decode(bytes) }
    let speech = Self.trimmed(heard)
    guard let matcher = VoiceMatcher(target: target, voice: speech) else {
      throw SpeechError(.malformedAnswer, "no voice to match in \(heard.count) samples")
    }
    self.matcher = matcher
    take(speech)
  }

  func next() async throws(SpeechError) -> [UInt8]? {
    while ready.isEmpty && !hasEnded {
      if let bytes = try await engine.next() { take(pcm.decode(bytes)) } else { end() }
    }
    defer { ready = [] }
    return ready.isEmpty ? nil : PCM16.bytes(ready)
  }

  private func take(_ samples: [Float]) {
    for phrase in splitter.add(samples) { match(phrase) }
  }

  private func end() {
    match(splitter.finish())
    ready += matcher?.finish() ?? []
    hasEnded = true
  }

  private func match(_ phrase: [Float]) {
    ready += matcher?.process(phrase) ?? []
  }

  private static func trimmed(_ samples: [Float]) -> [Float] {
    let first = samples.firstIndex { abs($0) > silence } ?? 0
    return Array(samples[max(0, first - leadIn)...])
  }
}
