import Foundation

/// The `labels` part of a form: nothing, `null`, a JSON object, or a JSON string that holds one. The official SDK
/// sends all four.
enum LabelsField {
  struct Parsed: Sendable { var labels: [String: String]? }

  /// Nil when the text is none of these.
  static func parse(_ text: String?) -> Parsed? {
    guard let text, !text.isEmpty else { return Parsed(labels: nil) }
    guard let json = JSON(parsing: Data(text.utf8)) else { return nil }
    return json.string.map { parse($0) } ?? object(json)
  }

  private static func object(_ json: JSON) -> Parsed? {
    if json.isNull { return Parsed(labels: nil) }
    guard let members = json.object else { return nil }
    let labels = members.compactMapValues(\.string)
    return labels.count == members.count ? Parsed(labels: labels) : nil
  }
}
