import Foundation
import VoiceCore

extension FileBlobStore {
  package func ids(sealedBefore limit: Date) async throws -> [BlobID] {
    let root = root
    return try await Disk.run {
      try BlobID.Kind.allCases.flatMap { try Self.names(in: "\(root)/\($0.rawValue)", writtenBefore: limit) }
        .map { BlobID(stored: $0) }
    }
  }

  /// As blobs are named: the folder's own name, then the file's.
  private static func names(in folder: String, writtenBefore limit: Date) throws -> [String] {
    let url = URL(filePath: folder)
    let key = URLResourceKey.contentModificationDateKey
    return try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: [key]).compactMap { file in
      guard let written = try? file.resourceValues(forKeys: [key]).contentModificationDate, written < limit else {
        return nil
      }
      return "\(url.lastPathComponent)/\(file.lastPathComponent)"
    }
  }
}
