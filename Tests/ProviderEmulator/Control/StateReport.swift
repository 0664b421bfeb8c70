/// The world as the control plane shows it.
enum StateReport {
  static func make(_ world: EmulatorWorld) -> JSON {
    [
      "account": JSON(encoding: world.account), "latency": JSON(encoding: world.latency),
      "voices": .array(world.ownVoices.map { JSON(encoding: $0) }),
      "calls": .object(Dictionary(uniqueKeysWithValues: world.calls.map { ($0.key.rawValue, .int($0.value)) })),
      "in_flight": .int(world.inFlight.values.reduce(0, +)), "peak_in_flight": .int(world.peakInFlight),
      "faults": .array(world.faults.map { JSON(encoding: $0) }),
    ]
  }
}
