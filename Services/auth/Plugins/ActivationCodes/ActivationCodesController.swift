import AuthCore
import Capabilities
import Foundation
import HTTPTypes
import Hummingbird
import Schemas
import ServiceHTTP
import ServiceHost

struct ActivationCodesController: Sendable {
  let issuer: ActivationCodeIssuer
  let store: any ActivationCodeStore
  let clock: WallClock
  let limit: SubjectLimit
  let limits: RouteLimits

  var routes: [Route] {
    [
      Route(
        .post, "/auth/verify-activation-code", "Whether a code lets somebody register", access: .open,
        limits: [limits.address], body: VerifyActivationCodeRequest.self
      ) { _, body in try await verify(body) },
      Route(
        .post, "/admin/activation-codes", "Makes activation codes", access: .admin, body: ActivationCodesRequest.self
      ) { call, body in try await issue(call, body) },
      Route(.get, "/admin/activation-codes", "Activation codes, newest first", access: .admin) { call in
        try await list(call)
      },
    ]
  }

  private func verify(_ body: VerifyActivationCodeRequest) async throws -> Response {
    try await limit.admit(ActivationCode.key(body.code))
    let usable = try await store.find(body.code)?.lets(register: clock.now()) ?? false
    return try Reply.json(VerifyActivationCodeAnswer(valid: usable))
  }

  private func issue(_ call: Call, _ body: ActivationCodesRequest) async throws -> Response {
    let codes = try await issuer.issue(body, by: call.userID())
    return try Reply.json(
      ActivationCodesAnswer(codes: answers(codes), nextCursor: nil), status: .created,
      headers: [.cacheControl: "no-store"])
  }

  private func list(_ call: Call) async throws -> Response {
    let query = try PageQuery(call)
    let page = try await store.page(query, state: state(call), at: clock.now())
    return try Reply.json(
      ActivationCodesAnswer(codes: answers(page), nextCursor: query.next(after: page) { $0.text }),
      headers: [.cacheControl: "no-store"])
  }

  private func state(_ call: Call) throws(ServiceError) -> ActivationCode.State? {
    guard let text = call.query("state") else { return nil }
    guard let state = ActivationCode.State(rawValue: text) else {
      let states = ActivationCode.State.allCases.map(\.rawValue).joined(separator: ", ")
      throw .validation([FieldProblem(field: "state", problem: "must be one of \(states)")])
    }
    return state
  }

  private func answers(_ codes: [ActivationCode]) -> [ActivationCodeAnswer] {
    let now = clock.now()
    return codes.map { code in
      ActivationCodeAnswer(
        code: code.text, state: code.state(at: now).rawValue, createdAt: code.createdAt, expiresAt: code.expiresAt,
        forUser: code.forUser, usedAt: code.usedAt, usedBy: code.usedBy)
    }
  }
}
