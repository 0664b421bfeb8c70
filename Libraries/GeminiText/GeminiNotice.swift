/// Something about the model that its operator should know although the answer was good.
package enum GeminiNotice: Sendable, Equatable {
  /// The provider says in what stage of its life the model is, for example `DEPRECATED`.
  case modelStage(model: String, stage: String, retirement: String?)
  /// Another model than the one asked for has answered, probably at another price.
  case rerouted(asked: String, answered: String)

  static func all(in answer: GeminiAnswer, asked: String) -> [GeminiNotice] {
    var notices: [GeminiNotice] = []
    if let stage = answer.modelStatus?.modelStage, stage.isStatusWord {
      notices.append(.modelStage(model: asked, stage: stage, retirement: answer.modelStatus?.retirementTime))
    }
    if let answered = answer.modelVersion, !answered.isVersion(of: asked) {
      notices.append(.rerouted(asked: asked, answered: answered))
    }
    return notices
  }
}

extension String {
  /// `gemini-x` and a dated or numbered `gemini-x-001` are one model; `gemini-x-lite` is another.
  fileprivate func isVersion(of model: String) -> Bool {
    let bare = hasPrefix("models/") ? dropFirst("models/".count) : self[...]
    guard bare.hasPrefix(model) else { return false }
    let rest = bare.dropFirst(model.count)
    return rest.isEmpty || (rest.hasPrefix("-") && rest.dropFirst().allSatisfy { $0.isNumber || $0 == "-" })
  }
}
