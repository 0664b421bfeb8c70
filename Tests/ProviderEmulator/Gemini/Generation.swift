/// What the model came up with: the parts of one answer.
struct Generation: Sendable {
  var text: String
  /// Nil: the stream ends without one.
  var finishReason: String?
  var thoughts: Int
  var promptTokens: Int
  var model: String
  var status: JSON?
  var behaviour: GeminiBehaviour?
  var id = RandomID.alphanumeric(22)

  var textTokens: Int { Self.tokens(text) }

  /// One token per four characters.
  static func tokens(_ text: String) -> Int { (text.count + 3) / 4 }
}
