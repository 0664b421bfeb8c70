import AudioMixing
import Foundation
import Testing

@Suite struct VoiceOverRoomTests {
  @Test("The room is heard before and after the words and comes and goes gently")
  func surroundsTheWords() throws {
    var room = try makeRoom(volume: 0.3)

    let lead = room.start()
    _ = room.mix([Float](repeating: 0, count: 44_100))
    let tail = room.finish()

    #expect(lead.count == 26_460)
    #expect(tail.count == 39_690)
    #expect(Samples.rmsLevel(lead.prefix(882)) < Samples.rmsLevel(lead.suffix(8820)) - 20)
    #expect(Samples.rmsLevel(tail.suffix(882)) < Samples.rmsLevel(tail.prefix(8820)) - 20)
    #expect(abs(lead.first ?? 1) < 0.0001)
    #expect(abs(tail.last ?? 1) < 0.0001)
  }

  @Test("Under the words the room is the same as without them, and the voice is itself")
  func addsNothingElse() throws {
    let speech = try Samples.speech(seconds: 3)
    var spoken = try makeRoom(volume: 0.5)
    var silent = try makeRoom(volume: 0.5)

    let mixed = speech.chunks(of: 999).flatMap { spoken.mix($0) }
    let room = silent.mix([Float](repeating: 0, count: speech.count))

    let difference = zip(mixed, zip(speech, room)).map { $0 - $1.0 - $1.1 }
    #expect((difference.map(abs).max() ?? 1) < 1e-6)
  }

  @Test("Equal volume steps change the room as documented", arguments: [(0.5, -9.03), (0.3, -15.69), (0.1, -30.0)])
  func followsTheCurve(volume: Double, decibels: Double) throws {
    var full = try makeRoom(volume: 1)
    var soft = try makeRoom(volume: volume)
    let silence = [Float](repeating: 0, count: 44_100)

    let change = Samples.rmsLevel(soft.mix(silence)) - Samples.rmsLevel(full.mix(silence))

    #expect(abs(change - decibels) < 0.05)
  }

  @Test("Another start gives another stretch of the same room")
  func startsWhereTold() throws {
    var first = try makeRoom(volume: 1, startOffset: 0.1)
    var second = try makeRoom(volume: 1, startOffset: 0.6)
    let silence = [Float](repeating: 0, count: 44_100)

    #expect(first.mix(silence) != second.mix(silence))
  }

  private func makeRoom(volume: Double, startOffset: Double = 0.3) throws -> VoiceOverRoom {
    let loop = try #require(try Ambience.library().loop(named: "fan"))
    return VoiceOverRoom(background: loop, settings: RoomSettings(volume: volume), startOffset: startOffset)
  }
}
