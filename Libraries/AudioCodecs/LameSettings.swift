internal import CLame

/// How a LAME handle is set up.
struct LameSettings {
  var sampleRate: Int
  var kilobits: Int
  var quality: Int

  /// A handle whose output is as loud as its input.
  ///
  /// LAME's constant-bitrate presets multiply the samples by 0.95 at 128 kbit/s (−0.45 dB) as headroom. The
  /// factor is read back from a first handle and undone in the second, so it is right for every bitrate.
  func makeLevelPreservingHandle() throws(AudioCodecError) -> OpaquePointer {
    let plain = try makeHandle(scale: 1)
    let presetScale = lame_get_scale(plain)
    if presetScale == 1 || presetScale <= 0 { return plain }
    lame_close(plain)
    return try makeHandle(scale: 1 / presetScale)
  }

  private func makeHandle(scale: Float) throws(AudioCodecError) -> OpaquePointer {
    guard Self.sampleRates.contains(sampleRate) else { throw AudioCodecError(.unsupported, "\(sampleRate) Hz") }
    guard let handle = lame_init() else { throw AudioCodecError(.unavailable, "LAME does not start") }
    lame_set_num_channels(handle, 1)
    lame_set_mode(handle, MONO)
    lame_set_in_samplerate(handle, Int32(sampleRate))
    lame_set_out_samplerate(handle, Int32(sampleRate))
    lame_set_VBR(handle, vbr_off)
    lame_set_brate(handle, Int32(kilobits))
    lame_set_quality(handle, Int32(quality))
    lame_set_scale(handle, scale)
    lame_set_bWriteVbrTag(handle, 0)
    lame_set_write_id3tag_automatic(handle, 0)
    if lame_init_params(handle) >= 0 { return handle }
    lame_close(handle)
    throw AudioCodecError(.unsupported, "\(sampleRate) Hz at \(kilobits) kbit/s")
  }

  /// LAME would silently take the nearest.
  private static let sampleRates = [8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000]
}
