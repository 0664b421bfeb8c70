import AudioCodecs
import AudioMixing
import Foundation
import Testing

@Suite struct BackgroundTests {
  @Test("Every background has the documented loudness", arguments: ["fan", "brown-noise"])
  func isLevelled(name: String) throws {
    let loop = try #require(try Ambience.library().loop(named: name))
    var room = VoiceOverRoom(background: loop, settings: RoomSettings(volume: 1), startOffset: 0)

    let sound = room.mix([Float](repeating: 0, count: 30 * 44_100))

    let measured = try Measured(Samples.wav(sound))
    #expect(abs(measured.loudnessLUFS - BackgroundLoop.loudness) <= 0.3)
  }

  @Test("The loop goes round without a gap, a click or a change of level", arguments: ["fan", "brown-noise"])
  func hasNoSeam(name: String) throws {
    let loop = try #require(try Ambience.library().loop(named: name))
    var room = VoiceOverRoom(background: loop, settings: RoomSettings(volume: 1), startOffset: 0.9)

    let sound = room.mix([Float](repeating: 0, count: 40 * 44_100))

    let levels = sound.chunks(of: 11_025).map { Samples.rmsLevel($0) }
    #expect((levels.max() ?? 0) - (levels.min() ?? -99) < 9)
    let seam = try loopLength(sound) / 10
    let elsewhere = steps(sound[..<(seam - 2)]).max() ?? 0
    #expect((steps(sound[(seam - 2)...(seam + 2)]).max() ?? 1) <= elsewhere)
  }

  @Test("Without recordings the usual room can still be chosen, and all sounds like the synthetic one")
  func fallsBack() throws {
    let library = try BackgroundLibrary(folder: "/nowhere")

    #expect(library.names == ["brown-noise", "fan"])
    #expect(library.loop(named: "fan")?.samples == library.loop(named: "brown-noise")?.samples)
    #expect(library.file(named: "fan") == nil)
  }

  @Test("A new background is one more file, at any rate and level")
  func takesNewFiles() throws {
    let folder = try TemporaryFolder()
    let noise = "anoisesrc=color=pink:duration=3:sample_rate=22050"
    try Tool.ffmpeg(["-f", "lavfi", "-i", noise, "-b:a", "48k", folder.path + "/rain.mp3"])

    let library = try BackgroundLibrary(folder: folder.path)

    #expect(library.names == ["brown-noise", "fan", "rain"])
    #expect(library.file(named: "rain") == folder.path + "/rain.mp3")
  }

  @Test("A file that is no audio is refused by its name")
  func namesBadFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write(Data("no audio".utf8), as: "rain.mp3")

    let error = #expect(throws: AudioCodecError.self) { try BackgroundLibrary(folder: folder.path) }

    #expect(error?.detail.contains("rain.mp3") == true)
  }

  /// The distance after which the sound repeats itself exactly.
  private func loopLength(_ sound: [Float]) throws -> Int {
    try #require((44_100..<sound.count - 44_100).first { sound[$0..<$0 + 300].elementsEqual(sound[0..<300]) })
  }

  private func steps(_ sound: ArraySlice<Float>) -> [Float] {
    zip(sound, sound.dropFirst()).map { abs($0 - $1) }
  }
}
