import OutboundHTTP
import TestSupport

extension TestClient {
  /// Uploads a recording as a browser's form does.
  func upload(_ path: String, of userID: String, consent: String? = "true", fields: [String: String] = [:]) async throws
    -> TestAnswer
  {
    var parts = [
      MultipartPart(name: "file", filename: "recording", contentType: "audio/webm", content: .file(path: path))
    ]
    if let consent { parts.append(MultipartPart(name: "consent", content: .bytes(Array(consent.utf8)))) }
    for (name, value) in fields { parts.append(MultipartPart(name: name, content: .bytes(Array(value.utf8)))) }
    return try await send("POST", "/users/\(userID)/voice", body: .multipart(parts))
  }

  func meta(of userID: String) async throws -> TestAnswer { try await get("/users/\(userID)/voice/meta") }

  func makeClone(of userID: String) async throws -> TestAnswer { try await post("/users/\(userID)/voice/clone") }
}
