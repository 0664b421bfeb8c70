/// What the handlers work with.
struct EmulatorEnvironment: Sendable {
  var options: EmulatorOptions
  var state: EmulatorState
  var speech: SpeechCache
  var samples: SampleProbe
}
