import Foundation

/// A WAV file with a tone, removed with the value's last reference.
final class ToneFile: Sendable {
  let path: String

  init(hertz: Double = 220, seconds: Double = 1) throws {
    let rate = 16_000.0
    let samples = (0..<Int(seconds * rate)).map { Int16(9_000 * sin(Double($0) * hertz * 2 * .pi / rate)) }
    var data = Self.header(bytes: samples.count * 2, rate: UInt32(rate))
    for sample in samples { data.append(sample) }
    let url = FileManager.default.temporaryDirectory.appending(path: "tone-\(UUID().uuidString).wav")
    try data.write(to: url)
    path = url.path()
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  private static func header(bytes: Int, rate: UInt32) -> Data {
    var header = Data("RIFF".utf8)
    header.append(UInt32(36 + bytes))
    header += Data("WAVEfmt ".utf8)
    header.append(UInt32(16))
    for value: UInt16 in [1, 1] { header.append(value) }
    header.append(rate)
    header.append(rate * 2)
    for value: UInt16 in [2, 16] { header.append(value) }
    header += Data("data".utf8)
    header.append(UInt32(bytes))
    return header
  }
}

extension Data {
  fileprivate mutating func append(_ value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
