import AuthCore
import HTTPTypes
import Hummingbird
import Schemas
import ServiceHTTP

struct SettingsController: Sendable {
  let store: any SettingsStore

  var routes: [Route] {
    routes(at: "/user/settings", .user) + routes(at: "/users/{id}/settings", .owner)
  }

  private func routes(at path: String, _ access: RouteAccess) -> [Route] {
    [
      Route(.get, path, "The user's settings", access: access) { try await show($0) },
      Route(
        .put, path, "Replaces the settings; what is left out takes its default", access: access,
        body: SettingsChange.self
      ) { call, body in try await edit(call) { _ in body.applied(to: UserSettings()) } },
      Route(.patch, path, "Changes the settings that are named", access: access, body: SettingsChange.self) {
        call, body in try await edit(call) { body.applied(to: $0) }
      },
    ]
  }

  private func show(_ call: Call) async throws -> Response {
    let stored = try await store.settings(of: call.userID())
    guard !stored.tag.isKnown(ifNoneMatch: call.header("If-None-Match")) else {
      return Response(status: .notModified, headers: [.eTag: stored.tag.text])
    }
    return try answer(stored)
  }

  private func edit(
    _ call: Call, _ change: @escaping @Sendable (UserSettings) -> UserSettings
  ) async throws -> Response {
    let precondition = call.header("If-Match")
    return try answer(
      await store.update(call.userID()) { current in
        guard current.tag.satisfies(ifMatch: precondition) else { throw ServiceError(.preconditionFailed) }
        return change(current.settings)
      })
  }

  private func answer(_ stored: StoredSettings) throws -> Response {
    try Reply.json(stored.settings, headers: [.eTag: stored.tag.text, .cacheControl: "private, no-cache"])
  }
}

extension StoredSettings {
  fileprivate var tag: EntityTag { EntityTag(versions: version) }
}
