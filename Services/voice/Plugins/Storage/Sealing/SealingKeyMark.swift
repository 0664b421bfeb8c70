import Foundation

/// Remembers beside the audio which key it is sealed with, so that another `SECRET_KEY` is noticed at the start.
package enum SealingKeyMark {
  /// - Throws: ``WrongSealingKey`` where the audio in the folder is sealed with another key.
  package static func check(_ key: SealingKey, in folder: String) throws {
    let path = "\(folder)/sealing-key"
    let own = Data(key.id)
    if let known = FileManager.default.contents(atPath: path) {
      guard known == own else { throw WrongSealingKey() }
    } else {
      try own.write(to: URL(filePath: path), options: .atomic)
    }
  }
}

/// The service does not start: it could neither play what it has, nor keep new audio apart from it.
package struct WrongSealingKey: Error, Equatable, CustomStringConvertible {
  package var description: String {
    "SECRET_KEY does not open the stored audio: it is not the one that it was encrypted with"
  }
}
