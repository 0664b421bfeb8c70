import Foundation
import TestSupport

/// The voice program as a process of its own, without a provider key, beside a double of auth.
struct VoiceProgram: Sendable {
  let program: Program
  private let client: TestClient
  private let auth: AuthDouble

  static func run(_ body: (VoiceProgram) async throws -> Void) async throws {
    let folder = NSTemporaryDirectory() + "ingest-voice-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await withAuthDouble { auth in
      try await withTransport { transport in
        let port = FreePort.find()
        let program = try Program("voice", environment: environment(folder, port: port, auth: auth.url))
        let client = TestClient(base: "http://127.0.0.1:\(port)", transport: transport)
        do {
          try await eventually("voice is ready") { (try? await client.get("/readyz").status) == 200 }
          try await body(VoiceProgram(program: program, client: client, auth: auth))
        } catch {
          await program.stop()
          throw error
        }
        await program.stop()
      }
    }
  }

  /// Speaks as a user.
  func user(_ id: String) async throws -> TestClient { client.with(token: try await auth.tokens.user(id)) }

  private static func environment(_ folder: String, port: Int, auth: String) -> [String: String] {
    let limits = ["RATE_LIMIT_VOICE_UPLOAD", "RATE_LIMIT_VOICE_UPLOAD_IP"].map { ($0, "1000000/1000000") }
    return [
      "DATA_DIR": folder, "PORT": "\(port)", "HOST": "127.0.0.1", "AUTH_URL": auth, "LOG_LEVEL": "error",
      "BILLING_URL": "http://127.0.0.1:1", "SERVICE_SECRET": TestEnvironment.serviceSecret,
      "SECRET_KEY": TestEnvironment.secretKey,
    ].merging(limits) { $1 }
  }
}
