import NIOCore
import NIOHTTP1

/// The requests of one connection, part by part. Used by one task at a time.
final class HTTPPeerReader: @unchecked Sendable {
  private var parts: NIOAsyncChannelInboundStream<HTTPServerRequestPart>.AsyncIterator
  private var bodyIsOver = true

  init(_ parts: NIOAsyncChannelInboundStream<HTTPServerRequestPart>.AsyncIterator) {
    self.parts = parts
  }

  /// The next request, `nil` when the client has closed.
  func nextHead() async throws -> HTTPRequestHead? {
    guard case .head(let head) = try await parts.next() else { return nil }
    bodyIsOver = false
    return head
  }

  /// The next bytes of the body, `nil` after the last.
  func nextChunk() async throws -> [UInt8]? {
    if bodyIsOver { return nil }
    if case .body(let buffer) = try await parts.next() { return Array(buffer.readableBytesView) }
    bodyIsOver = true
    return nil
  }

  /// Discards everything up to the client's close or reset.
  func waitForEnd() async {
    while let part = try? await parts.next() { _ = part }
  }

  func skipBody() async throws {
    while try await nextChunk() != nil {}
  }
}
