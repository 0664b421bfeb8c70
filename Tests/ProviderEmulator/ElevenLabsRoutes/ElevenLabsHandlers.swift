/// Every call of ElevenLabs and the route that handles it.
struct ElevenLabsHandlers: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) async throws -> Answer {
    switch request.endpoint {
    case .voicesAdd: try await VoicesAddRoute(environment: environment).answer(request)
    case .voicesListOld: try VoicesListOldRoute(environment: environment).answer(request)
    case .voicesList: try VoicesListRoute(environment: environment).answer(request)
    case .voiceGet: try VoiceGetRoute(environment: environment).answer(request)
    case .voiceEdit: try await VoiceEditRoute(environment: environment).answer(request)
    case .voiceDelete: try VoiceDeleteRoute(environment: environment).answer(request)
    case .voiceSettings: try VoiceSettingsRoute(environment: environment).answer(request)
    case .speech, .speechStream: try await SpeechRoute(environment: environment).answer(request)
    case .subscription: try SubscriptionRoute(environment: environment).answer(request)
    case .user: try UserRoute(environment: environment).answer(request)
    default: try ModelsRoute(environment: environment).answer(request)
    }
  }
}
