import Foundation

/// The place of a voice in a sorted list: stays right when other voices come and go between two pages.
struct VoiceCursor: Sendable, Codable, Comparable {
  var key: String
  var id: String

  init(_ voice: Voice, byName: Bool) {
    let padded = String(repeating: "0", count: 12) + String(voice.createdAtUnix)
    key = byName ? voice.name : String(padded.suffix(12))
    id = voice.id
  }

  init?(token: String) {
    guard let data = Data(base64Encoded: token), let cursor = try? JSONDecoder().decode(Self.self, from: data) else {
      return nil
    }
    self = cursor
  }

  var token: String { JSON(encoding: self).data.base64EncodedString() }

  static func < (left: Self, right: Self) -> Bool { (left.key, left.id) < (right.key, right.id) }
}
