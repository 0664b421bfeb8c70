import Foundation
import ProviderEmulator

/// The payloads of a stream of server-sent events.
enum Events {
  static func parse(_ text: String) -> [JSON] {
    text.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("data: ") }
      .compactMap { JSON(parsing: Data($0.dropFirst(6).utf8)) }
  }
}
