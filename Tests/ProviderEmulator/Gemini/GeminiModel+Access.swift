import Foundation

extension GeminiModel {
  /// The model of the path if this project may use it, else the 404.
  static func reachable(_ request: EmulatorRequest, account: Account) throws -> GeminiModel {
    guard let model = listed(in: request.version).first(where: { $0.id == request.parameter }) else {
      throw GeminiRequestErrors.modelNotFound.refusal(request, message: notFound(request))
    }
    if case .closedToNewUsers = model.state, !account.reachesClosedModels {
      throw GeminiRequestErrors.modelClosed.refusal(
        request, message: GeminiRequestErrors.modelClosed.message.replacing("models/X", with: "models/\(model.id)"))
    }
    return model
  }

  static func notFound(_ request: EmulatorRequest) -> String {
    GeminiRequestErrors.modelNotFound.message
      .replacing("models/X", with: "models/\(request.parameter)")
      .replacing("API version v1beta", with: "API version \(request.version)")
  }
}
