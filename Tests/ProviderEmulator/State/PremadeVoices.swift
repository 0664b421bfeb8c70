/// The voices that every account has.
enum PremadeVoices {
  static let all = [
    make("9BWtsMINqrJLrRacOk9x", "Aria", "american", "female", "middle-aged"),
    make("CwhRBWXzGAHq8TQ4Fs17", "Roger", "american", "male", "middle-aged"),
    make("EXAVITQu4vr4xnSDxMaL", "Sarah", "american", "female", "young"),
    make("JBFqnCBsd6RMkjVDRZzb", "George", "british", "male", "middle-aged"),
    make("onwK4e9ZLuTAKqWW03F9", "Daniel", "british", "male", "middle-aged"),
    make("pFZP5JQG7iQjIQuC4Bku", "Lily", "british", "female", "middle-aged"),
  ]

  private static func make(_ id: String, _ name: String, _ accent: String, _ gender: String, _ age: String) -> Voice {
    Voice(
      id: id, name: name, category: "premade",
      labels: ["accent": accent, "gender": gender, "age": age, "use_case": "conversational", "language": "en"],
      createdAtUnix: 1_700_000_000)
  }
}
