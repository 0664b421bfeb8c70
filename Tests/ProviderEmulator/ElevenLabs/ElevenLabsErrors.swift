/// Every error that can be scripted by name.
enum ElevenLabsErrors {
  static let all: [ElevenLabsError] = {
    let seen = ElevenLabsKeyErrors.all + ElevenLabsAccountErrors.all + ElevenLabsCallErrors.all
    let names = Set(seen.map(\.name))
    return seen + ElevenLabsRegistry.all.filter { !names.contains($0.name) }
  }()

  static func named(_ name: String) -> ElevenLabsError? { all.first { $0.name == name } }
}
