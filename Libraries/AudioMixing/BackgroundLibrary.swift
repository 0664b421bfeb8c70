import AudioCodecs
import Foundation

/// The backgrounds that notes can have: every MP3 file of a folder by its name, and synthetic `brown-noise`, which also
/// stands in for the usual `fan` where its recording is missing.
///
/// Decoded once and kept, about 180 kB per second of recording. A new background is one more file.
package struct BackgroundLibrary: Sendable {
  /// Always there, made by calculation.
  package static let syntheticName = "brown-noise"
  private static let usualName = "fan"

  private let loops: [String: BackgroundLoop]
  private let files: [String: String]

  /// - Parameter folder: path of a folder with `<name>.mp3` files; a missing one is an empty one.
  /// - Throws: with the file's name, when a file cannot be decoded or is no usable recording.
  package init(folder: String) throws(AudioCodecError) {
    var loops = [Self.syntheticName: try BackgroundLoop(recording: BrownNoise.samples())]
    files = Self.recordings(in: folder)
    for (name, path) in files { loops[name] = try Self.load(path) }
    self.loops = loops
  }

  /// In alphabetical order.
  package var names: [String] { Set(loops.keys).union([Self.usualName]).sorted() }

  /// The background of that name; for an unknown one (its file was removed) the synthetic one.
  package func loop(named name: String) -> BackgroundLoop? {
    loops[name] ?? loops[Self.syntheticName]
  }

  /// Path of the recording, `nil` for the synthetic and unknown ones.
  package func file(named name: String) -> String? { files[name] }

  private static func recordings(in folder: String) -> [String: String] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let recordings = entries.filter { $0.hasSuffix(".mp3") }
    return Dictionary(uniqueKeysWithValues: recordings.map { (String($0.dropLast(4)), "\(folder)/\($0)") })
  }

  private static func load(_ path: String) throws(AudioCodecError) -> BackgroundLoop {
    do throws(AudioCodecError) {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw AudioCodecError(.unavailable, "cannot be read")
      }
      let decoder = try MP3Decoder(gapless: true)
      let samples = try decoder.decode([UInt8](data))
      guard let rate = decoder.sampleRate else { throw AudioCodecError(.malformed, "no audio") }
      if rate == NoteFormat.sampleRate { return try BackgroundLoop(recording: samples) }
      return try BackgroundLoop(recording: Resampler(from: rate, to: NoteFormat.sampleRate).resample(samples))
    } catch {
      throw AudioCodecError(error.code, "\(path): \(error.detail)")
    }
  }
}
