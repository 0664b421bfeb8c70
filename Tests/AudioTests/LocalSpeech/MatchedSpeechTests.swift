import AudioCodecs
import Foundation
import LocalSpeech
import Schemas
import SpeechProviders
import Testing
import VoiceMatching

@Suite(.serialized) struct MatchedSpeechTests {
  private static let text = "I dreamt of the seven of hearts last night, and I could not sleep before I had told you."

  @Test(
    "With a profile the median pitch is the speaker's within a semitone, and the tone nearer than without",
    arguments: ["man", "woman"], ["male", "female"])
  func matches(speaker: String, sex: String) async throws {
    let target = try Voices.profile(speaker)

    let plain = try #require(VoiceProfile(of: try await speak(Self.text, sex: sex)))
    let matched = try #require(VoiceProfile(of: try await speak(Self.text, sex: sex, like: target)))

    #expect(abs(Voices.semitones(matched, target)) < 1)
    #expect(Voices.distance(matched, target) < Voices.distance(plain, target))
  }

  @Test(
    "Every language is spoken at the speaker's pitch",
    arguments: [
      ("en", "I dreamt of the seven of hearts."), ("es", "Anoche soñé con el siete de corazones."),
      ("fr", "Cette nuit j'ai rêvé du sept de cœur."), ("de", "Heute Nacht habe ich von der Herz Sieben geträumt."),
      ("it", "Stanotte ho sognato il sette di cuori."), ("pt", "Esta noite sonhei com o sete de copas."),
    ])
  func speaksAll(language: String, text: String) async throws {
    let target = try Voices.profile("woman")

    let spoken = try #require(VoiceProfile(of: try await speak(text, in: language, sex: "female", like: target)))

    #expect(abs(Voices.semitones(spoken, target)) < 1)
  }

  @Test("Speech begins at once, keeps its length and is not clipped")
  func keepsTheSpeech() async throws {
    let target = try Voices.profile("woman")

    let plain = try await speak(Self.text)
    let matched = try await speak(Self.text, like: target)

    #expect(matched.prefix(VoiceRate.hertz / 20).contains { abs($0) > 0.01 })
    #expect(abs(matched.count - plain.count) < VoiceRate.hertz / 2)
    #expect(matched.allSatisfy { abs($0) < 1 })
    #expect(abs(Samples.rmsLevel(matched) - Samples.rmsLevel(plain)) < 6)
  }

  @Test("A note of any length is matched from its first word to its last", arguments: ["No.", "Wait!", nil])
  func takesAnyLength(text: String?) async throws {
    let target = try Voices.profile("man")
    let note = text ?? Array(repeating: Self.text, count: 10).joined(separator: " ")

    let matched = try await speak(note, sex: "female", like: target)

    let end = try #require(VoiceProfile(of: matched.suffix(8 * VoiceRate.hertz)))
    #expect(abs(Voices.semitones(end, target)) < (text == nil ? 1 : 2))
  }

  @Test("Somebody outside all bounds is followed only to the bound", arguments: [(20.0, 65.0), (900, 450)])
  func clamps(pitch: Double, spoken: Double) async throws {
    let target = VoiceProfile(medianPitch: pitch, spectrum: try Voices.profile("man").spectrum)
    let sex = pitch < 100 ? "male" : "female"

    let matched = try #require(VoiceProfile(of: try await speak(Self.text, sex: sex, like: target)))

    #expect(abs(12 * log2(matched.medianPitch / spoken)) < 1)
  }

  @Test("What has no voice to match is refused, and never spoken in the engine's own")
  func refusesTheVoiceless() async throws {
    let target = try Voices.profile("man")

    let error = await #expect(throws: SpeechError.self) { try await speak("...", like: target) }

    #expect(error?.code == .malformedAnswer)
  }

  private func speak(
    _ text: String, in language: String = "en", sex: String = "male", like target: VoiceProfile? = nil
  ) async throws -> [Float] {
    let settings = SpeechSettings(stability: 0.5, similarityBoost: 0.75, style: 0, speakerBoost: true, sex: sex)
    let stream = try await LocalSynthesizer().synthesize(
      SpeechRequest(
        text: text, voiceID: "local_1", model: "local", language: language, settings: settings, requestID: "r",
        profile: target))
    var bytes: [UInt8] = []
    while let chunk = try await stream.next() { bytes += chunk }
    return PCM16.samples(bytes)
  }
}
