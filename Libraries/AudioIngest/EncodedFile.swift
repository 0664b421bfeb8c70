import AudioCodecs
import AudioLoudness
import Foundation

/// Encodes to an MP3 file and measures what comes out when it is decoded again.
final class EncodedFile {
  private let file: FileHandle
  private let encoder: MP3Encoder
  private let decoder: MP3Decoder
  private let meter = LoudnessMeter(sampleRate: NoteFormat.sampleRate)

  /// Replaces what is at `path`.
  init(path: String) throws(IngestError) {
    let isMade = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    guard isMade, let file = FileHandle(forWritingAtPath: path) else {
      throw .unavailable("the sample cannot be written")
    }
    self.file = file
    do {
      encoder = try MP3Encoder()
      decoder = try MP3Decoder()
    } catch {
      throw .unavailable("\(error)")
    }
  }

  deinit {
    try? file.close()
  }

  func write(_ samples: [Float]) throws(IngestError) {
    try store { () throws(AudioCodecError) in try encoder.encode(samples) }
  }

  func finish() throws(IngestError) -> Loudness {
    try store { () throws(AudioCodecError) in try encoder.finish() }
    return Loudness(meter)
  }

  private func store(_ encoded: () throws(AudioCodecError) -> [UInt8]) throws(IngestError) {
    do {
      let bytes = try encoded()
      meter.add(try decoder.decode(bytes))
      try file.write(contentsOf: bytes)
    } catch {
      throw .unavailable("\(error)")
    }
  }
}
