import Foundation
import Schemas
import Testing
import VoiceMatching

@Suite struct PitchShifterTests {
  @Test("A voice comes out higher or lower by the ratio, as long as it was", arguments: [0.7, 0.8, 1.25, 1.7, 2.2])
  func shifts(ratio: Double) throws {
    let voice = try Voices.samples("anull", seconds: 8)

    let shifted = PitchShifter.shift(voice, by: ratio)

    let (before, after) = (try #require(VoiceProfile(of: voice)), try #require(VoiceProfile(of: shifted)))
    #expect(shifted.count == voice.count)
    #expect(abs(Voices.semitones(after, before) - 12 * log2(ratio)) < 0.5)
    #expect(abs(Samples.rmsLevel(shifted) - Samples.rmsLevel(voice)) < 4)
  }

  @Test("The vowels stay what they were: the tone changes far less than when the sound is played faster")
  func keepsTheVowels() throws {
    let voice = try Voices.samples("anull", seconds: 8)
    let before = try #require(VoiceProfile(of: voice))

    let shifted = try #require(VoiceProfile(of: PitchShifter.shift(voice, by: 1.5)))
    let faster = try #require(VoiceProfile(of: Voices.samples("asetrate=48000*1.5,aresample=22050", seconds: 8)))

    #expect(Voices.distance(shifted, before) < 0.7 * Voices.distance(faster, before))
  }

  @Test("Nothing, silence and a single sample survive", arguments: [0, 1, 5000])
  func takesLittle(count: Int) {
    let samples = [Float](repeating: 0, count: count)

    #expect(PitchShifter.shift(samples, by: 1.5) == samples)
  }
}
