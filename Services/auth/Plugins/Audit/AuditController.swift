import AuthCore
import HTTPTypes
import Hummingbird
import Schemas
import ServiceHTTP

struct AuditController: Sendable {
  let store: any AuditStore

  var routes: [Route] {
    [Route(.get, "/admin/audit", "What happened, newest first", access: .admin) { try await list($0) }]
  }

  private func list(_ call: Call) async throws -> Response {
    let query = try PageQuery(call)
    let page = try await store.page(query)
    return try Reply.json(
      AuditAnswer(entries: page.map(Self.answer), nextCursor: query.next(after: page) { String($0.sequence) }))
  }

  private static func answer(_ stored: StoredAuditEntry) -> AuditAnswer.Entry {
    let entry = stored.entry
    return AuditAnswer.Entry(
      sequence: stored.sequence, at: entry.at, event: entry.event.rawValue, actor: entry.actor,
      subject: entry.subject, details: .object(entry.details), requestID: entry.requestID)
  }
}
