/// Collects the header lines that curl hands over one by one into the head of the final answer.
///
/// Interim answers (1xx) and trailers are skipped.
struct ResponseHeadParser {
  private var status = 0
  private var fields: [(name: String, value: String)] = []
  private var isDone = false

  /// - Parameter line: one line with its line break; the empty line ends the head.
  /// - Returns: the head, once.
  mutating func take(_ line: Substring) -> ResponseHead? {
    if isDone { return nil }
    let text = line.trimmingSuffix { $0.isNewline }
    if text.hasPrefix("HTTP/") { begin(text) } else if text.isEmpty { return finish() } else { addField(text) }
    return nil
  }

  private mutating func begin(_ statusLine: Substring) {
    fields = []
    status = statusLine.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  }

  private mutating func addField(_ text: Substring) {
    guard let colon = text.firstIndex(of: ":") else { return }
    let value = text[text.index(after: colon)...].drop { $0.isWhitespace }.trimmingSuffix { $0.isWhitespace }
    fields.append((String(text[..<colon]), String(value)))
  }

  private mutating func finish() -> ResponseHead? {
    if status < 200 { return nil }
    isDone = true
    return ResponseHead(status: status, headers: OutboundHeaders(fields))
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, predicate(last) { text.removeLast() }
    return text
  }
}
