internal import CLame

/// Encodes mono samples to an MP3 stream while they arrive.
///
/// Constant bitrate without an info frame, so that the bytes are final as soon as they are returned.
/// Owns one LAME handle and frees it. Not safe to share between tasks at the same time.
package final class MP3Encoder {
  /// LAME's own scale of 0 (slowest) to 9; why 5: decision 0316.
  package static let shippedQuality = 5

  private let handle: OpaquePointer

  /// - Parameters:
  ///   - sampleRate: of the samples and of the MP3, in Hz.
  ///   - kilobits: constant bitrate in kbit/s.
  ///   - quality: LAME's 0…9.
  package init(
    sampleRate: Int = NoteFormat.sampleRate, kilobits: Int = NoteFormat.kilobits, quality: Int = shippedQuality
  ) throws(AudioCodecError) {
    let settings = LameSettings(sampleRate: sampleRate, kilobits: kilobits, quality: quality)
    handle = try settings.makeLevelPreservingHandle()
  }

  deinit {
    lame_close(handle)
  }

  /// The MP3 bytes that are final after these samples.
  ///
  /// - Parameter samples: mono, full scale ±1; beyond it they are clipped by the player.
  package func encode(_ samples: [Float]) throws(AudioCodecError) -> [UInt8] {
    try output(capacity: samples.count * 5 / 4 + 7200) { start, capacity in
      lame_encode_buffer_ieee_float(handle, samples, samples, Int32(samples.count), start, capacity)
    }
  }

  /// The last bytes; the encoder takes no samples after that.
  package func finish() throws(AudioCodecError) -> [UInt8] {
    try output(capacity: 7200) { start, capacity in lame_encode_flush(handle, start, capacity) }
  }

  /// The capacity is LAME's documented worst case.
  private func output(
    capacity: Int, _ write: (UnsafeMutablePointer<UInt8>?, Int32) -> Int32
  ) throws(AudioCodecError) -> [UInt8] {
    var status: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      status = write(buffer.baseAddress, Int32(capacity))
      count = Int(max(0, status))
    }
    if status < 0 { throw AudioCodecError(.unavailable, "LAME answered \(status)") }
    return bytes
  }
}
