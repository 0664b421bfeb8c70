internal import CMpg123

/// Decodes an MP3 stream while it arrives.
///
/// Owns one mpg123 handle and frees it. Not safe to share between tasks at the same time.
package final class MP3Decoder {
  private let handle: OpaquePointer

  /// Samples per second, known once the first samples are out.
  package private(set) var sampleRate: Int?

  /// - Parameter gapless: drop the padding that an encoder's info frame declares. For whole files only: a
  ///   provider's stream may carry an info frame written before its length was known.
  package init(gapless: Bool = false) throws(AudioCodecError) {
    var status: Int32 = 0
    guard let handle = mpg123_new(nil, &status) else {
      throw AudioCodecError(.unavailable, String(cString: mpg123_plain_strerror(status)))
    }
    self.handle = handle
    try configure(gapless: gapless)
  }

  deinit {
    mpg123_delete(handle)
  }

  /// The samples that `bytes` complete; channels are mixed to mono. ID3 tags are skipped.
  ///
  /// - Parameter bytes: the next part of the stream, of any size.
  /// - Throws: `malformed` when no MPEG frames are found; the decoder is then of no more use.
  package func decode(_ bytes: [UInt8]) throws(AudioCodecError) -> [Float] {
    if bytes.isEmpty { return [] }
    try check(mpg123_feed(handle, bytes, bytes.count))
    var samples: [Float] = []
    while try decodeFrame(into: &samples) {}
    return samples
  }

  private func configure(gapless: Bool) throws(AudioCodecError) {
    let wanted = MPG123_QUIET.rawValue | MPG123_FORCE_FLOAT.rawValue | MPG123_MONO_MIX.rawValue
    let flags = wanted | MPG123_SKIP_ID3V2.rawValue | (gapless ? MPG123_GAPLESS.rawValue : 0)
    try check(mpg123_param2(handle, Int32(MPG123_FLAGS.rawValue), Int(flags), 0))
    try check(mpg123_open_feed(handle))
  }

  /// - Returns: whether there may be another frame in what was fed.
  private func decodeFrame(into samples: inout [Float]) throws(AudioCodecError) -> Bool {
    var position: Int = 0
    var audio: UnsafeMutablePointer<UInt8>?
    var byteCount = 0
    let status = mpg123_decode_frame(handle, &position, &audio, &byteCount)
    if status == MPG123_NEED_MORE.rawValue { return false }
    if status == MPG123_NEW_FORMAT.rawValue { try readFormat() } else { try check(status) }
    if let audio, byteCount > 0 {
      let decoded = UnsafeRawPointer(audio).assumingMemoryBound(to: Float.self)
      samples.append(contentsOf: UnsafeBufferPointer(start: decoded, count: byteCount / MemoryLayout<Float>.stride))
    }
    return true
  }

  private func readFormat() throws(AudioCodecError) {
    var rate = 0
    var channels: Int32 = 0
    var encoding: Int32 = 0
    try check(mpg123_getformat(handle, &rate, &channels, &encoding))
    if let sampleRate, sampleRate != rate { throw AudioCodecError(.malformed, "the sample rate changes") }
    sampleRate = rate
  }

  private func check(_ status: Int32) throws(AudioCodecError) {
    if status == MPG123_OK.rawValue { return }
    throw AudioCodecError(.malformed, String(cString: mpg123_strerror(handle)))
  }
}
