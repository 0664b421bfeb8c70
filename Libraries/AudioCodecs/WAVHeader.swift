/// What stands before the samples of a WAV file.
package struct WAVHeader: Equatable, Sendable {
  /// Samples per second, in Hz.
  package var sampleRate: Int
  package var channels: Int
  package var bitsPerSample: Int
  /// Where the samples begin, in bytes from the start of the file.
  package var dataOffset: Int

  /// The header at the beginning of `bytes`, `nil` while more bytes are needed.
  ///
  /// Lengths are not believed, since a program that writes to a pipe does not know them.
  /// - Throws: `malformed` for anything but RIFF/WAVE with integer PCM.
  package static func parse(_ bytes: [UInt8]) throws(AudioCodecError) -> WAVHeader? {
    if bytes.count < 12 { return nil }
    guard bytes[0..<4].elementsEqual("RIFF".utf8), bytes[8..<12].elementsEqual("WAVE".utf8) else {
      throw AudioCodecError(.malformed, "no RIFF/WAVE header")
    }
    var format: WAVHeader?
    var offset = 12
    while offset + 8 <= bytes.count {
      let size = bytes.littleEndian(at: offset + 4, count: 4)
      if bytes[offset..<offset + 4].elementsEqual("data".utf8) {
        return try format.map { $0.at(offset + 8) }.required()
      }
      if bytes[offset..<offset + 4].elementsEqual("fmt ".utf8) {
        if offset + 24 > bytes.count { return nil }
        format = try WAVHeader(formatChunk: bytes, at: offset + 8)
      }
      offset += 8 + size + size % 2
    }
    return nil
  }

  private init(formatChunk bytes: [UInt8], at offset: Int) throws(AudioCodecError) {
    guard bytes.littleEndian(at: offset, count: 2) == 1 else {
      throw AudioCodecError(.malformed, "the WAV data are not integer PCM")
    }
    channels = bytes.littleEndian(at: offset + 2, count: 2)
    sampleRate = bytes.littleEndian(at: offset + 4, count: 4)
    bitsPerSample = bytes.littleEndian(at: offset + 14, count: 2)
    dataOffset = 0
  }

  private func at(_ offset: Int) -> WAVHeader {
    var header = self
    header.dataOffset = offset
    return header
  }
}

extension Optional<WAVHeader> {
  fileprivate func required() throws(AudioCodecError) -> WAVHeader {
    guard let self else { throw AudioCodecError(.malformed, "WAV data before their format") }
    return self
  }
}

extension [UInt8] {
  fileprivate func littleEndian(at offset: Int, count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(self[offset + $1]) << (8 * $1) }
  }
}
