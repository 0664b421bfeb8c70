/// The four bytes before every layer III frame.
package struct MP3FrameHeader: Equatable, Sendable {
  /// Samples per second, in Hz.
  package var sampleRate: Int
  /// Kilobits per second.
  package var kilobits: Int
  package var isMono: Bool
  /// Samples per channel in the frame.
  package var sampleCount: Int
  /// Length of the whole frame with its header.
  package var byteCount: Int

  /// `nil` when the bytes are no layer III header, or one of a free-format stream.
  package init?(_ bytes: some RandomAccessCollection<UInt8>) {
    guard bytes.count >= 4 else { return nil }
    let word = bytes.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    let version = Int(word >> 19 & 3)
    let bitrateIndex = Int(word >> 12 & 15)
    let rateIndex = Int(word >> 10 & 3)
    guard word >> 21 == 0x7FF, version != 1, word >> 17 & 3 == 1, (1...14).contains(bitrateIndex), rateIndex != 3
    else { return nil }
    let isFirstVersion = version == 3
    sampleRate = Self.sampleRates[rateIndex] >> (isFirstVersion ? 0 : version == 2 ? 1 : 2)
    kilobits = (isFirstVersion ? Self.firstVersionKilobits : Self.laterVersionKilobits)[bitrateIndex - 1]
    isMono = word >> 6 & 3 == 3
    sampleCount = isFirstVersion ? 1152 : 576
    byteCount = sampleCount / 8 * kilobits * 1000 / sampleRate + Int(word >> 9 & 1)
  }

  private static let sampleRates = [44_100, 48_000, 32_000]
  private static let firstVersionKilobits = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
  private static let laterVersionKilobits = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
}
