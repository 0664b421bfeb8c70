import Foundation

/// Titles as people type them.
package enum RecordingTitle {
  private static let lengths = 1...50

  /// Without white space at its ends; `nil` where nothing is left.
  package static func trimmed(_ text: String) -> String? {
    let title = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return title.isEmpty ? nil : title
  }

  /// What is wrong with a trimmed title; `nil` for a good one.
  package static func problem(_ title: String) -> String? {
    if !lengths.contains(title.unicodeScalars.count) { return "must have at most \(lengths.upperBound) characters" }
    return title.unicodeScalars.contains(where: isControl) ? "must be one line without control characters" : nil
  }

  /// As much of a text as can be shown: in one line, and not too long.
  package static func shown(_ text: String) -> String? {
    let scalars = text.unicodeScalars.map { isControl($0) ? " " : $0 }
    var line = String.UnicodeScalarView()
    line.append(contentsOf: scalars.prefix(lengths.upperBound))
    return trimmed(String(line))
  }

  /// Line breaks too, but not the joiners that emoji are made with.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    [.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
  }
}
