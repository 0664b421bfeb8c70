import Foundation
import TestSupport

extension VoiceWorld {
  /// Files of uploads and notes that are neither finished nor gone.
  func leftovers() throws -> [String] {
    try ["work", "parts"].flatMap {
      try FileManager.default.contentsOfDirectory(atPath: "\(host.dataDirectory)/audio/\($0)")
    }
  }
}
