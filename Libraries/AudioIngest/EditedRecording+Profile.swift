import AudioCodecs
import Schemas
import VoiceMatching

extension EditedRecording {
  /// How the speaker sounds; `nil` where too little of it is voiced. Does not depend on the level.
  func voiceProfile() throws(IngestError) -> VoiceProfile? {
    let resampler = try Self.resampler()
    var profiler = VoiceProfiler()
    try forEachChunk { samples throws(IngestError) in profiler.add(resampler.resample(samples)) }
    return profiler.profile
  }

  private static func resampler() throws(IngestError) -> Resampler {
    do {
      return try Resampler(from: NoteFormat.sampleRate, to: VoiceRate.hertz)
    } catch {
      throw .unavailable(error.description)
    }
  }
}
