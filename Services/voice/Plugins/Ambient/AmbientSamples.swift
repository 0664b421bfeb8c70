import AudioCodecs
import AudioMixing
import Foundation

/// Every background as an MP3: recorded ones as their file, the synthetic one encoded at the first request.
actor AmbientSamples {
  private let library: BackgroundLibrary
  private var made: [String: [UInt8]] = [:]

  init(library: BackgroundLibrary) {
    self.library = library
  }

  /// `nil` for a name that no background has.
  func sample(named name: String) throws -> [UInt8]? {
    guard library.names.contains(name) else { return nil }
    if let known = made[name] { return known }
    let sample = try recording(name) ?? synthetic(name)
    made[name] = sample
    return sample
  }

  private func recording(_ name: String) throws -> [UInt8]? {
    try library.file(named: name).map { Array(try Data(contentsOf: URL(filePath: $0))) }
  }

  private func synthetic(_ name: String) throws -> [UInt8] {
    let encoder = try MP3Encoder()
    return try encoder.encode(library.loop(named: name)?.samples ?? []) + encoder.finish()
  }
}
