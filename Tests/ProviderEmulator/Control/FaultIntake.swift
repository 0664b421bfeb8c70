/// Reads one fault or a list of them; refuses names that no table has, so that a typing error is seen at once.
enum FaultIntake {
  static func script(_ body: JSON, on state: EmulatorState) throws {
    let faults = try (body.array ?? [body]).map(fault)
    for fault in faults { state.script(fault) }
  }

  private static func fault(_ json: JSON) throws -> Fault {
    let strangers = Set(json.object?.keys.map { $0 } ?? []).subtracting(names)
    guard strangers.isEmpty else {
      throw ControlFailure(status: 400, message: "unknown: \(strangers.sorted().joined(separator: ", "))")
    }
    let fault = try json.decoded(as: Fault.self)
    if let error = fault.error, ElevenLabsErrors.named(error) == nil, GeminiErrors.named(error) == nil,
      OpenAIErrors.named(error) == nil
    {
      throw ControlFailure(status: 400, message: "no error row is called \(error); see GET /_emulator/errors")
    }
    return fault
  }

  private static let names: Set<String> = [
    "endpoint", "skip", "times", "when_body_contains", "error", "message", "status", "body", "content_type",
    "headers", "first_byte_delay_ms", "chunk_delay_ms", "chunk_bytes", "cut_after_bytes", "ending",
    "requires_verification", "behaviour",
  ]
}
