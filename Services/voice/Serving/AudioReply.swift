import HTTPTypes
import Hummingbird
import NIOCore
import Observability
import Schemas
import ServiceHTTP
import VoiceCore

/// Answers with a stored MP3: `Range`, `ETag`, `If-None-Match`, `If-Range`; read from disk while it is sent.
package struct AudioReply: Sendable {
  private let blobs: any BlobStore

  package init(_ blobs: any BlobStore) {
    self.blobs = blobs
  }

  /// - Throws: `RECORDING_NOT_FOUND` where the blob is gone.
  package func answer(_ id: BlobID, to call: Call) async throws -> Response {
    guard let size = try await blobs.size(of: id) else { throw ServiceError(.recordingNotFound) }
    let etag = Self.etag(of: id)
    var headers: HTTPFields = [
      .eTag: etag, .acceptRanges: "bytes", .cacheControl: "private, no-cache", .contentType: "audio/mpeg",
    ]
    if EntityTags(call.header("If-None-Match")).match(etag) { return Response(status: .notModified, headers: headers) }
    switch range(of: call, etag: etag, size: size) {
    case .whole: return Response(status: .ok, headers: headers, body: body(id, 0..<size))
    case .part(let part):
      headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)"
      return Response(status: .partialContent, headers: headers, body: body(id, part))
    case .unsatisfiable: return refusal(call, size: size)
    }
  }

  /// Blobs never change, so their name tells one from another.
  private static func etag(of id: BlobID) -> String {
    "\"\(id.text.split(separator: "/").last ?? "")\""
  }

  private func range(of call: Call, etag: String, size: Int) -> ByteRange {
    if let condition = call.header("If-Range"), condition != etag { return .whole }
    return ByteRange(header: call.header("Range"), size: size)
  }

  private func refusal(_ call: Call, size: Int) -> Response {
    var response = Reply.problem(
      ServiceError(.rangeNotSatisfiable), instance: call.request.uri.path, requestID: call.context.requestID)
    response.headers[.contentRange] = "bytes */\(size)"
    return response
  }

  private func body(_ id: BlobID, _ range: Range<Int>) -> ResponseBody {
    ResponseBody(contentLength: range.count) { [blobs] writer in
      var offset = range.lowerBound
      while offset < range.upperBound {
        let part = try await blobs.read(id, from: offset, count: min(BlobPart.byteCount, range.upperBound - offset))
        guard !part.isEmpty else { throw BlobError.missing }
        try await writer.write(ByteBuffer(bytes: part))
        offset += part.count
      }
      try await writer.finish(nil)
    }
  }
}
