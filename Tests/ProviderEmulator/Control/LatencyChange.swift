/// `{"profile": "zero"}`, `{"profile": "realistic"}` or single members of `Latency`.
enum LatencyChange {
  static func apply(_ change: JSON, to state: EmulatorState) throws {
    guard let members = change.object else { throw ControlFailure(status: 400, message: "an object is needed") }
    let base = try profile(members["profile"]?.string ?? "zero")
    let known = JSON(encoding: base).object ?? [:]
    let latency = try JSON.object(known.merging(members) { $1 }).decoded(as: Latency.self)
    state.update { $0.latency = latency }
  }

  static func profile(_ name: String) throws -> Latency {
    switch name {
    case "zero": .zero
    case "realistic": .realistic
    default: throw ControlFailure(status: 400, message: "profiles are zero and realistic")
    }
  }
}
