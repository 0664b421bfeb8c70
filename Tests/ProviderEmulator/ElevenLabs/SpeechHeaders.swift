/// The headers of a speech answer.
enum SpeechHeaders {
  static func make(
    _ order: SpeechOrder, _ request: EmulatorRequest, _ world: EmulatorWorld
  ) -> [(name: String, value: String)] {
    let group = order.model.group
    let unstored = request.query("enable_logging") == "false" && world.account.tier == "enterprise"
    return [
      ("content-type", order.format.contentType), ("request-id", RandomID.alphanumeric()),
      ("history-item-id", unstored ? "not_stored" : RandomID.alphanumeric()),
      ("character-cost", String(order.credits)),
      ("current-concurrent-requests", String(world.inFlight[group, default: 0])),
      ("maximum-concurrent-requests", String(world.limit(of: group))),
      ("workspace-concurrent-requests", String(world.inFlight.values.reduce(0, +))),
      ("tts-latency-ms", String(max(1, world.latency.speechFirstByteMs))), ("collect-preference", "default"),
      ("x-region", "emulator"), ("x-trace-id", RandomID.hex()), ("vary", "Accept-Language"), ("server", "uvicorn"),
      ("access-control-allow-origin", "*"),
      (
        "access-control-expose-headers",
        "request-id, history-item-id, character-cost, regeneration-count, generation-info"
      ),
    ]
  }
}
