/// What the model writes for a message: a note if our prompt asked for one, spoilt if that is scripted.
enum NoteText {
  static func write(for message: String, behaviour: GeminiBehaviour?) -> String {
    guard let order = NoteOrder(message: message) else {
      return "Here is a short answer from the emulator, and it says nothing in particular."
    }
    switch behaviour {
    case .namesTopic: return appending(", like \(subject(order))", to: order)
    case .inflectsTopic: return appending(", like \(inflected(subject(order)))", to: order)
    case .valueTwice: return appending(", \(order.value)", to: order)
    case .dropsValue: return changed(order) { $0.value = "something" }
    case .wrongLanguage: return changed(order) { $0.language = $0.language == "english" ? "german" : "english" }
    case .tooShort: return "\(order.value)."
    case .refuses: return "I'm sorry, but I can't help with that request."
    case .rambles: return (0..<4).map { step in changed(order) { $0.seed &+= UInt64(step) } }.joined(separator: " ")
    default: return marked(NoteWriter(order: order).text(), behaviour)
    }
  }

  private static func marked(_ text: String, _ behaviour: GeminiBehaviour?) -> String {
    switch behaviour {
    case .quotes: "\"\(text)\""
    case .list: "- \(text)\n- That was all."
    case .label: "Voice note: \(text)"
    default: text
    }
  }

  /// A note that stays inside the bounds with `tail` before its full stop.
  private static func appending(_ tail: String, to order: NoteOrder) -> String {
    let text = changed(order) {
      $0.minimum = max(0, $0.minimum - tail.count)
      $0.maximum = max(0, $0.maximum - tail.count)
    }
    return text.dropLast() + tail + "."
  }

  private static func changed(_ order: NoteOrder, _ change: (inout NoteOrder) -> Void) -> String {
    var order = order
    change(&order)
    return NoteWriter(order: order).text()
  }

  private static func subject(_ order: NoteOrder) -> String { order.topic.isEmpty ? order.routine : order.topic }

  /// Plural for singular and the other way round.
  private static func inflected(_ word: String) -> String {
    word.hasSuffix("s") ? String(word.dropLast()) : word + "s"
  }
}
