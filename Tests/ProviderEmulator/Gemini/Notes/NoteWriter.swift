/// Writes the note that an order asks for: the value once, topic and routine never, length inside the bounds.
struct NoteWriter: Sendable {
  var order: NoteOrder

  /// The first frame from the seed on that fits; the nearest in length when none does.
  func text() -> String {
    let frames = NoteFrames.of(order.language).all
    let room = order.minimum - order.length...max(order.minimum, order.maximum) - order.length
    let fitting = frames.filter { room.contains($0.count) }
    let frame = pick(fitting) ?? frames.min { distance($0, room) < distance($1, room) }
    return frame?.text(order.value) ?? order.value
  }

  private func pick(_ frames: [NoteFrame]) -> NoteFrame? {
    guard !frames.isEmpty else { return nil }
    let start = Int(order.seed % UInt64(frames.count))
    let rotated = frames[start...] + frames[..<start]
    let value = NoteFrame.words(order.value)
    let stems = Self.stems(order.topic + " " + order.routine)
    let once = rotated.lazy.filter { $0.words.isDisjoint(with: value) }
    return once.first { !Self.names($0, stems) } ?? once.first ?? rotated.first
  }

  /// How the longer words begin.
  private static func stems(_ text: String) -> [Substring] {
    NoteFrame.words(text).filter { $0.count > 3 }.map { $0.prefix(4) }
  }

  private static func names(_ frame: NoteFrame, _ stems: [Substring]) -> Bool {
    stems.contains { stem in frame.words.contains { $0.hasPrefix(stem) } }
  }

  private func distance(_ frame: NoteFrame, _ room: ClosedRange<Int>) -> Int {
    abs(2 * frame.count - room.lowerBound - room.upperBound)
  }
}
