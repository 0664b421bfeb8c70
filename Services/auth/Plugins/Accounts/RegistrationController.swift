import AuthCore
import HTTPTypes
import Hummingbird
import Schemas
import ServiceHTTP
import ServiceHost

struct RegistrationController: Sendable {
  let registration: Registration
  let limit: SubjectLimit
  let limits: RouteLimits

  var routes: [Route] {
    [
      Route(
        .post, "/auth/register", "Makes an account, for an activation code", access: .open, limits: [limits.address],
        body: RegisterRequest.self
      ) { _, body in
        try await limit.admit(body.email.nameKey)
        return try Reply.json(
          await registration.register(body), status: .created, headers: [.cacheControl: "no-store"])
      }
    ]
  }
}
