extension OutboundRequest {
  /// Refuses what would be sent as something else than it says: curl passes line breaks in header values through.
  func validate() throws(OutboundError) {
    guard url.hasPrefix("http://") || url.hasPrefix("https://"), url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
      throw OutboundError(.invalidURL, "not an absolute http or https URL")
    }
    guard Self.isToken(method) else { throw OutboundError(.invalidRequest, "method") }
    for (name, value) in headers where !Self.isToken(name) || !Self.isFieldValue(value) {
      throw OutboundError(.invalidRequest, "header \(name.prefix(40))")
    }
  }

  private static func isToken(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { tokenCharacters.contains($0) }
  }

  private static func isFieldValue(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
  }

  private static let tokenCharacters = Set(
    "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
}
