import Hummingbird
import Schemas
import ServiceHTTP

/// `/internal/voice/leases…`, for perform.
struct LeaseController: Sendable {
  let leases: LeaseUse

  var routes: [Route] {
    let access = RouteAccess.services(["perform"])
    return [
      Route(
        .post, "/internal/voice/leases", "Leases the user's voice for a performance", access: access,
        body: LeaseRequest.self
      ) { _, request in try Reply.json(await leases.lease(request)) },
      Route(.delete, "/internal/voice/leases/{lease_id}", "Ends a lease", access: access) { call in
        await leases.end(try call.parameter("lease_id"))
        return Reply.empty()
      },
      Route(
        .post, "/internal/voice/leases/{lease_id}/missing", "The provider does not know the leased voice",
        access: access, body: VoiceMissingReport.self
      ) { call, report in
        try Reply.json(await leases.replaceMissing(call.parameter("lease_id"), report))
      },
    ]
  }
}
