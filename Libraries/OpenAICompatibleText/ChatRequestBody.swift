import TextProviders

/// The body of `chat/completions`: only members that every such server knows.
///
/// No bound on tokens is sent: its name differs between servers, and the deadline bounds the answer anyway.
struct ChatRequestBody: Encodable {
  var model: String
  var messages: [Message]
  var stream = false

  struct Message: Encodable {
    var role: String
    var content: String
  }

  init(_ request: TextRequest, model: String) {
    self.model = model
    messages = [
      Message(role: "system", content: request.instructions), Message(role: "user", content: request.message),
    ]
  }
}
