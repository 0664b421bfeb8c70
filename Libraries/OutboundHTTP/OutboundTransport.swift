/// Sends requests to other services and to providers.
///
/// One transport is shared by a whole process: it keeps connections warm between requests.
package protocol OutboundTransport: Sendable {
  /// Returns as soon as the final status line and headers are in; the body follows as it arrives.
  ///
  /// Cancelling the calling task, or dropping the response unread, ends the transfer.
  func send(_ request: OutboundRequest) async throws(OutboundError) -> OutboundResponse
}
