/// The status line and header fields of an answer.
struct ResponseHead: Sendable {
  var status: Int
  var headers: OutboundHeaders
}
