import Foundation

/// Pieces of a sleepy note: opener, core with `{value}`, closer. Every combination is one or two sentences.
struct NoteFrames: Sendable {
  var openers: [String]
  var cores: [String]
  var closers: [String]

  /// Unknown languages are written in English.
  static func of(_ language: String) -> NoteFrames { all[language] ?? english }

  /// Every combination, always in the same order.
  func texts(value: String) -> [String] {
    openers.flatMap { opener in
      cores.flatMap { core in
        closers.map { closer in opener + core.replacingOccurrences(of: "{value}", with: value) + closer }
      }
    }
  }

  private static let all = [
    "english": english, "spanish": spanish, "french": french, "german": german, "italian": italian,
    "portuguese": portuguese,
  ]
}
