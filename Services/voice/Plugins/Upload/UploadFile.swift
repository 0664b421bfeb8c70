import AudioIngest
import Foundation
import Schemas

/// A recording on its way to disk. Its first bytes decide what it is and how large it may be. The file is gone with
/// the last reference. Used by one task at a time.
final class UploadFile {
  let path: String
  private(set) var byteCount = 0
  private let sizes: UploadSizes
  private let handle: FileHandle
  private var start: [UInt8] = []
  private var limit: Int?

  init(folder: String, sizes: UploadSizes) throws {
    path = "\(folder)/upload-\(UUID().uuidString.lowercased())"
    self.sizes = sizes
    guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
      throw ServiceError(.internalError, cause: "an upload's file cannot be made")
    }
    handle = try FileHandle(forWritingTo: URL(filePath: path))
  }

  deinit {
    try? handle.close()
    try? FileManager.default.removeItem(atPath: path)
  }

  /// - Throws: `UNSUPPORTED_AUDIO` and `PAYLOAD_TOO_LARGE` as soon as they are certain.
  func append(_ bytes: [UInt8]) throws {
    if limit == nil { try recognize(bytes) }
    byteCount += bytes.count
    let largest = limit ?? sizes.largest
    guard byteCount <= largest else {
      throw ServiceError(.payloadTooLarge, "At most \(largest) bytes are accepted for this kind of recording.")
    }
    try handle.write(contentsOf: bytes)
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
