import Foundation
import TestSupport

/// What lies on the voice service's disk.
enum AudioFolder {
  /// Files of uploads and notes that are neither finished nor gone, whichever process they belong to.
  static func unfinished(_ name: String, in dataDirectory: String) throws -> [String] {
    let folder = "\(dataDirectory)/audio/\(name)"
    return try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(folder)/\($0)", isDirectory: &isFolder) && !isFolder.boolValue
    }.map { ($0 as NSString).lastPathComponent }
  }

  /// Names of the blobs that are whole.
  static func blobs(in dataDirectory: String) throws -> Set<String> {
    let kinds = ["samples", "notes", "decoys"]
    return Set(
      try kinds.flatMap { kind in
        try FileManager.default.contentsOfDirectory(atPath: "\(dataDirectory)/audio/\(kind)").map { "\(kind)/\($0)" }
      })
  }
}

extension VoiceWorld {
  /// Files of uploads and notes that are neither finished nor gone.
  func leftovers() throws -> [String] {
    try ["work", "parts"].flatMap { try AudioFolder.unfinished($0, in: host.dataDirectory) }
  }
}
