import NIOCore
import NIOHTTP1

/// One request at an ``HTTPPeer`` and the means to answer it.
package struct HTTPExchange: Sendable {
  let peer: HTTPPeer
  /// The client's end of the connection: the same port means the same connection.
  package let clientPort: Int
  let head: HTTPRequestHead
  let reader: HTTPPeerReader
  let channel: any Channel

  package var method: String { head.method.rawValue }
  package var uri: String { head.uri }

  /// All values of the field.
  package func header(_ name: String) -> [String] { head.headers[name] }
}

// MARK: - Reading

extension HTTPExchange {
  package func nextChunk() async throws -> [UInt8]? {
    try await reader.nextChunk()
  }

  package func body() async throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let chunk = try await nextChunk() { bytes += chunk }
    return bytes
  }

  /// Returns when the client has closed the connection.
  package func waitForHangUp() async {
    await reader.waitForEnd()
  }
}

// MARK: - Answering

extension HTTPExchange {
  package func respond(
    _ status: Int = 200, headers: [(String, String)] = [], body: [UInt8] = []
  ) async throws {
    try await begin(status, headers: headers + [("content-length", "\(body.count)")])
    if !body.isEmpty { try await send(body) }
    try await finish()
  }

  package func respond(_ status: Int = 200, headers: [(String, String)] = [], json: String) async throws {
    try await respond(status, headers: headers + [("content-type", "application/json")], body: Array(json.utf8))
  }

  /// Sends the header; without a `content-length` the body is chunked.
  package func begin(_ status: Int = 200, headers: [(String, String)] = []) async throws {
    let status = HTTPResponseStatus(statusCode: status)
    try await write(.head(HTTPResponseHead(version: .http1_1, status: status, headers: HTTPHeaders(headers))))
  }

  /// Returns when the operating system has taken the bytes.
  package func send(_ bytes: [UInt8]) async throws {
    try await write(.body(.byteBuffer(ByteBuffer(bytes: bytes))))
    peer.countSent(bytes.count)
  }

  package func finish() async throws {
    try await write(.end(nil))
  }

  private func write(_ part: HTTPServerResponsePart) async throws {
    try await channel.writeAndFlush(part)
  }
}
