import HTTPTypes
import Schemas
import ServiceHTTP

/// `POST /admin/voice-clones/promote`
struct PromotionController: Sendable {
  let promoter: StubPromoter

  var routes: [Route] {
    [
      Route(
        .post, "/admin/voice-clones/promote", "Makes real voices of stubs, as far as slots are free", access: .admin
      ) { _ in try Reply.json(await promoter.sweep()) }
    ]
  }
}
