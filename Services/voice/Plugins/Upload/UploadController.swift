import Hummingbird
import Schemas
import ServiceHTTP
import VoiceCore

/// `POST /users/{id}/voice` and `POST /user/voice`.
struct UploadController: Sendable {
  let use: UploadUse
  let receiver: UploadReceiver
  let life: any CloneLife
  let settings: UploadConfiguration

  var routes: [Route] {
    [route("/users/{id}/voice", access: .owner), route("/user/voice", access: .user)]
  }

  private func route(_ path: String, access: RouteAccess) -> Route {
    Route(
      .post, path, "Uploads a voice sample and makes the clone", access: access,
      limits: [
        RouteLimit(name: "voice_upload", subject: .user, limit: settings.limit),
        RouteLimit(name: "voice_upload", subject: .address, limit: settings.addressLimit),
      ],
      input: .stream(
        contentTypes: ["multipart/form-data", "application/json"], maxBytes: settings.sizes.largestJSON)
    ) { call in try Reply.json(await upload(call)) }
  }

  private func upload(_ call: Call) async throws -> UploadAnswer {
    let userID = try call.userID()
    try await life.requirePermission(userID)
    let (file, form) = try await receiver.receive(call)
    let answer = try await use.accept(file.path, form, of: userID)
    withExtendedLifetime(file) {}
    return answer
  }
}
