import TextProviders

/// The body of a 200; servers differ in what they leave out.
struct ChatAnswer: Decodable {
  var model: String?
  var choices: [Choice]?

  struct Choice: Decodable {
    var finish_reason: String?
    var message: Message?
  }

  struct Message: Decodable {
    var content: Content?
    var refusal: String?
  }

  /// A text, or the same in parts.
  enum Content: Decodable {
    case text(String)
    case parts([Part])

    struct Part: Decodable {
      var text: String?
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .parts(try container.decode([Part].self))
      }
    }

    var joined: String {
      switch self {
      case .text(let text): text
      case .parts(let parts): parts.compactMap(\.text).joined()
      }
    }
  }
}

extension ChatAnswer {
  /// The words of the first choice, without the thoughts that some servers put in front of them.
  ///
  /// - Throws: ``TextError``: `refused`, `cutOff` at a token limit, `empty` where one more try may help,
  ///   `malformedAnswer` for an end that is unknown. A missing `finish_reason` is taken as `stop`.
  func text() throws(TextError) -> String {
    guard let choice = choices?.first else { throw TextError(.empty, "no choices") }
    if choice.message?.refusal?.isEmpty == false { throw TextError(.refused, "refusal") }
    switch choice.finish_reason {
    case "stop", nil: break
    case "length": throw TextError(.cutOff, "length")
    case "content_filter": throw TextError(.refused, "content_filter")
    default: throw TextError(.malformedAnswer, "unknown finish reason")
    }
    let spoken = (choice.message?.content?.joined ?? "").withoutLeadingThoughts
    guard spoken.contains(where: { !$0.isWhitespace }) else { throw TextError(.empty, "no text") }
    return spoken
  }
}

extension String {
  /// Thoughts without an end leave nothing.
  fileprivate var withoutLeadingThoughts: String {
    let opening = drop { $0.isWhitespace }
    guard opening.hasPrefix("<think>") else { return self }
    guard let end = opening.firstRange(of: "</think>") else { return "" }
    return String(opening[end.upperBound...])
  }
}
