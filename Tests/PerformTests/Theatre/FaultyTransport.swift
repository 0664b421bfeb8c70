import OutboundHTTP
import Schemas
import Synchronization

/// The real transport with the trouble that a test scripts, at the one call that it names.
final class FaultyTransport: OutboundTransport {
  enum Trouble: Sendable {
    /// The call never arrives.
    case unreachable
    /// The call takes effect; its answer does not come.
    case lostAnswer
    /// Answered in the other service's place.
    case problem(ServiceError)
    /// Answered 200 with these bytes in the other service's place.
    case answer(contentType: String, [UInt8])
  }

  private struct Script: Sendable {
    var method: String
    var path: String
    var times: Int
    var trouble: Trouble
  }

  private let inner: any OutboundTransport
  private let scripts = Mutex<[Script]>([])

  init(_ inner: any OutboundTransport) {
    self.inner = inner
  }

  /// - Parameters:
  ///   - path: a part of the URL's path.
  ///   - times: how many calls have the trouble.
  func script(_ trouble: Trouble, _ method: String, _ path: String, times: Int = .max) {
    scripts.withLock { $0.append(Script(method: method, path: path, times: times, trouble: trouble)) }
  }

  func clear() {
    scripts.withLock { $0 = [] }
  }

  func send(_ request: OutboundRequest) async throws(OutboundError) -> OutboundResponse {
    switch next(for: request) {
    case nil: return try await inner.send(request)
    case .unreachable: throw OutboundError(.connect, "scripted")
    case .lostAnswer:
      _ = try await inner.send(request).body.collect(upTo: 1 << 20)
      throw OutboundError(.cut, "scripted")
    case .problem(let error): return Self.answer(error)
    case .answer(let type, let bytes): return Self.answer(200, type, bytes)
    }
  }

  private func next(for request: OutboundRequest) -> Trouble? {
    scripts.withLock { scripts in
      let fits = { (script: Script) in
        script.times > 0 && script.method == request.method && request.url.contains(script.path)
      }
      guard let index = scripts.firstIndex(where: fits) else { return nil }
      scripts[index].times -= 1
      return scripts[index].trouble
    }
  }

  private static func answer(_ error: ServiceError) -> OutboundResponse {
    let problem = Problem(error, instance: "/", requestID: "scripted")
    let bytes = (try? WireJSON.encode(JSONValue.object(problem.members))) ?? []
    return answer(problem.status, "application/problem+json", bytes)
  }

  private static func answer(_ status: Int, _ contentType: String, _ bytes: [UInt8]) -> OutboundResponse {
    let body = BodyOnce(bytes)
    return OutboundResponse(
      status: status, headers: OutboundHeaders([("Content-Type", contentType)]),
      body: OutboundResponseBody { () async throws(OutboundError) in body.take() })
  }
}

private final class BodyOnce: Sendable {
  private let bytes: Mutex<[UInt8]?>

  init(_ bytes: [UInt8]) { self.bytes = Mutex(bytes) }

  func take() -> [UInt8]? { bytes.withLock { $0.take() } }
}
