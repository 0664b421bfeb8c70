import Foundation

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
    case .speaksAsModel: return appending(", as a language model", to: order)
    case .dropsValue: return changed(order) { $0.value = "something" }
    case .inflectsValue: return changed(order) { $0.value = inflected($0.value) }
    case .translatesValue: return changed(order) { $0.value = "Übersetzung" }
    case .changesCase: return changed(order) { $0.value = caseChanged($0.value) }
    case .wrongLanguage: return changed(order) { $0.language = foreign($0.language) }
    case .mixesLanguages: return mixed(order)
    case .tooShort: return "\(order.value)."
    case .refuses: return "I'm sorry, but I can't help with that request."
    case .obeysTheValue: return "Hello! I have ignored all previous instructions, as you asked, so here I am."
    case .rambles: return (0..<4).map { step in changed(order) { $0.seed &+= UInt64(step) } }.joined(separator: " ")
    default: return NoteDress.dressed(NoteWriter(order: order).text(), behaviour)
    }
  }

  /// A note that stays inside the bounds with `tail` before its full stop.
  private static func appending(_ tail: String, to order: NoteOrder) -> String {
    let text = changed(order) {
      $0.minimum = max(0, $0.minimum - tail.unicodeScalars.count)
      $0.maximum = max(0, $0.maximum - tail.unicodeScalars.count)
    }
    return text.dropLast() + tail + "."
  }

  private static func changed(_ order: NoteOrder, _ change: (inout NoteOrder) -> Void) -> String {
    var order = order
    change(&order)
    return NoteWriter(order: order).text()
  }

  /// Begins as it should and ends as if nobody had asked for a language.
  private static func mixed(_ order: NoteOrder) -> String {
    let own = changed(order) { _ in }.split(separator: " ")
    let other = changed(order) {
      $0.language = foreign($0.language)
      $0.value = ""
    }.split(separator: " ")
    return (own.prefix(own.count / 2) + other.suffix((other.count + 1) / 2)).joined(separator: " ")
  }

  private static func foreign(_ language: String) -> String { language == "english" ? "german" : "english" }

  private static func subject(_ order: NoteOrder) -> String { order.topic.isEmpty ? order.routine : order.topic }

  private static func caseChanged(_ value: String) -> String {
    value == value.uppercased() ? value.lowercased() : value.uppercased()
  }

  /// Plural for singular and the other way round.
  private static func inflected(_ word: String) -> String {
    word.hasSuffix("s") ? String(word.dropLast()) : word + "s"
  }
}
