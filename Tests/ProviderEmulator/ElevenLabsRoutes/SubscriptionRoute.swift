/// `GET /v1/user/subscription`
struct SubscriptionRoute: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) throws -> Answer {
    try KeyCheck(environment: environment).require("user_read", request)
    return ElevenLabsAnswer.json(environment.state.update { $0.extendedSubscription })
  }
}
