import ServiceHTTP

/// What the client wants back.
enum AnswerForm: Sendable, Equatable {
  case json
  /// The MP3 while it is made.
  case audio
  /// A link to it at once.
  case accepted

  init(_ call: Call) {
    self.init(accept: call.header("Accept"), prefer: call.header("Prefer"))
  }

  /// - Parameters:
  ///   - accept: RFC 9110, section 12.5.1. JSON where both are as welcome, and where neither is.
  ///   - prefer: RFC 7240; a preference's own parameters change nothing.
  init(accept: String?, prefer: String?) {
    let preferences = (prefer ?? "").lowercased().split(separator: ",")
      .map { $0.prefix { $0 != ";" }.trimming(while: \.isWhitespace) }
    let ranges = (accept ?? "").lowercased().split(separator: ",").compactMap(MediaRange.init)
    if preferences.contains("respond-async") {
      self = .accepted
    } else {
      self = ranges.quality(of: "audio/mpeg") > ranges.quality(of: "application/json") ? .audio : .json
    }
  }
}

/// One element of an `Accept` header.
private struct MediaRange {
  let type: String
  let quality: Double

  init?(_ text: Substring) {
    let parts = text.split(separator: ";").map { $0.trimming(while: \.isWhitespace) }
    guard let type = parts.first else { return nil }
    self.type = String(type)
    quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
  }

  /// How closely the range names `type`, `nil` where it does not include it.
  func precision(for type: String) -> Int? {
    if self.type == type { return 2 }
    if self.type.hasSuffix("/*"), type.hasPrefix(self.type.dropLast()) { return 1 }
    return self.type == "*/*" ? 0 : nil
  }
}

extension [MediaRange] {
  /// Of the range that names the type most closely; 0 where none includes it.
  fileprivate func quality(of type: String) -> Double {
    compactMap { range in range.precision(for: type).map { (precision: $0, quality: range.quality) } }
      .max { $0.precision < $1.precision }?.quality ?? 0
  }
}

extension Substring {
  fileprivate func trimming(while isDropped: (Character) -> Bool) -> Substring {
    var rest = drop(while: isDropped)
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return rest
  }
}
