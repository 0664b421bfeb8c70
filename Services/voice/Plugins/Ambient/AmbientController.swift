import HTTPTypes
import Hummingbird
import Schemas
import ServiceHTTP

/// `GET /ambient/{name}`: a background to listen to, by its name in the settings.
struct AmbientController: Sendable {
  let samples: AmbientSamples

  var routes: [Route] {
    [Route(.get, "/ambient/{name}", "A background's MP3, by its name", access: .user, handler: sample)]
  }

  private func sample(_ call: Call) async throws -> Response {
    guard let sample = try await samples.sample(named: call.parameter("name")) else {
      throw ServiceError(.notFound, "There is no such background.")
    }
    let headers: HTTPFields = [.contentType: "audio/mpeg", .cacheControl: "private, max-age=86400"]
    return Reply.bytes(sample, headers: headers)
  }
}
