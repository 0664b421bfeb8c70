import Foundation

/// Writes the note that an order asks for: the value once, topic and routine never, length inside the bounds.
struct NoteWriter: Sendable {
  var order: NoteOrder

  /// The frame that the seed picks among those that fit; the nearest in length when none does.
  func text() -> String {
    let texts = NoteFrames.of(order.language).texts(value: order.value).filter(hasValueOnce)
    let fitting = texts.filter { (order.minimum...max(order.minimum, order.maximum)).contains($0.count) }
    let discreet = fitting.filter { !names($0) }
    let candidates = discreet.isEmpty ? fitting : discreet
    guard candidates.isEmpty else { return candidates[Int(order.seed % UInt64(candidates.count))] }
    let middle = (order.minimum + order.maximum) / 2
    return texts.min { abs($0.count - middle) < abs($1.count - middle) } ?? order.value
  }

  private func hasValueOnce(_ text: String) -> Bool {
    Self.words(text.replacingOccurrences(of: order.value, with: " ")).isDisjoint(with: Self.words(order.value))
  }

  /// Whether a word outside the value begins like a word of topic or routine.
  private func names(_ text: String) -> Bool {
    let rest = Self.words(text.replacingOccurrences(of: order.value, with: " "))
    let stems = Self.words(order.topic).union(Self.words(order.routine)).filter { $0.count > 3 }.map { $0.prefix(4) }
    return stems.contains { stem in rest.contains { $0.hasPrefix(stem) } }
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }
}
