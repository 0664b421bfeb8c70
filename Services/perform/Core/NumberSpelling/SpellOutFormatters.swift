import Foundation
import Synchronization

/// One formatter per language for the life of the process: to make one reads the language's whole rule set.
enum SpellOutFormatters {
  private static let formatters = Mutex<[String: NumberFormatter]>([:])

  /// - Parameter locale: an ISO 639 code.
  static func text(_ number: Int, locale: String) -> String? {
    formatters.withLock { formatters in
      let formatter = formatters[locale] ?? make(locale)
      formatters[locale] = formatter
      return formatter.string(from: NSNumber(value: number))
    }
  }

  private static func make(_ locale: String) -> NumberFormatter {
    let formatter = NumberFormatter()
    formatter.locale = Locale(identifier: locale)
    formatter.numberStyle = .spellOut
    return formatter
  }
}
