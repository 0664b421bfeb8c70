import Foundation
import Schemas
import Testing
import VoiceMatching

@Suite struct VoiceProfilerTests {
  @Test("A buzz has the pitch it was made with", arguments: [70.0, 99, 155, 232, 330, 440])
  func findsThePitch(hertz: Double) throws {
    let profile = try #require(VoiceProfile(of: Self.buzz(hertz)))

    #expect(abs(12 * log2(profile.medianPitch / hertz)) < 0.1)
  }

  @Test("Silence and noise are no voice", arguments: [0, 0.3])
  func refusesNoise(amplitude: Float) {
    var generator = SystemRandomNumberGenerator()
    let noise = (0..<VoiceRate.hertz * 3).map { _ in amplitude * Float.random(in: -1...1, using: &generator) }

    #expect(VoiceProfile(of: noise) == nil)
  }

  @Test("A voice has one profile, however loud it is and however it comes in")
  func followsNeitherLevelNorChunks() throws {
    let voice = try Voices.samples("anull")

    let profile = try #require(VoiceProfile(of: voice))
    let softer = try #require(VoiceProfile(of: voice.map { $0 * 0.1 }))

    #expect(VoiceProfile(of: voice, chunk: 333) == profile)
    #expect(abs(Voices.semitones(softer, profile)) < 0.05)
    #expect(Voices.distance(softer, profile) < 0.2)
    #expect((93...105).contains(profile.medianPitch))
  }

  @Test("A brighter voice has more in its upper bands")
  func hearsTheTone() throws {
    let usual = try #require(VoiceProfile(of: Voices.samples("anull")))
    let brighter = try #require(VoiceProfile(of: Voices.samples("treble=g=8:f=2500")))

    let upper = VoiceProfile.bandCount - 6
    let change = zip(brighter.spectrum, usual.spectrum).map { $0 - $1 }
    let (above, below) = (change[upper...].reduce(0, +), change[..<6].reduce(0, +))
    #expect(above - below > 6 * 5)
    #expect(abs(usual.spectrum.reduce(0, +)) < 0.001)
  }

  static func buzz(_ hertz: Double, seconds: Double = 2) -> [Float] {
    (0..<Int(seconds * Double(VoiceRate.hertz))).map { index in
      let phase = (Double(index) * hertz / Double(VoiceRate.hertz)).truncatingRemainder(dividingBy: 1)
      return Float(0.5 * exp(-phase * 6) - 0.1)
    }
  }
}
