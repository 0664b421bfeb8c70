import AudioCodecs
import AudioMixing
import Foundation

/// Compares making a mixed note with encoding alone: `mixing-benchmark <speech.mp3> <folder of backgrounds>`.
///
/// Run a release build. Prints the speed of both in seconds of audio per second of processor time, and the
/// ratio, which should be 0.75 or more.
@main
enum MixingBenchmark {
  private static let rounds = 20

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let data = FileManager.default.contents(atPath: arguments[1]) else {
      return print("usage: mixing-benchmark <speech.mp3> <folder of backgrounds>")
    }
    let speech = [UInt8](data)
    let library = try BackgroundLibrary(folder: arguments[2])
    let mixing = try measure { try mix(speech, library) }
    let samples = try decodedNote(speech, library)
    let encoding = try measure { try encode(samples) }
    let seconds = Double(samples.count) / Double(NoteFormat.sampleRate)
    print("note of \(seconds) s: mixed at \(seconds / mixing) x real time, \(1 / mixing) notes per second")
    print("LAME alone at \(seconds / encoding) x real time; ratio \(encoding / mixing)")
  }

  private static func mix(_ speech: [UInt8], _ library: BackgroundLibrary) throws -> [UInt8] {
    let room = library.loop(named: "fan").map {
      VoiceOverRoom(background: $0, settings: RoomSettings(volume: 0.3), startOffset: 0.4)
    }
    let note = try MixedNote(speech: .mp3, room: room, tag: ID3Tag())
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: speech.count, by: 4096) {
      bytes += try note.feed(Array(speech[start..<min(start + 4096, speech.count)]))
    }
    return try bytes + note.finish()
  }

  private static func decodedNote(_ speech: [UInt8], _ library: BackgroundLibrary) throws -> [Float] {
    try MP3Decoder().decode(mix(speech, library))
  }

  private static func encode(_ samples: [Float]) throws {
    let encoder = try MP3Encoder()
    for start in stride(from: 0, to: samples.count, by: 11_520) {
      _ = try encoder.encode(Array(samples[start..<min(start + 11_520, samples.count)]))
    }
    _ = try encoder.finish()
  }

  /// The best of several rounds, in seconds of processor time.
  private static func measure(_ work: () throws -> some Any) throws -> Double {
    try (1...rounds).map { _ in
      let start = clock()
      _ = try work()
      return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }.min() ?? 0
  }
}
