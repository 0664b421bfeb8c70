import AudioCodecs
import AudioIngest
import Foundation
import LocalSpeech
import Schemas
import SpeechProviders
import VoiceMatching

/// How near the local engine comes to people, and how soon it speaks: `local-speech-benchmark <recording>…`.
///
/// For every recording, with a man's and a woman's base voice: error of the median pitch in semitones, distance of
/// the long-term spectra in dB, both without and with matching, and the wait for the first audio of 100 characters.
/// With a folder in `KEEP`, ten sentences of each voice are left there for `Tests/Benchmarks/recognition/word_errors.py`.
@main
enum LocalSpeechBenchmark {
  private static let sentence =
    "I dreamt of the seven of hearts last night, and I could not sleep before I had written it down at last."

  static func main() async throws {
    let normalizer = try await SampleNormalizer()
    for path in CommandLine.arguments.dropFirst() {
      let sample = try await normalizer.normalize(path, workDirectory: NSTemporaryDirectory())
      try FileManager.default.removeItem(atPath: sample.path)
      guard let profile = sample.profile else { return print("\(path): no voice") }
      print("\(path): \(profile.medianPitch.formatted()) Hz")
      for sex in ["male", "female"] { try await compare(profile, sex) }
    }
  }

  private static func compare(_ target: VoiceProfile, _ sex: String) async throws {
    let plain = try await speak(sex, nil)
    let matched = try await speak(sex, target)
    for (name, spoken) in [("plain", plain), ("matched", matched)] {
      let semitones = abs(12 * log2(spoken.profile.medianPitch / target.medianPitch))
      let numbers = [semitones, distance(spoken.profile, target), spoken.wait * 100 / Double(sentence.count)]
      print("  \(sex), \(name): semitones, dB, s/100 characters:", numbers.map { ($0 * 1000).rounded() / 1000 })
    }
    guard let folder = ProcessInfo.processInfo.environment["KEEP"] else { return }
    try await SpokenWords.write(to: folder, as: "\(sex)-plain") { try await speak($0, sex, nil).bytes }
    let pitch = Int(target.medianPitch)
    try await SpokenWords.write(to: folder, as: "\(sex)-matched-\(pitch)") { try await speak($0, sex, target).bytes }
  }

  private static func speak(
    _ sex: String, _ target: VoiceProfile?
  ) async throws -> (profile: VoiceProfile, wait: Double) {
    let spoken = try await speak(sentence, sex, target)
    var profiler = VoiceProfiler()
    profiler.add(PCM16.samples(spoken.bytes))
    guard let profile = profiler.profile else { throw SpeechError(.malformedAnswer, "no voice") }
    return (profile, spoken.wait)
  }

  private static func speak(
    _ text: String, _ sex: String, _ target: VoiceProfile?
  ) async throws -> (bytes: [UInt8], wait: Double) {
    let settings = SpeechSettings(stability: 0.5, similarityBoost: 0.75, style: 0, speakerBoost: true, sex: sex)
    let request = SpeechRequest(
      text: text, voiceID: "local_1", model: "local", language: "en", settings: settings, requestID: "b",
      profile: target)
    let start = ContinuousClock.now
    let stream = try await LocalSynthesizer().synthesize(request)
    var bytes = try await stream.next() ?? []
    let wait = start.duration(to: .now) / .seconds(1)
    while let part = try await stream.next() { bytes += part }
    return (bytes, wait)
  }

  private static func distance(_ left: VoiceProfile, _ right: VoiceProfile) -> Double {
    let squares = zip(left.spectrum, right.spectrum).map { ($0 - $1) * ($0 - $1) }
    return (squares.reduce(0, +) / Double(squares.count)).squareRoot()
  }
}
