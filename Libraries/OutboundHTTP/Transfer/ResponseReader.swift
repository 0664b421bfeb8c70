/// The reading end of an answer; letting go of it before the end ends the transfer.
final class ResponseReader: Sendable {
  private let transfer: Transfer

  init(_ transfer: Transfer) {
    self.transfer = transfer
  }

  deinit {
    transfer.abandon()
  }

  func next() async throws(OutboundError) -> [UInt8]? {
    try await transfer.chunk()
  }
}
