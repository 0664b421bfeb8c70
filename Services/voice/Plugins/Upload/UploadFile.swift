import AudioIngest
import Foundation
import Schemas
import VoiceCore

/// A recording on its way to disk. Its first bytes decide what it is and how large it may be. The file is gone with
/// the last reference. Used by one task at a time.
final class UploadFile {
  let path: String
  private(set) var byteCount = 0
  private let sizes: UploadSizes
  private let handle: FileHandle
  private var start: [UInt8] = []
  private var limit: Int?

  private init(path: String, sizes: UploadSizes, handle: FileHandle) {
    self.path = path
    self.sizes = sizes
    self.handle = handle
  }

  static func make(in folder: String, sizes: UploadSizes) async throws -> UploadFile {
    let path = "\(folder)/upload-\(UUID().uuidString.lowercased())"
    return UploadFile(path: path, sizes: sizes, handle: try await Disk.run { try FileHandle.makingPrivate(path) })
  }

  deinit {
    try? handle.close()
    try? FileManager.default.removeItem(atPath: path)
  }

  /// - Throws: `UNSUPPORTED_AUDIO` and `PAYLOAD_TOO_LARGE` as soon as they are certain.
  func append(_ bytes: [UInt8]) async throws {
    if limit == nil { try recognize(bytes) }
    byteCount += bytes.count
    let largest = limit ?? sizes.largest
    guard byteCount <= largest else {
      throw ServiceError(.payloadTooLarge, "At most \(largest) bytes are accepted for this kind of recording.")
    }
    try await Disk.run { [handle] in try handle.write(contentsOf: bytes) }
  }

  /// - Throws: `UNSUPPORTED_AUDIO` for a file too short to be any recording.
  func finish() throws {
    guard limit != nil else { throw ServiceError(.unsupportedAudio) }
  }

  private func recognize(_ bytes: [UInt8]) throws {
    start += bytes.prefix(AudioContainer.startLength - start.count)
    guard start.count == AudioContainer.startLength else { return }
    guard let container = AudioContainer(start: start) else { throw ServiceError(.unsupportedAudio) }
    limit = container.isLossless ? sizes.lossless : sizes.compressed
  }
}
