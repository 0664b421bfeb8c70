import Schemas
import VoiceCore

extension SampleActivation {
  /// - Throws: `RECORDING_NOT_FOUND`, `VALIDATION_FAILED` where the sample cannot be changed.
  func check() throws(ServiceError) {
    switch self {
    case .done: return
    case .noSuchSample: throw ServiceError(.recordingNotFound)
    case .tooMany: throw Self.refusal("at most \(SampleSet.mostSamples) samples make a voice")
    case .lastOne: throw Self.refusal("one sample has to stay active")
    }
  }

  private static func refusal(_ problem: String) -> ServiceError {
    .validation([FieldProblem(field: "is_active", problem: problem)])
  }
}
