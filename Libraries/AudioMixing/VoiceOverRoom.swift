import AudioCodecs

/// Lays a voice over a room's sound while it arrives: the room comes in gently, stays unbroken and at one level
/// under the words, and goes after them. The voice itself is not touched.
///
/// Mono at 44.1 kHz. Memory does not grow with the length.
package struct VoiceOverRoom {
  private let settings: RoomSettings
  private var player: LoopPlayer

  /// - Parameter startOffset: where in the loop to begin, 0..<1, so that no two notes have the same room.
  package init(background: BackgroundLoop, settings: RoomSettings, startOffset: Double) {
    self.settings = settings
    player = LoopPlayer(loop: background, gain: settings.gain, startOffset: startOffset)
  }

  /// The room before the words.
  package mutating func start() -> [Float] {
    var room = silence(seconds: settings.leadSeconds)
    player.add(to: &room)
    Fade.comeIn(&room, over: sampleCount(settings.fadeInSeconds))
    return room
  }

  /// The words with the room under them, as many samples as went in.
  package mutating func mix(_ voice: [Float]) -> [Float] {
    var mixed = voice
    player.add(to: &mixed)
    return mixed
  }

  /// The room after the words.
  package mutating func finish() -> [Float] {
    var room = silence(seconds: settings.tailSeconds)
    player.add(to: &room)
    Fade.goOut(&room, over: sampleCount(settings.fadeOutSeconds))
    return room
  }

  private func silence(seconds: Double) -> [Float] { [Float](repeating: 0, count: sampleCount(seconds)) }

  private func sampleCount(_ seconds: Double) -> Int { Int(seconds * Double(NoteFormat.sampleRate)) }
}
