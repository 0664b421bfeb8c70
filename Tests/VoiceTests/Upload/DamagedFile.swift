import Foundation

/// Recordings in the forms that people send, and ways to spoil them. The same seed gives the same file.
struct DamagedFile {
  /// Four seconds each.
  private static let forms: [(name: String, arguments: [String])] = [
    ("seed.mp3", ["-b:a", "96k", "-id3v2_version", "3", "-metadata", "title=Seed"]), ("seed.wav", ["-ar", "16000"]),
    ("seed-extensible.wav", ["-c:a", "pcm_s24le", "-ar", "48000"]), ("seed.m4a", ["-c:a", "aac"]),
    ("seed-fast.m4a", ["-c:a", "aac", "-movflags", "+faststart"]), ("seed.aac", ["-c:a", "aac"]),
    ("seed.ogg", ["-c:a", "libopus"]), ("seed.webm", ["-c:a", "libopus"]), ("seed.flac", ["-sample_fmt", "s16"]),
  ]

  let bytes: [UInt8]

  init(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var bytes = try Self.whole(using: &generator)
    for _ in 0...Int.random(in: 0...2, using: &generator) { try Self.spoil(&bytes, using: &generator) }
    self.bytes = bytes
  }

  private static func whole(using generator: inout SeededGenerator) throws -> [UInt8] {
    let form = forms[Int.random(in: forms.indices, using: &generator)]
    return try TestAudio.bytes(TestAudio.file(form.name, ["-ss", "2", "-t", "4", "-ac", "1"] + form.arguments))
  }

  private static func spoil(_ bytes: inout [UInt8], using generator: inout SeededGenerator) throws {
    guard bytes.count > 64 else { return }
    let place = Int.random(in: 0..<bytes.count - 32, using: &generator)
    let length = Int.random(in: 1...min(4096, bytes.count - place), using: &generator)
    switch Int.random(in: 0...8, using: &generator) {
    case 0: for _ in 0..<length { bytes[Int.random(in: bytes.indices, using: &generator)] ^= 1 << (length % 8) }
    case 1: bytes.removeLast(bytes.count - place)
    case 2: bytes.replaceSubrange(place..<place + length, with: repeatElement(0, count: length))
    case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
    case 4: bytes.removeSubrange(place..<place + length)
    case 5: setLength(&bytes, at: place % 256, using: &generator)
    case 6: bytes.replaceSubrange(0..<16, with: try whole(using: &generator).prefix(16))
    case 7: bytes += try whole(using: &generator)
    default: bytes[16...].shuffle(using: &generator)
    }
  }

  /// Puts a number that no length should have where lengths tend to stand.
  private static func setLength(_ bytes: inout [UInt8], at place: Int, using generator: inout SeededGenerator) {
    let values: [[UInt8]] = [
      [255, 255, 255, 255], [0, 0, 0, 0], [127, 255, 255, 255], [0, 0, 0, 1], [255, 255, 255, 127],
    ]
    let value = values[Int.random(in: values.indices, using: &generator)]
    bytes.replaceSubrange(place..<place + 4, with: value)
  }
}

/// SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
