import Foundation

/// Renders each combination of text, voice and format once; later calls and calls meanwhile share the result.
actor SpeechCache {
  private struct Key: Hashable {
    var text: String
    var language: String
    var timbre: UInt64
    var speed: Double
    var format: OutputFormat
  }

  /// Beyond this many the oldest are forgotten.
  private static let limit = 1_000
  private static let filler = String(repeating: "Good morning, I had such a dream. ", count: 40)
  private let renderer: any SpeechRenderer
  private let byLength: Bool
  private var renderings: [Key: Task<Data, any Error>] = [:]
  private var order: [Key] = []

  /// `byLength`: what is spoken has the length of the text, rounded up to 20 characters, and not its words.
  init(renderer: any SpeechRenderer, byLength: Bool = false) {
    self.renderer = renderer
    self.byLength = byLength
  }

  func audio(for order: SpeechOrder) async throws -> Data {
    let speed = order.model.family == .second ? order.body.settings["speed"]?.double ?? 1 : 1
    let key = Key(
      text: spoken(order.body.text), language: order.language, timbre: order.voice.timbre, speed: speed,
      format: order.format)
    return try await rendering(key).value
  }

  private func spoken(_ text: String) -> String {
    byLength ? String(Self.filler.prefix((text.count + 19) / 20 * 20)) : text
  }

  private func rendering(_ key: Key) -> Task<Data, any Error> {
    if let known = renderings[key] { return known }
    let task = Task { [renderer] in
      let wave = try await renderer.wave(
        text: key.text, language: key.language, timbre: key.timbre, speed: key.speed)
      return try await AudioEncoder.encode(wave, as: key.format)
    }
    renderings[key] = task
    order.append(key)
    if order.count > Self.limit { renderings[order.removeFirst()] = nil }
    return task
  }
}

extension SpeechOrder {
  /// The language asked for, else the voice's own.
  var language: String { body.languageCode ?? voice.labels["language"].map { String($0.prefix(2)) } ?? "en" }
}
