import HTTPTypes
import Hummingbird
import NIOCore
import Observability
import OutboundHTTP
import PerformCore
import Schemas
import ServiceHTTP

/// A delivered note's MP3, passed on from voice as it serves recordings: `Range`, `If-Range`, `ETag`, `If-None-Match`.
struct DeliveredAudio: Sendable {
  private static let asked = ["Range", "If-Range", "If-None-Match"]
  private static let told = ["Content-Type", "Content-Range", "Accept-Ranges", "ETag", "Cache-Control"]

  let notes: any Notes

  func answer(_ note: NoteAnswer, to call: Call) async throws -> Response {
    let conditions = Self.asked.compactMap { name in call.header(name).map { (name: name, value: $0) } }
    do {
      return Self.response(try await notes.noteAudio(note.performanceID, headers: conditions))
    } catch let error as ServiceError where error.code == .rangeNotSatisfiable {
      var refusal = Reply.problem(error, instance: call.request.uri.path, requestID: call.context.requestID)
      refusal.headers[.contentRange] = "bytes */\(note.sizeBytes)"
      return refusal
    }
  }

  private static func response(_ audio: OutboundResponse) -> Response {
    var headers = HTTPFields()
    for name in told {
      if let field = HTTPField.Name(name), let value = audio.headers[name] { headers[field] = value }
    }
    let status = HTTPResponse.Status(code: audio.status)
    guard status != .notModified else { return Response(status: status, headers: headers) }
    return Response(status: status, headers: headers, body: body(audio))
  }

  private static func body(_ audio: OutboundResponse) -> ResponseBody {
    ResponseBody(contentLength: audio.headers["Content-Length"].flatMap { Int($0) }) { writer in
      for try await chunk in audio.body { try await writer.write(ByteBuffer(bytes: chunk)) }
      try await writer.finish(nil)
    }
  }
}
