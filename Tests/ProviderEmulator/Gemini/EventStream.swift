import Foundation

/// The answer as server-sent events, or as the array in pieces that comes without `alt=sse`.
struct EventStream: Sendable {
  let generation: Generation

  /// One event each.
  var events: [JSON] {
    if generation.behaviour == .blockedPrompt { return [generation.body] }
    var events = pieces.map { generation.response(text: $0, finish: nil, isLast: false) }
    switch generation.behaviour {
    case .streamCut: return events
    case .streamError: return events + [GeminiLoadErrors.highDemand.body()]
    case .streamEmptyLast:
      return events + [generation.response(text: "", finish: generation.finishReason, isLast: true)]
    default:
      _ = events.popLast()
      let last = generation.response(text: pieces.last ?? "", finish: generation.finishReason, isLast: true)
      return events + [last]
    }
  }

  var serverSentEvents: [Data] {
    let end = generation.behaviour == .streamLineFeeds ? "\n\n" : "\r\n\r\n"
    return events.map { Data("data: ".utf8) + $0.data + Data(end.utf8) }
  }

  var arrayPieces: [Data] {
    events.enumerated().map { Data(($0 == 0 ? "[" : ",\r\n").utf8) + $1.data } + [Data("]".utf8)]
  }

  /// The text in up to three pieces, cut between words.
  private var pieces: [String] {
    let words = generation.text.split(separator: " ", omittingEmptySubsequences: false)
    let size = max(1, (words.count + 2) / 3)
    return stride(from: 0, to: words.count, by: size).map { start in
      (start == 0 ? "" : " ") + words[start..<min(start + size, words.count)].joined(separator: " ")
    }
  }
}
