import OutboundHTTP
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceHost
import TestSupport
import Testing

/// Four services with Redis, a second perform, and a front door before both.
struct Replicas: Sendable {
  static let names = ["perform", "perform-2"]

  let deployment: Deployment
  let door: FrontDoor
  let performer: Performer
  /// Speaks to perform through the front door.
  let client: TestClient

  init(deployment: Deployment, door: FrontDoor, performer: Performer) {
    (self.deployment, self.door, self.performer) = (deployment, door, performer)
    client = TestClient(base: door.url, token: performer.client.token, transport: deployment.client.transport)
  }

  /// The same with a new session: access tokens live for ten minutes.
  func loggedInAgain() async throws -> Replicas {
    Replicas(deployment: deployment, door: door, performer: try await performer.loggedInAgain(deployment))
  }

  /// A replica dies without a word and is started again.
  func crash(_ name: String) async throws {
    await deployment.programs.kill(name)
    try await deployment.programs.restart(name)
  }

  /// One performance with its key, as often as it takes until a whole note is there.
  func wholeNote(key: String) async throws -> DeliveredNote {
    var failures: [String] = []
    for _ in 0..<150 {
      switch await attempt(key: key) {
      case .whole(let note): return note
      case .refused(let status, let error): failures.append("\(status) \(error)")
      case .aborted(let reason): failures.append(reason)
      }
      try await Task.sleep(for: .milliseconds(200))
    }
    throw NoWholeNote(key: key, failures: failures)
  }

  private func attempt(key: String) async -> Outcome {
    let body: JSONValue = ["routine_type": "custom", "value": .string("Lara \(key)")]
    do {
      let answer = try await client.post(
        "/perform", body, headers: ["Accept": "audio/mpeg", "Idempotency-Key": key])
      if answer.status == 200, answer.header("X-Performance-Id") != nil { return .whole(DeliveredNote(answer)) }
      return .refused(answer.status, answer.error ?? "")
    } catch {
      return .aborted("\(error)")
    }
  }

  /// What a client can see of one attempt.
  private enum Outcome {
    case whole(DeliveredNote)
    case refused(Int, String)
    case aborted(String)
  }
}

struct DeliveredNote: Sendable {
  let bytes: [UInt8]
  let recordingID: String
  let charged: Int

  init(_ answer: TestAnswer) {
    bytes = answer.bytes
    recordingID = answer.header("X-Recording-Id") ?? ""
    charged = answer.header("X-Chars-Used-Effective").flatMap(Int.init) ?? -1
  }
}

struct NoWholeNote: Error {
  let key: String
  let failures: [String]
}

/// Runs `body` with everything started and a performer whose voice is ready.
func withReplicas(_ body: (Replicas) async throws -> Void) async throws {
  try await withRedisServer { redis in
    let limits = ["RATE_LIMIT_PERFORM": "100000/100000", "RATE_LIMIT_PERFORM_IP": "100000/100000"]
    let environment = ["REDIS_URL": redis, "MONTHLY_CHAR_LIMIT": "10000000", "RATE_LIMIT_LOGIN_IP": "1000/1000"]
    try await withDeployment(.fourServices, .emulated, environment: environment.merging(limits) { $1 }) { deployment in
      let port = FreePort.find()
      try await deployment.programs.startReplica(of: "perform", as: "perform-2", environment: ["PORT": "\(port)"])
      let first = deployment.client.bases[.perform].flatMap { $0.split(separator: ":").last }.flatMap { Int($0) } ?? 0
      let door = try FrontDoor(to: [first, port])
      defer { door.close() }
      try await door.untilListening()
      let performer = try await Performer.register(deployment)
      let uploaded = try await performer.upload()
      try #require(uploaded.status < 300, "\(uploaded.text)")
      try await body(Replicas(deployment: deployment, door: door, performer: performer))
    }
  }
}
