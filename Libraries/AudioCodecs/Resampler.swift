internal import CMpg123

/// Changes the sample rate of a stream without delay, at 108 dB dynamic range.
///
/// Owns one syn123 handle and frees it. Not safe to share between tasks at the same time.
package final class Resampler {
  private let handle: OpaquePointer
  private let inputRate: Int
  private let outputRate: Int

  /// - Parameters: rates in Hz, each 1 000…384 000.
  package init(from inputRate: Int, to outputRate: Int) throws(AudioCodecError) {
    let allowed = 1_000...384_000
    guard allowed.contains(inputRate), allowed.contains(outputRate) else {
      throw AudioCodecError(.unsupported, "\(inputRate) Hz to \(outputRate) Hz")
    }
    self.inputRate = inputRate
    self.outputRate = outputRate
    var status: Int32 = 0
    guard let handle = syn123_new(outputRate, 1, Int32(MPG123_ENC_FLOAT_32.rawValue), 0, &status) else {
      throw AudioCodecError(.unavailable, String(cString: syn123_strerror(status)))
    }
    self.handle = handle
    status = syn123_setup_resample(handle, inputRate, outputRate, 1, 0, 0)
    if status != 0 { throw AudioCodecError(.unavailable, String(cString: syn123_strerror(status))) }
  }

  deinit {
    syn123_del(handle)
  }

  /// The same sound at the output rate; the lengths of all results add up to the input's to within a sample.
  package func resample(_ samples: [Float]) -> [Float] {
    if samples.isEmpty { return [] }
    var input = samples
    let capacity = syn123_resample_count(inputRate, outputRate, samples.count)
    return [Float](unsafeUninitializedCapacity: capacity) { output, count in
      count = syn123_resample(handle, output.baseAddress, &input, input.count)
    }
  }
}
