import Foundation

/// Answers with the headers that every reply of ElevenLabs has.
enum ElevenLabsAnswer {
  static func json(_ value: JSON) -> Answer {
    .json(value, headers: [("server", "uvicorn"), ("x-trace-id", RandomID.hex())])
  }

  /// Errors are compressed when the client allows it.
  static func error(_ body: JSON, status: Int, trace: String = RandomID.hex(), to request: EmulatorRequest) -> Answer {
    var headers = [("content-type", "application/json"), ("server", "uvicorn"), ("x-trace-id", trace)]
    let compressed = request.headers["accept-encoding"]?.contains("gzip") ?? false
    if compressed { headers.append(("content-encoding", "gzip")) }
    let data = compressed ? StoredGzip.encode(body.data) : body.data
    return Answer(status: status, headers: headers, body: .whole(data))
  }
}
