import Capabilities
import HTTPTypes
import Hummingbird
import NIOCore
import Schemas

/// Makes answers.
package enum Reply {
  package static func json(
    _ value: some Encodable, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
  ) throws -> Response {
    var headers = headers
    headers[.contentType] = "application/json"
    return bytes(try WireJSON.encode(value), status: status, headers: headers)
  }

  package static func problem(_ error: ServiceError, instance: String, requestID: String) -> Response {
    let problem = Problem(error, instance: instance, requestID: requestID)
    var headers: HTTPFields = [.contentType: Problem.contentType]
    if let wait = error.retryAfter {
      headers[.retryAfter] = String(max(1, wait.wholeSeconds))
    }
    if problem.status == 401 { headers[.wwwAuthenticate] = "Bearer" }
    let body = (try? WireJSON.encode(JSONValue.object(problem.members))) ?? []
    return bytes(body, status: .init(code: problem.status), headers: headers)
  }

  package static func text(_ text: String, contentType: String = "text/plain; charset=utf-8") -> Response {
    bytes(Array(text.utf8), headers: [.contentType: contentType])
  }

  package static func empty(_ status: HTTPResponse.Status = .noContent) -> Response {
    Response(status: status)
  }

  package static func bytes(
    _ bytes: [UInt8], status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
  ) -> Response {
    Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
