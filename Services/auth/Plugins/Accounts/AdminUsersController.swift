import AuthCore
import HTTPTypes
import Hummingbird
import Schemas
import ServiceHTTP

struct AdminUsersController: Sendable {
  let administration: AccountAdministration

  var routes: [Route] {
    [
      Route(.get, "/admin/users", "All accounts", access: .admin) { try await list($0) },
      Route(
        .patch, "/admin/users/{id}", "Changes an account's role and flags", access: .admin,
        body: AccountChangeRequest.self
      ) { call, body in
        try Reply.json(
          Self.answer(await administration.change(call.parameter("id"), body, by: call.userID())))
      },
    ]
  }

  private func list(_ call: Call) async throws -> Response {
    let query = try PageQuery(call)
    let page = try await administration.page(query)
    return try Reply.json(
      AdminUsersAnswer(users: page.map(Self.answer), nextCursor: query.next(after: page) { $0.id }))
  }

  private static func answer(_ account: Account) -> AdminUserAnswer {
    AdminUserAnswer(
      userID: account.id, username: account.username.text, email: account.email.text, role: account.role,
      disabled: account.disabled, voiceCloning: account.voiceCloning, createdAt: account.createdAt)
  }
}
