import Foundation

/// `POST /v1/chat/completions`, without streaming: any model whose name does not start with `missing`.
struct ChatRoute: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) throws -> Answer {
    guard request.headers["authorization"]?.hasPrefix("Bearer \(EmulatorOptions.openAIKey)") == true else {
      throw OpenAIErrors.key.refusal()
    }
    guard let body = JSON(parsing: request.body)?.object, let model = body["model"]?.string,
      let messages = body["messages"]?.array, !messages.isEmpty
    else { throw OpenAIErrors.body.refusal() }
    if model.hasPrefix("missing") { throw OpenAIErrors.model.refusal() }
    if body["stream"] == true { throw OpenAIErrors.body.refusal("This server does not stream.") }
    let behaviour = request.fault?.behaviour
    if behaviour == .blockedPrompt { throw OpenAIErrors.filtered.refusal() }
    let text = NoteText.write(for: messages.last?["content"]?.string ?? "", behaviour: behaviour)
    return .json(ChatCompletion(text: text, model: model, behaviour: behaviour).body(prompt: messages))
  }
}

/// The answer, spoilt where that is scripted.
struct ChatCompletion: Sendable {
  var text: String
  var model: String
  var behaviour: GeminiBehaviour?

  func body(prompt: [JSON]) -> JSON {
    if behaviour == .emptyObject { return [:] }
    let asked = Generation.tokens(prompt.compactMap { $0["content"]?.string }.joined())
    let answered = Generation.tokens(text)
    return [
      "id": .string("chatcmpl-" + RandomID.alphanumeric(29)), "object": "chat.completion", "created": 1_795_392_000,
      "model": .string(model),
      "choices": [["index": 0, "message": message, "logprobs": nil, "finish_reason": .string(finishReason)]],
      "usage": [
        "prompt_tokens": .int(asked), "completion_tokens": .int(answered), "total_tokens": .int(asked + answered),
      ],
    ]
  }

  private var message: JSON {
    switch behaviour {
    case .stopEmpty, .maxTokensEmpty: ["role": "assistant", "content": nil, "refusal": nil]
    case .prohibitedContent: ["role": "assistant", "content": nil, "refusal": "I'm sorry, I can't help with that."]
    case .maxTokensPartial, .safetyAfterText:
      ["role": "assistant", "content": .string(String(text.prefix(text.count / 2))), "refusal": nil]
    case .thoughtParts:
      [
        "role": "assistant", "content": .string("<think>The user wants a short dream.</think>\n\n\(text)"),
        "refusal": nil,
      ]
    default: ["role": "assistant", "content": .string(text), "refusal": nil]
    }
  }

  private var finishReason: String {
    switch behaviour {
    case .maxTokensEmpty, .maxTokensPartial: "length"
    case .safetyAfterText: "content_filter"
    case .unknownFinish: "something_new"
    default: "stop"
    }
  }
}
