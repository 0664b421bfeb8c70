/// The frames of one language: opener, core with `{value}`, closer, in every combination.
struct NoteFrames: Sendable {
  /// Always in the same order.
  let all: [NoteFrame]

  init(openers: [String], cores: [String], closers: [String]) {
    all = openers.flatMap { opener in
      cores.flatMap { core in closers.map { NoteFrame(opener + core + $0) } }
    }
  }

  /// Unknown languages are written in English.
  static func of(_ language: String) -> NoteFrames { languages[language] ?? english }

  private static let languages = [
    "english": english, "spanish": spanish, "french": french, "german": german, "italian": italian,
    "portuguese": portuguese,
  ]
}
